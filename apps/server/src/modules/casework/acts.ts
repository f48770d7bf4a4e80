/**
 * Everything that can happen to a case, and what each act carries. An act is one journal entry; its body holds
 * no class-A values and is, with who and when, all that `case.ts` needs to rebuild the case.
 */
import type { CalendarDate, Instant, Month } from '@doudi/kernel'
import type { ClockUnit, StageId } from '@doudi/policy'

/** How a query to one department about one person ended. Only the first two say anything about assets. */
export type QueryStatus = 'answered' | 'nothing-found' | 'mismatch' | 'failed' | 'pending' | 'no-consent'

export interface QueryOutcome {
  readonly personId: string
  readonly source: string
  readonly mandatory: boolean
  readonly status: QueryStatus
}

export interface CaseMember {
  readonly personId: string
  readonly name: string
  readonly relation: string
  /** Adults sign their own authorisation. */
  readonly adult: boolean
}

/** An authorisation as it was signed with the application; the verification module takes it from here. */
export interface SignedConsent {
  readonly personId: string
  readonly method: 'phone' | 'paper' | 'field' | 'window' | 'guardian'
  readonly signedName: string
}

export interface Submission {
  readonly number: string
  readonly programme: string
  readonly pack: string
  readonly division: string
  readonly householdId: string
  readonly applicant: { readonly personId: string; readonly name: string }
  readonly members: readonly CaseMember[]
  readonly channel: 'portal' | 'window' | 'coordinator'
  /** Who applied for them, if somebody did; their telephone is with their account, not here. */
  readonly onBehalf: { readonly name: string; readonly relation: string } | null
  readonly consents: readonly SignedConsent[]
  readonly commitment: { readonly signedName: string }
  /** Kinds of papers the family will bring later. */
  readonly pending: readonly string[]
}

/** The total limit of the case, copied from the procedure in force on the day of acceptance. */
export interface ClockLimit {
  readonly clockId: string
  readonly unit: Exclude<ClockUnit, 'hours'>
  readonly count: number
  /** Stages whose days do not count. */
  readonly excludes: readonly StageId[]
}

export interface ActBodies {
  'case.submitted': Submission
  'case.correction-requested': { readonly missing: readonly string[]; readonly note: string | null }
  'case.completed': Readonly<Record<string, never>>
  /** `dueOn` is the date promised in the letter; a later pause or extension moves it. */
  'case.accepted': { readonly limit: ClockLimit; readonly dueOn: CalendarDate; readonly delegated: boolean }
  'case.rejected': Readonly<Record<string, never>>
  'case.withdrawn': Readonly<Record<string, never>>
  'case.terminated': Readonly<Record<string, never>>
  'clock.paused': { readonly because: string }
  'clock.resumed': Readonly<Record<string, never>>
  'clock.extended': { readonly ground: string; readonly count: number }
  'verification.requested': { readonly requestId: string; readonly round: number }
  /** Written when nothing is pending any more, and again after a retry. */
  'verification.completed': {
    readonly requestId: string
    readonly round: number
    readonly queries: readonly QueryOutcome[]
  }
  'verification.difference-resolved': {
    readonly differenceId: string
    readonly field: string
    readonly personId: string | null
    readonly resolution: 'use-found' | 'use-declared' | 'excluded'
  }
  'visit.planned': {
    readonly visitId: string
    readonly plannedFor: CalendarDate
    readonly surveyors: readonly string[]
  }
  /** `conclusion` is null when nobody was met: such a visit does not count as made. */
  'visit.made': {
    readonly visitId: string
    readonly visitedOn: CalendarDate
    readonly surveyors: readonly string[]
    readonly outcome: string
    readonly conclusion: string | null
  }
  'case.assessed': AssessmentSummary
  'case.proposed': {
    readonly recommendation: 'approve' | 'refuse'
    readonly assessmentId: string
    readonly amountFen: number
  }
  /** `endsOn` is the last day on which it hangs, inclusive. */
  'notice.posted': {
    readonly noticeId: string
    readonly assessmentId: string
    readonly postedOn: CalendarDate
    readonly endsOn: CalendarDate
  }
  'notice.objected': { readonly objectionId: string; readonly noticeId: string }
  'objection.answered': { readonly objectionId: string; readonly finding: 'unfounded' | 'founded' }
  'notice.ended': { readonly noticeId: string }
  'notice.withdrawn': { readonly noticeId: string }
  'case.approved': {
    readonly assessmentId: string
    readonly amountFen: number
    readonly coveredPeople: number
    readonly firstMonth: Month
  }
  'case.refused': { readonly assessmentId: string; readonly reasonCode: string }
  'case.returned': Readonly<Record<string, never>>
  'award.started': { readonly awardId: string; readonly startMonth: string; readonly monthlyFen: number }
}

/** What a computation came to; the whole of it is in `casework.assessment`. */
export interface AssessmentSummary {
  readonly assessmentId: string
  readonly stage: 'proposal' | 'decision'
  readonly eligible: boolean
  readonly route: string
  readonly category: string
  readonly amountFen: number
  readonly coveredPeople: number
  /** Differences between declared and found that nobody has looked at. */
  readonly unresolved: number
}

export type CaseActType = keyof ActBodies

export interface Actor {
  readonly accountId: string | null
  readonly name: string
  readonly role: string
}

/** An act as it happened. */
export type CaseAct<T extends CaseActType = CaseActType> = {
  [K in T]: {
    readonly type: K
    readonly body: ActBodies[K]
    readonly at: Instant
    readonly by: Actor
    readonly reason: string | null
  }
}[T]

/** An act as somebody wants it to happen. */
export type NewAct<T extends CaseActType = CaseActType> = {
  [K in T]: {
    readonly type: K
    readonly body: ActBodies[K]
    readonly reason?: string
    /** The version the actor saw; jobs, which have seen none, leave it out. */
    readonly expectedVersion?: number
  }
}[T]

/** One field of the household, or of one of its people. */
export const factKey = (field: string, personId: string | null): string => `${field}/${personId ?? ''}`
