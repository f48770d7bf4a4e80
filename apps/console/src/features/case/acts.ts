/** The acts of a case as the console offers them: their order, how each is asked for, and which one comes next. Pure. */
import type { CaseDetail } from '../../views.ts'

export const mainActs = [
  'accept',
  'request-correction',
  'complete-correction',
  'verification',
  'visits',
  'assess',
  'propose',
  'notice',
  'return',
  'refuse',
  'approve',
] as const
export const otherActs = ['reject', 'withdraw', 'terminate', 'pause', 'resume', 'extend'] as const
export type Act = (typeof mainActs)[number] | (typeof otherActs)[number]

const direct: readonly Act[] = ['accept', 'complete-correction', 'verification', 'assess', 'resume']

/** Somebody else's acts are not shown; asking for papers and having received them take each other's place. */
export function isOffered(act: Act, { can, status }: Pick<CaseDetail, 'can' | 'status'>): boolean {
  if (act === 'complete-correction' || act === 'request-correction') {
    if ((status === 'correcting') !== (act === 'complete-correction')) return false
  }
  return act in can && can[act] !== 'casework.wrong-role'
}

/** Unusual or irreversible: a page of its own, not a panel. */
export const isDecision = (act: Act): act is 'approve' | 'refuse' => act === 'approve' || act === 'refuse'

/** Needs something written first. */
export const byPanel = (act: Act) => !direct.includes(act) && !isDecision(act)

/** What somebody wants to see right after. */
export const tabAfter: Readonly<Partial<Record<Act, string>>> = {
  verification: 'verification',
  visits: 'visits',
  assess: 'sum',
  notice: 'notice',
  'request-correction': 'letters',
}

/** The act that brings the case forward, if it is possible now. */
export function nextAct({ can, state }: Pick<CaseDetail, 'can' | 'state'>): Act | undefined {
  const wanted: readonly (Act | false)[] = [
    'approve',
    'notice',
    'propose',
    'accept',
    'complete-correction',
    !state.verification && 'verification',
    state.visits.length === 0 && 'visits',
    state.assessments.every(({ version }) => version <= state.evidenceVersion) && allKnown(state) && 'assess',
  ]
  return wanted.find((act): act is Act => act !== false && can[act] === null)
}

const allKnown = ({ verification, visits }: CaseDetail['state']) =>
  verification?.completedOn != null && visits.some(visit => visit.madeOn !== null)

/** Whom or what the case waits for, when there is nothing this person can do to bring it forward. */
export function waitsFor({ status, state }: Pick<CaseDetail, 'status' | 'state'>) {
  if (status === 'investigating') {
    if (state.verification && !state.verification.completedOn) return 'verification'
    return state.visits.some(visit => visit.madeOn === null) ? 'visit' : undefined
  }
  if (status === 'submitted' || status === 'proposed') return 'office'
  if (status === 'correcting' || status === 'publicising' || status === 'objected' || status === 'awaiting-decision')
    return status
  return 'nobody'
}
