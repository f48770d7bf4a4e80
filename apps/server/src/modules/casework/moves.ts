/**
 * Which act is possible when, by whom, and why not. One table for the server, which refuses by it, and for the
 * console, which shows a button disabled with the same code. Pure: the day, the procedure in force and the
 * delegation are brought along.
 */
import { type CalendarDate, isAfter } from '@doudi/kernel'
import type { Procedure, StageId } from '@doudi/policy'
import type { CaseActType, QueryOutcome } from './acts.ts'
import type { CaseState, CaseStatus } from './case.ts'
import { isPaused } from './legal-clock.ts'

export interface Who {
  readonly accountId: string | null
  readonly role: string
}

export interface Circumstances {
  readonly today: CalendarDate
  readonly procedure: Procedure
  /** Whether the town may decide today: by the procedure itself or by a delegation in force. */
  readonly townDecides: boolean
}

/** Why not, or null. */
type Check = (state: CaseState, who: Who, circumstances: Circumstances) => string | null

interface Move {
  readonly from: readonly CaseStatus[]
  readonly by: readonly string[]
  readonly checks: readonly Check[]
}

const undecided: readonly CaseStatus[] = [
  'submitted',
  'correcting',
  'investigating',
  'proposed',
  'publicising',
  'objected',
  'awaiting-decision',
]
const accepted = undecided.slice(2)

export function isOpen(state: Pick<CaseState, 'status'>): boolean {
  return undecided.includes(state.status)
}

/** A department that failed, waits or met the wrong person has said nothing about assets. */
export function answersUsable(queries: readonly QueryOutcome[]): boolean {
  return queries.every(({ mandatory, status }) => !mandatory || status === 'answered' || status === 'nothing-found')
}

export const verificationDone: Check = ({ verification }) => {
  if (!verification) return 'casework.verification-missing'
  if (!verification.completedOn) return 'casework.verification-running'
  return answersUsable(verification.queries) ? null : 'casework.verification-incomplete'
}

/** Two is the floor of the national text (D57 art. 16); a procedure may ask for more, never for fewer. */
export const visitDone: Check = ({ visits }, _, { procedure }) => {
  const concluded = visits.filter(visit => visit.madeOn !== null && visit.conclusion !== null)
  if (concluded.length === 0) return 'casework.visit-missing'
  const least = Math.max(2, procedure.surveyors.minimum)
  return concluded.some(visit => new Set(visit.surveyors).size >= least) ? null : 'casework.visit-surveyors'
}

const assessmentFresh: Check = ({ assessments, evidenceVersion }) => {
  if (assessments.length === 0) return 'casework.assessment-missing'
  return assessments.some(({ version }) => version > evidenceVersion) ? null : 'casework.assessment-stale'
}

const proposalMade: Check = ({ proposal }) => (proposal ? null : 'casework.proposal-missing')

/** The day on which a notice ends still belongs to the village. Nothing waives it in this programme. */
const noticeOver: Check = ({ notice }, _, { today }) => {
  if (!notice || notice.status === 'withdrawn') return 'casework.notice-missing'
  return notice.status === 'ended' && isAfter(today, notice.endsOn) ? null : 'casework.notice-not-over'
}

const objectionsAnswered: Check = ({ objections }) =>
  objections.some(({ finding }) => finding === null) ? 'casework.objection-open' : null

const townMayDecide: Check = (_, { role }, { townDecides }) =>
  role === 'town-approver' && !townDecides ? 'casework.not-delegated' : null

/** The floor under every procedure; what a pack adds comes from its `separations`. */
const alwaysSeparate: readonly { first: StageId; second: StageId; code: string }[] = [
  { first: 'review', second: 'decision', code: 'casework.proposer-cannot-decide' },
  { first: 'visit', second: 'decision', code: 'casework.surveyor-cannot-decide' },
]

const separateFor =
  (stage: StageId): Check =>
  ({ hands }, { accountId }, { procedure }) => {
    const added = procedure.separations.map(({ first, second }) => ({
      first,
      second,
      code: 'casework.separated-duties',
    }))
    const broken = [...alwaysSeparate, ...added].find(({ first, second }) => {
      const other = first === stage ? second : second === stage ? first : null
      return accountId !== null && other !== null && (hands[other] ?? []).includes(accountId)
    })
    return broken?.code ?? null
  }

const clockRuns: Check = ({ clock }) => (clock && isPaused(clock) ? 'casework.already-paused' : null)
const pausable: Check = ({ clock }, _, { procedure }) =>
  procedure.clocks.some(({ id, pausedBy }) => id === clock?.limit.clockId && pausedBy.length > 0)
    ? null
    : 'casework.not-pausable'
const clockPaused: Check = ({ clock }) => (clock && isPaused(clock) ? null : 'casework.not-paused')
const extendable: Check = ({ clock }, _, { procedure }) => {
  if (clock?.extended) return 'casework.already-extended'
  return procedure.clocks.some(({ id, extension }) => id === clock?.limit.clockId && extension)
    ? null
    : 'casework.not-extendable'
}
const correctionOnce: Check = ({ corrections }) => (corrections > 0 ? 'casework.correction-once' : null)

const clerk = ['town-assistant', 'system']
const deciding = [townMayDecide, proposalMade, separateFor('decision')]

