/**
 * How a programme is decided, as data that the casework engine follows: stages in order, who acts, which
 * clocks run, what extends or pauses them, who may not be the same person, and which papers may be asked for.
 */
import type { Citation, Wording } from './schema/citation.ts'

export const stageIds = ['application', 'acceptance', 'verification', 'visit', 'review', 'notice', 'decision'] as const
export type StageId = (typeof stageIds)[number]

export const roleIds = [
  'resident',
  'coordinator',
  'town-assistant',
  'town-approver',
  'county-supervisor',
  'county-approver',
  'county-finance',
] as const
export type RoleId = (typeof roleIds)[number]

export const clockUnits = ['workingDays', 'calendarDays', 'hours'] as const
export type ClockUnit = (typeof clockUnits)[number]

export const clockEvents = [
  'submitted',
  'accepted',
  'verification-requested',
  'notice-posted',
  'received-by-county',
  'decided',
  'discovered',
] as const
export type ClockEvent = (typeof clockEvents)[number]

export interface Stage {
  readonly id: StageId
  readonly name: Wording
  /** Who may take the step; with a delegation, `whenDelegated` takes its place. */
  readonly roles: readonly RoleId[]
  readonly whenDelegated?: readonly RoleId[]
  /** Other stages that must be finished first. */
  readonly after: readonly StageId[]
  readonly citation: Citation
}

/** A longer limit, and the reasons of which one must be recorded before it may be used. */
export interface ClockExtension {
  readonly count: number
  readonly reasons: readonly { readonly id: string; readonly name: Wording }[]
  readonly citation: Citation
}

export interface LegalClock {
  readonly id: string
  readonly name: Wording
  readonly unit: ClockUnit
  readonly count: number
  readonly startsOn: ClockEvent
  /** The stage that must be finished before the clock runs out. */
  readonly endsWith: StageId
  /** Applies only when the decision is (or is not) delegated to the town; absent means always. */
  readonly delegated?: boolean
  /** Stages whose days do not count. */
  readonly excludes: readonly StageId[]
  /** Reasons for which the clock stands still. */
  readonly pausedBy: readonly { readonly id: string; readonly name: Wording }[]
  readonly extension?: ClockExtension
  readonly citation: Citation
}

/** A notice hangs at least so long: no level may shorten it. Every other clock is a limit that none may lengthen. */
export function isLeast({ startsOn }: Partial<LegalClock>): boolean {
  return startsOn === 'notice-posted'
}

/** Two pieces of work on one case that one person may not both do. */
export interface Separation {
  readonly id: string
  readonly first: StageId
  readonly second: StageId
  readonly citation: Citation
}

export interface VerificationItem {
  readonly id: string
  readonly name: Wording
  readonly mandatory: boolean
}

export interface Procedure {
  readonly programme: string
  readonly pack: string
  /** The day from which this version holds. */
  readonly from: string
  readonly stages: readonly Stage[]
  readonly clocks: readonly LegalClock[]
  readonly separations: readonly Separation[]
  readonly surveyors: { readonly minimum: number; readonly citation: Citation }
  readonly decision: {
    readonly level: 'county' | 'town'
    readonly delegable: boolean
    readonly citation: Citation
  }
  readonly verification: { readonly items: readonly VerificationItem[]; readonly citation: Citation }
  readonly payment: {
    readonly starts: 'month-after-decision' | 'month-of-decision'
    readonly rhythm: 'monthly' | 'once'
    readonly citation: Citation
  }
}

/** Papers: what is asked from everybody, what is asked only if no department can give it, what never. */
export interface DocumentRules {
  readonly required: readonly DocumentRule[]
  readonly onlyIfNotShared: readonly DocumentRule[]
  readonly neverDemanded: readonly DocumentRule[]
}

export interface DocumentRule {
  readonly id: string
  readonly name: Wording
  /** `household` once, `adult` one from each adult member, `member` one for each person it is about. */
  readonly from: 'household' | 'adult' | 'member'
  readonly citation: Citation
}
