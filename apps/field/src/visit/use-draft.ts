/** The draft of a visit on the screen: loaded once, kept sealed after each change, one write after the other. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Visit } from '../data/wire.ts'
import { useSurroundings } from '../surroundings.tsx'
import { newDraft, type VisitDraft } from './visit-draft.ts'

export interface DraftInHand {
  readonly draft: VisitDraft | undefined
  readonly change: (make: (before: VisitDraft) => VisitDraft) => void
  /** When everything written so far is kept. */
  readonly settled: () => Promise<void>
}

export function useDraft(visit: Visit): DraftInHand {
  const { app } = useSurroundings()
  const [draft, setDraft] = useState<VisitDraft>()
  const latest = useRef<VisitDraft | undefined>(undefined)
  const writing = useRef<Promise<void>>(Promise.resolve())
  const { field } = app
  useEffect(() => {
    void field.drafts.load(visit.id).then(kept => {
      latest.current ??= kept ?? newDraft(visit)
      setDraft(latest.current)
    })
  }, [visit.id])
  const change: DraftInHand['change'] = make => {
    if (!latest.current) return
    const next = make(latest.current)
    latest.current = next
    setDraft(next)
    writing.current = writing.current.then(() => field.drafts.keep(next))
  }
  return { draft, change, settled: () => writing.current }
}
