/** The shapes the console reads: people, cases and their clock. Shapes of one screen only stand beside that screen. */

export interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

export interface Bilingual<T = string> {
  readonly zh: T
  readonly en: T
}

export interface Me {
  readonly accountId: string
  readonly kind: 'staff' | 'resident'
  readonly name: string
  readonly roles: readonly { role: string; roleName: string; division: string; divisionName: string }[]
  readonly permissions: readonly string[]
  readonly lastSignInAt: string | null
  readonly lastSignInFrom: string | null
  readonly today: string
  readonly demo: boolean
}

export interface CaseSummary {
  readonly id: string
  readonly number: string
  readonly applicantName: string
  readonly householdId: string
  readonly division: string
  readonly villageName: string
  readonly programme: string
  readonly members: number
  readonly status: string
  readonly statusName: string
  readonly awaits: string | null
  readonly submittedOn: string
  readonly acceptedOn: string | null
  readonly dueOn: string | null
  readonly workingDaysLeft: number | null
  readonly overdue: boolean
  readonly flags: readonly string[]
  readonly amountFen: number | null
}

export interface LegalClock {
  readonly startedOn: string | null
  readonly limit: { count: number; unit: string } | null
  readonly dueOn: string | null
  readonly workingDaysLeft: number | null
  readonly pauses: readonly { from: string; to: string | null; reason: string }[]
  readonly extended: { ground?: string } | null
  readonly running: boolean
}

export type StepStatus = 'not-started' | 'running' | 'done' | 'decided' | 'overdue'

/** One stop on the household line. */
export interface Step {
  readonly id: string
  readonly name: string
  readonly status: StepStatus
  readonly on: string | null
  readonly actor: string | null
  readonly promisedBy: string | null
}

export interface CaseDocument {
  readonly id: string
  readonly kind: string
  readonly mediaType?: string
  readonly personName?: string | null
  readonly addedAt?: string
  readonly addedBy?: string | null
}

export interface CaseDetail extends CaseSummary {
  readonly version: number
  readonly pack: string
  readonly channel: string
  readonly state: Readonly<Record<string, unknown>>
  readonly clock: LegalClock
  /** Each act, with null when it may be done now and the code of the reason when not. */
  readonly can: Readonly<Record<string, string | null>>
  readonly documents: readonly CaseDocument[]
  readonly steps: readonly Step[]
  readonly decision: { outcome: string; on: string; reason?: string | null } | null
}

export interface HouseholdMember {
  readonly personId: string
  readonly name: string
  readonly relation: string
  readonly sex: string
  readonly age: number
  readonly bornOn: string
  readonly identityMasked: string | null
  readonly phoneMasked: string | null
}

export interface Household {
  readonly id: string
  readonly number: string
  readonly division: string
  readonly villageName: string
  readonly townName: string
  readonly headName: string
  readonly addressMasked: string | null
  readonly phoneMasked: string | null
  readonly members: readonly HouseholdMember[]
  readonly bankAccount: { holderName: string; bank: string; tail: string } | null
  readonly cases: readonly { id: string; number: string; status: string; programme: string }[]
}

export interface Division {
  readonly code: string
  readonly name: string
  readonly level: string
  readonly parent: string | null
}
