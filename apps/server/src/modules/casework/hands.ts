/** Who ever did which stage of a case, across returns: what the rule of different persons looks at. Pure. */
import type { StageId } from '@doudi/policy'
import type { CaseAct, CaseActType } from './acts.ts'
import type { CaseState } from './case.ts'

/** Which stage an act is work on. Acts of the clock and of the other side are nobody's stage. */
const stageOf: Partial<Record<CaseActType, StageId>> = {
  'case.accepted': 'acceptance',
  'verification.requested': 'verification',
  'verification.difference-resolved': 'verification',
  'case.proposed': 'review',
  'notice.posted': 'notice',
  'case.approved': 'decision',
  'case.refused': 'decision',
  'case.returned': 'decision',
}

export function withHands(state: CaseState, act: CaseAct): CaseState['hands'] {
  const stage = act.type === 'visit.made' ? 'visit' : stageOf[act.type]
  if (!stage) return state.hands
  const doers = act.type === 'visit.made' ? act.body.surveyors : [act.by.accountId]
  const known = state.hands[stage] ?? []
  const added = doers.filter((doer): doer is string => doer !== null && !known.includes(doer))
  return added.length > 0 ? { ...state.hands, [stage]: [...known, ...added] } : state.hands
}
