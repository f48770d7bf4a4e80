/** What a pack says of changes in the middle of a month. No formula reads it: it chooses the day that formulas get. */
import { chooseParameters } from '../packs/assemble.ts'
import { lineage, type PackSet } from '../packs/pack.ts'
import type { TakesEffect } from './entitlement.ts'

/** The id of the parameter 变动生效月. */
const PARAMETER = 'changeTakesEffect'
const options: Readonly<Record<string, TakesEffect>> = { 当月: 'this-month', 次月: 'next-month' }

/** Null where the pack leaves it open on that day. */
export function takesEffectOn({ packs }: PackSet, pack: string, date: string): TakesEffect | null {
  const chosen = [...chooseParameters(lineage(packs, pack), date).values()].find(
    ({ parameter }) => parameter.id === PARAMETER,
  )
  const value = chosen?.chosen?.entry.value
  return typeof value === 'string' ? (options[value] ?? null) : null
}
