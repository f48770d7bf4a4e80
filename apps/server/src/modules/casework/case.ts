/**
 * A case as the fold of its acts. Pure: the same entries always give the same case, which is how the stored row
 * is checked against the journal. What may happen when is said in `moves.ts`; here an act has already happened.
 */
import { addDays, businessDate, type CalendarDate, type Instant } from '@doudi/kernel'
import type { StageId } from '@doudi/policy'
import type { AssessmentSummary, CaseAct, CaseActType, QueryOutcome, Submission } from './acts.ts'
import {
  type CaseClock,
  cutNotice,
  excludeNotice,
  extendClock,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
} from './legal-clock.ts'

export const caseStatuses = [
  'submitted',
  'correcting',
  'investigating',
  'proposed',
  'publicising',
  'objected',
  'awaiting-decision',
  'approved',
  'refused',
  'rejected',
  'withdrawn',
  'terminated',
] as const
export type CaseStatus = (typeof caseStatuses)[number]

/** A piece of work somebody did, for the line and for the rule of different persons. */
export interface Hand {
  readonly accountId: string | null
  readonly name: string
  readonly on: CalendarDate
}

export interface CaseVisit {
  readonly visitId: string
  readonly plannedFor: CalendarDate | null
  readonly surveyors: readonly string[]
  readonly madeOn: CalendarDate | null
  readonly conclusion: string | null
}

export interface CaseNotice {
  readonly noticeId: string
  readonly assessmentId: string
  readonly postedOn: CalendarDate
  readonly endsOn: CalendarDate
  readonly status: 'posted' | 'ended' | 'withdrawn'
}

export interface CaseDecision extends Hand {
  readonly outcome: 'approved' | 'refused'
  readonly assessmentId: string
  readonly amountFen: number
  readonly coveredPeople: number
  readonly firstMonth: string | null
  readonly reasonCode: string | null
  readonly reason: string | null
}

export interface CaseState extends Omit<Submission, 'number'> {
  readonly number: string
  readonly status: CaseStatus
  readonly version: number
  readonly submittedOn: CalendarDate
  readonly acceptedOn: CalendarDate | null
  /** Whether the town decided about itself on the day of acceptance; the limit rests on it. */
  readonly delegated: boolean
  readonly correction: { missing: readonly string[]; note: string | null; askedOn: CalendarDate } | null
  /** A correction is asked for once; a second one would be the office's mistake. */
  readonly corrections: number
  readonly clock: CaseClock | null
  readonly verification: {
    readonly requestId: string
    readonly round: number
    readonly requestedOn: CalendarDate
    readonly completedOn: CalendarDate | null
    readonly queries: readonly QueryOutcome[]
  } | null
  readonly visits: readonly CaseVisit[]
  readonly assessments: readonly (AssessmentSummary & { readonly at: Instant; readonly version: number })[]
  /** What an officer made of declared against found, by `factKey`. */
  readonly resolutions: Readonly<Record<string, Resolution>>
  /** Version of the last act that changed what is known; an assessment older than that is stale. */
  readonly evidenceVersion: number
  readonly proposal:
    | (Hand & {
        readonly recommendation: 'approve' | 'refuse'
        readonly assessmentId: string
        readonly amountFen: number
        readonly reason: string | null
      })
    | null
  readonly notice: CaseNotice | null
  readonly objections: readonly {
    readonly objectionId: string
    readonly on: CalendarDate
    readonly finding: string | null
  }[]
  readonly returns: readonly (Hand & { readonly reason: string | null })[]
  readonly decision: CaseDecision | null
  /** Why the case ended without a decision. */
  readonly closed: (Hand & { readonly reason: string | null }) | null
  readonly award: { readonly awardId: string; readonly startMonth: string; readonly monthlyFen: number } | null
  /** Everybody who ever did a stage of this case, across returns. */
  readonly hands: Readonly<Partial<Record<StageId, readonly string[]>>>
}

export type Resolution = CaseAct<'verification.difference-resolved'>['body']['resolution']

