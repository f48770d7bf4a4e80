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
  readonly startedOn: string
  readonly limit: { count: number; unit: string }
  readonly dueOn: string | null
  readonly workingDaysLeft: number
  readonly pauses: readonly { from: string; to: string | null; reason: string }[]
  readonly extended: { ground: string; count: number; on: string } | null
  readonly running: boolean
}

export type StepStatus = 'not-started' | 'running' | 'done' | 'decided' | 'overdue'

/** One stop on the household line. */
export interface Step {
  readonly id: string
  readonly name: Bilingual
  readonly status: StepStatus
  readonly on: string | null
  readonly actor: string | null
  readonly promisedBy: string | null
}

export interface CaseDocument {
  readonly id: string
  readonly kind: string
  readonly personId: string | null
  readonly mediaType: string
  readonly addedAt: string
}

export interface NamedChoice {
  readonly id: string
  readonly name: Bilingual
}

interface Hand {
  readonly accountId: string | null
  readonly name: string
  readonly on: string
}

export interface CaseState {
  readonly correction: { missing: readonly string[]; note: string | null; askedOn: string } | null
  readonly pending: readonly string[]
  readonly onBehalf: { name: string; relation: string } | null
  readonly members: readonly { personId: string; name: string; relation: string; adult: boolean }[]
  readonly verification: { round: number; requestedOn: string; completedOn: string | null } | null
  readonly visits: readonly { visitId: string; madeOn: string | null; conclusion: string | null }[]
  readonly assessments: readonly { assessmentId: string; eligible: boolean; amountFen: number; version: number }[]
  readonly evidenceVersion: number
  readonly proposal:
    | (Hand & { recommendation: 'approve' | 'refuse'; assessmentId: string; amountFen: number; reason: string | null })
    | null
  readonly notice: { noticeId: string; postedOn: string; endsOn: string; status: string } | null
  readonly objections: readonly { objectionId: string; finding: string | null }[]
  readonly returns: readonly (Hand & { reason: string | null })[]
  readonly closed: (Hand & { reason: string | null }) | null
}

export interface CaseDetail extends CaseSummary {
  readonly version: number
  readonly pack: string
  readonly channel: string
  readonly townName: string
  readonly contactPhone: string | null
  readonly state: CaseState
  readonly clock: LegalClock | null
  /** Each act, with null when it may be done now and the code of the reason when not. */
  readonly can: Readonly<Record<string, string | null>>
  readonly choices: {
    readonly pauseReasons: readonly NamedChoice[]
    readonly extensionGrounds: readonly NamedChoice[]
    readonly refusalReasons: readonly NamedChoice[]
  }
  readonly documents: readonly CaseDocument[]
  readonly steps: readonly Step[]
  readonly decision:
    | (Hand & {
        outcome: 'approved' | 'refused'
        amountFen: number
        coveredPeople: number
        firstMonth: string | null
        reasonCode: string | null
        reason: string | null
      })
    | null
}

export interface HouseholdMember {
  readonly personId: string
  readonly name: string
  readonly relation: string
  readonly sex: string | null
  readonly age: number | null
  readonly bornOn: string | null
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
