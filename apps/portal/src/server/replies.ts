/** The API's answers as far as the pages read them. */
import type { CalendarDate } from '@doudi/kernel'
import type { LineStatus } from '@doudi/light-ui'

export interface Wording {
  readonly zh: string
  readonly en: string
}

export interface Division {
  readonly code: string
  readonly name: string
  readonly level: string
  readonly parent: string | null
}

export interface Place extends Division {
  readonly contactPhone: string | null
  readonly contactHours: string | null
  readonly path: readonly { readonly code: string; readonly name: string }[]
}

export interface List<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

export interface Me {
  readonly kind: 'staff' | 'resident'
  readonly name: string
  readonly today: CalendarDate
  readonly households: readonly { readonly id: string; readonly number: string; readonly headName: string }[]
}

export interface Step {
  readonly id: 'received' | 'verification' | 'visit' | 'notice' | 'decision' | 'payment'
  readonly name: Wording
  readonly status: LineStatus
  readonly on: CalendarDate | null
  readonly actor: string | null
  readonly promisedBy: CalendarDate | null
}

export interface OwnCase {
  readonly id: string
  readonly number: string
  readonly programme: string
  readonly status: string
  readonly version: number
  readonly plain: Wording
  readonly submittedOn: CalendarDate
  readonly steps: readonly Step[]
  readonly missing: readonly string[]
  readonly contactPhone: string | null
  readonly mayWithdraw: boolean
  readonly decision: OwnDecision | null
  readonly rejectionLetterId: string | null
  readonly awards: readonly { readonly startMonth: string; readonly monthlyFen: number }[]
}

export interface OwnDecision {
  readonly outcome: 'approved' | 'refused'
  readonly on: CalendarDate
  readonly amountFen: number
  readonly firstMonth: string | null
  readonly explanation: readonly Wording[]
  readonly letterId: string | null
  readonly remedies: Wording | null
}

export interface OwnAward {
  readonly id: string
  readonly programme: string
  readonly status: string
  readonly monthlyFen: number
  readonly startMonth: string
  readonly endMonth?: string | null
  readonly holdReason?: string | null
  readonly payments?: readonly OwnPayment[]
}

export interface OwnPayment {
  readonly month: string
  readonly amountFen: number
  readonly status: string
  readonly paidOn?: CalendarDate | null
  readonly bank?: string | null
  readonly tail?: string | null
}

export interface PublicNotice {
  readonly id: string
  readonly village: string
  readonly villageName: string
  readonly applicantMasked: string
  readonly householdSize: number
  readonly covered: number
  readonly programme: string
  readonly amountFen: number
  readonly postedOn: CalendarDate
  readonly endsOn: CalendarDate
  readonly office: string
  readonly contactPhone: string | null
}

export interface DraftReply<T> {
  readonly version: number
  readonly answers: T
  readonly submitted: boolean
}

export interface Submitted {
  readonly caseId: string
  readonly caseNumber: string
  readonly householdId: string
  readonly next: { readonly what: Wording; readonly byDate: CalendarDate | null }
}