/** A job acts as `system`: what an answer, a deadline or a neighbouring module brings, never a decision. */
export const moves: { readonly [T in Exclude<CaseActType, 'case.submitted'>]: Move } = {
  'case.correction-requested': { from: ['submitted'], by: ['town-assistant'], checks: [correctionOnce] },
  'case.completed': { from: ['correcting'], by: ['town-assistant', 'resident'], checks: [] },
  'case.accepted': { from: ['submitted'], by: ['town-assistant'], checks: [separateFor('acceptance')] },
  'case.rejected': { from: ['submitted', 'correcting'], by: ['town-assistant'], checks: [] },
  'case.withdrawn': { from: undecided, by: ['town-assistant', 'resident'], checks: [] },
  'case.terminated': { from: ['correcting', ...accepted], by: ['town-assistant'], checks: [] },
  'clock.paused': { from: accepted, by: ['town-assistant'], checks: [clockRuns, pausable] },
  'clock.resumed': { from: accepted, by: ['town-assistant'], checks: [clockPaused] },
  'clock.extended': { from: accepted, by: ['town-assistant'], checks: [extendable] },
  'verification.requested': { from: ['investigating'], by: clerk, checks: [separateFor('verification')] },
  'verification.completed': { from: accepted, by: clerk, checks: [] },
  'verification.difference-resolved': { from: ['investigating'], by: ['town-assistant'], checks: [] },
  'visit.planned': { from: ['investigating'], by: ['town-assistant'], checks: [] },
  'visit.made': { from: ['investigating'], by: ['town-assistant', 'coordinator'], checks: [separateFor('visit')] },
  'case.assessed': {
    from: ['investigating', 'proposed', 'awaiting-decision'],
    by: ['town-assistant', 'town-approver'],
    checks: [],
  },
  'case.proposed': {
    from: ['investigating'],
    by: ['town-assistant'],
    checks: [verificationDone, visitDone, assessmentFresh, separateFor('review')],
  },
  'notice.posted': { from: ['proposed'], by: ['town-assistant'], checks: [separateFor('notice')] },
  'notice.objected': {
    from: ['publicising', 'objected'],
    by: ['public', 'resident', 'system', 'town-assistant'],
    checks: [],
  },
  'objection.answered': { from: ['objected'], by: ['town-assistant'], checks: [] },
  'notice.ended': { from: ['publicising', 'objected'], by: clerk, checks: [] },
  'notice.withdrawn': { from: ['publicising', 'objected'], by: clerk, checks: [objectionsAnswered] },
  'case.approved': {
    from: ['awaiting-decision'],
    by: ['town-approver'],
    checks: [...deciding, verificationDone, visitDone, objectionsAnswered, noticeOver, assessmentFresh],
  },
  'case.refused': {
    from: ['awaiting-decision'],
    by: ['town-approver'],
    checks: [...deciding, objectionsAnswered, assessmentFresh],
  },
  'case.returned': { from: ['awaiting-decision'], by: ['town-approver'], checks: [proposalMade, objectionsAnswered] },
  'award.started': { from: ['approved'], by: ['system'], checks: [] },
}

/**
 * Why this act is not possible now, or null. A notice that still hangs is named as such rather than as a wrong
 * status, because that is what the approver asks.
 */
export function whyNot(state: CaseState, type: CaseActType, who: Who, circumstances: Circumstances): string | null {
  if (type === 'case.submitted') return 'casework.already-open'
  const { from, by, checks } = moves[type]
  if (!by.includes(who.role)) return 'casework.wrong-role'
  if (!from.includes(state.status)) return outOfTurn(state, type, who, circumstances)
  return firstFailing(checks, state, who, circumstances)
}

function outOfTurn(state: CaseState, type: CaseActType, who: Who, circumstances: Circumstances): string {
  if (!isOpen(state)) return 'casework.closed'
  if (type !== 'case.approved' && type !== 'case.refused' && type !== 'case.proposed') return 'casework.wrong-status'
  const checks = [...moves[type].checks].filter(check => check !== assessmentFresh)
  return (accepted.includes(state.status) && firstFailing(checks, state, who, circumstances)) || 'casework.wrong-status'
}

function firstFailing(
  checks: readonly Check[],
  state: CaseState,
  who: Who,
  circumstances: Circumstances,
): string | null {
  for (const check of checks) {
    const code = check(state, who, circumstances)
    if (code) return code
  }
  return null
}

/** The last part of each address `POST /cases/:id/<it>` and the act behind it. */
export const actOfAddress = {
  'request-correction': 'case.correction-requested',
  'complete-correction': 'case.completed',
  accept: 'case.accepted',
  reject: 'case.rejected',
  withdraw: 'case.withdrawn',
  terminate: 'case.terminated',
  pause: 'clock.paused',
  resume: 'clock.resumed',
  extend: 'clock.extended',
  verification: 'verification.requested',
  visits: 'visit.planned',
  assess: 'case.assessed',
  propose: 'case.proposed',
  notice: 'notice.posted',
  approve: 'case.approved',
  refuse: 'case.refused',
  return: 'case.returned',
} as const satisfies Readonly<Record<string, CaseActType>>

export type CaseAddress = keyof typeof actOfAddress

/** For each address null, or the code that says why not. */
export function can(state: CaseState, who: Who, circumstances: Circumstances): Record<CaseAddress, string | null> {
  const entries = Object.entries(actOfAddress).map(([address, type]) => [
    address,
    whyNot(state, type, who, circumstances),
  ])
  return Object.fromEntries(entries) as Record<CaseAddress, string | null>
}
