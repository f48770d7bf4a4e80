/**
 * A case as the fold of its acts. Pure: the same entries always give the same case, which is how the stored row
 * is checked against the journal. What may happen when is said in `moves.ts`; here an act has already happened.
 */
import { businessDate, type CalendarDate, type Instant } from '@doudi/kernel'
import type { StageId } from '@doudi/policy'
import type { AssessmentSummary, CaseAct, QueryOutcome, Submission } from './acts.ts'
import { changeOf } from './changes.ts'
import { withHands } from './hands.ts'
import type { CaseClock } from './legal-clock.ts'

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

/** The case after one more act. */
export function foldAct(state: CaseState, act: CaseAct): CaseState {
  const next = { ...state, version: state.version + 1 }
  return { ...next, ...changeOf(next, act, businessDate(act.at)), hands: withHands(state, act) }
}

/** Rebuilds a case from its entries. */
export function foldCase([first, ...rest]: readonly CaseAct[]): CaseState {
  if (first?.type !== 'case.submitted') throw new Error('a case begins with its submission')
  return rest.reduce(foldAct, initialCase(first))
}