/** One field of the household, or of one of its people. */
export const factKey = (field: string, personId: string | null): string => `${field}/${personId ?? ''}`

/** The case as it stands right after submission. */
export function initialCase({ body, at, by }: CaseAct<'case.submitted'>): CaseState {
  return {
    ...body,
    status: 'submitted',
    version: 1,
    submittedOn: businessDate(at),
    acceptedOn: null,
    delegated: false,
    correction: null,
    corrections: 0,
    clock: null,
    verification: null,
    visits: [],
    assessments: [],
    resolutions: {},
    evidenceVersion: 1,
    proposal: null,
    notice: null,
    objections: [],
    returns: [],
    decision: null,
    closed: null,
    award: null,
    hands: by.accountId ? { application: [by.accountId] } : {},
  }
}

type Change = Partial<CaseState>
type Fold<T extends CaseActType> = (state: CaseState, act: CaseAct<T>, on: CalendarDate) => Change

/** The case after one more act. */
export function foldAct(state: CaseState, act: CaseAct): CaseState {
  const fold = folds[act.type] as Fold<CaseActType>
  const version = state.version + 1
  const change = fold({ ...state, version }, act, businessDate(act.at))
  return { ...state, ...change, version, hands: withHands(state, act) }
}

/** Rebuilds a case from its entries. */
export function foldCase([first, ...rest]: readonly CaseAct[]): CaseState {
  if (first?.type !== 'case.submitted') throw new Error('a case begins with its submission')
  return rest.reduce(foldAct, initialCase(first))
}

const evidence = (state: CaseState): Change => ({ evidenceVersion: state.version })
const handOf = ({ by }: CaseAct, on: CalendarDate): Hand => ({ accountId: by.accountId, name: by.name, on })
const closing =
  (status: CaseStatus) =>
  (state: CaseState, act: CaseAct, on: CalendarDate): Change => ({
    status,
    closed: { ...handOf(act, on), reason: act.reason },
    clock: state.clock && stopClock(state.clock, on),
    notice: state.notice?.status === 'posted' ? { ...state.notice, status: 'withdrawn' } : state.notice,
  })

/** Back to the investigation: what was found stays, what was concluded from it does not. */
const reopened = (state: CaseState, on: CalendarDate): Change => ({
  status: 'investigating',
  proposal: null,
  notice: null,
  clock: state.clock && cutNotice(state.clock, on),
})

