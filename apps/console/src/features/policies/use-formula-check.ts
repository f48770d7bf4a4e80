/** Asks the server, once somebody has paused, what is wrong with the text that they are writing. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { newKey, post } from '../../api.ts'
import { packsKey } from './policy-queries.ts'
import type { FormulaFault, RuleChange } from './policy-views.ts'

/** Long enough for a word to be finished. */
const PAUSE = 400

export function useFormulaCheck(pack: string, change: RuleChange): { faults: FormulaFault[]; isFine: boolean } {
  const { programme, rule, formula, table, from } = change
  const written = JSON.stringify({ rule, formula, table, from })
  const paused = usePaused(written)
  const { data, isPlaceholderData } = useQuery({
    queryKey: [...packsKey, pack, 'check', programme, paused],
    queryFn: () =>
      post('/policies/packs/:pack/programmes/:programme/check', { pack, programme }, JSON.parse(paused), newKey()),
    placeholderData: keepPreviousData,
    enabled: formula.trim() !== '',
    retry: false,
  })
  const faults = data?.items ?? []
  const isAnswered = data !== undefined && !isPlaceholderData && paused === written
  return { faults: [...faults], isFine: isAnswered && faults.length === 0 }
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}