const folds: { readonly [T in CaseActType]: Fold<T> } = {
  'case.submitted': () => {
    throw new Error('a case is submitted once')
  },
  'case.correction-requested': (state, { body }, on) => ({
    status: 'correcting',
    correction: { ...body, askedOn: on },
    corrections: state.corrections + 1,
  }),
  'case.completed': state => ({ ...evidence(state), status: 'submitted', correction: null, pending: [] }),
  'case.accepted': (_, { body }, on) => ({
    status: 'investigating',
    acceptedOn: on,
    delegated: body.delegated,
    clock: startClock(on, body.limit),
  }),
  'case.rejected': closing('rejected'),
  'case.withdrawn': closing('withdrawn'),
  'case.terminated': closing('terminated'),
  'clock.paused': ({ clock }, { body }, on) => ({ clock: clock && pauseClock(clock, on, body.because) }),
  'clock.resumed': ({ clock }, _, on) => ({ clock: clock && resumeClock(clock, on) }),
  'clock.extended': ({ clock }, { body }, on) => ({ clock: clock && extendClock(clock, on, body.ground, body.count) }),
  'verification.requested': (_, { body }, on) => ({
    verification: { ...body, requestedOn: on, completedOn: null, queries: [] },
  }),
  'verification.completed': (state, { body }, on) => ({
    ...evidence(state),
    verification: { requestedOn: state.verification?.requestedOn ?? on, ...body, completedOn: on },
  }),
  'verification.difference-resolved': (state, { body }) => ({
    ...evidence(state),
    resolutions: { ...state.resolutions, [factKey(body.field, body.personId)]: body.resolution },
  }),
  'visit.planned': ({ visits }, { body }) => ({
    visits: [...visits.filter(visit => visit.visitId !== body.visitId), { ...body, madeOn: null, conclusion: null }],
  }),
  'visit.made': (state, { body }) => ({ ...evidence(state), visits: withVisit(state.visits, body) }),
  'case.assessed': ({ assessments, version }, { body, at }) => ({
    assessments: [...assessments, { ...body, at, version }],
  }),
  'case.proposed': (_, act, on) => ({
    // Only what would be granted hangs on the village board; a proposed refusal goes straight to the decision.
    status: act.body.recommendation === 'approve' ? 'proposed' : 'awaiting-decision',
    proposal: { ...act.body, ...handOf(act, on), reason: act.reason },
  }),
  'notice.posted': ({ clock }, { body }) => ({
    status: 'publicising',
    notice: { ...body, status: 'posted' },
    clock: clock && excludeNotice(clock, addDays(body.postedOn, 1), body.endsOn),
  }),
  'notice.objected': ({ objections }, { body }, on) => ({
    status: 'objected',
    objections: [...objections, { objectionId: body.objectionId, on, finding: null }],
  }),
  'objection.answered': (state, { body }, on) => {
    const objections = state.objections.map(one =>
      one.objectionId === body.objectionId ? { ...one, finding: body.finding } : one,
    )
    if (body.finding === 'founded') return { ...reopened(state, on), objections }
    return { objections, status: statusOfNotice(state.notice, objections) }
  },
  'notice.ended': ({ notice, objections }) => {
    const ended = notice && { ...notice, status: 'ended' as const }
    return { notice: ended, status: statusOfNotice(ended, objections) }
  },
  'notice.withdrawn': ({ clock }, _, on) => ({
    status: 'proposed',
    notice: null,
    clock: clock && cutNotice(clock, on),
  }),
  'case.approved': ({ clock }, act, on) => ({
    status: 'approved',
    decision: { ...act.body, outcome: 'approved', reasonCode: null, reason: act.reason, ...handOf(act, on) },
    clock: clock && stopClock(clock, on),
  }),
  'case.refused': ({ clock }, act, on) => ({
    status: 'refused',
    decision: {
      ...act.body,
      outcome: 'refused',
      amountFen: 0,
      coveredPeople: 0,
      firstMonth: null,
      reason: act.reason,
      ...handOf(act, on),
    },
    clock: clock && stopClock(clock, on),
  }),
  'case.returned': (state, act, on) => ({
    ...reopened(state, on),
    returns: [...state.returns, { ...handOf(act, on), reason: act.reason }],
  }),
  'award.started': (_, { body }) => ({ award: body }),
}

function statusOfNotice(notice: CaseNotice | null, objections: CaseState['objections']): CaseStatus {
  if (objections.some(objection => objection.finding === null)) return 'objected'
  return notice?.status === 'ended' ? 'awaiting-decision' : 'publicising'
}

function withVisit(visits: readonly CaseVisit[], made: CaseAct<'visit.made'>['body']): CaseVisit[] {
  const { visitId, surveyors, visitedOn, conclusion } = made
  const planned = visits.find(visit => visit.visitId === visitId)?.plannedFor ?? null
  return [
    ...visits.filter(visit => visit.visitId !== visitId),
    { visitId, plannedFor: planned, surveyors, madeOn: visitedOn, conclusion },
  ]
}

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

function withHands(state: CaseState, act: CaseAct): CaseState['hands'] {
  const stage = act.type === 'visit.made' ? 'visit' : stageOf[act.type]
  if (!stage) return state.hands
  const doers = act.type === 'visit.made' ? act.body.surveyors : [act.by.accountId]
  const known = state.hands[stage] ?? []
  const added = doers.filter((doer): doer is string => doer !== null && !known.includes(doer))
  return added.length > 0 ? { ...state.hands, [stage]: [...known, ...added] } : state.hands
}
