/** What the case page reads besides the case itself. */
import type { Bilingual } from '../../views.ts'

interface FactSide {
  readonly value: string | number | boolean | null
  readonly display: string
  readonly source: string
  readonly sourceDetail: string
  readonly asOf: string
}

export interface Fact {
  readonly field: string
  readonly label: Bilingual
  readonly personId: string | null
  readonly personName: string | null
  readonly unit: string
  readonly declared: FactSide | null
  readonly found: FactSide | null
  readonly visit: FactSide | null
  readonly used: FactSide | null
  readonly differs: boolean
  readonly resolution: string | null
}
export type { FactSide }

interface Citation {
  readonly title: string
  readonly clause: string
}

interface Shown {
  readonly value: string | boolean | null
  readonly unit: string
  readonly display: { readonly 'zh-CN': string; readonly en: string }
}

export interface TraceNode extends Shown {
  readonly name: string
  readonly id: string
  readonly member?: number
  readonly formula: string
  readonly from: string
  readonly pack: string
  readonly citation: Citation | null
  readonly parameters: readonly (Shown & { name: string; id: string; from: string; citation: Citation | null })[]
  readonly facts: readonly (Shown & {
    name: string
    id: string
    member?: number
    source: string | null
    date: string | null
    assumed: boolean
  })[]
  readonly inputs: readonly TraceNode[]
  readonly repeated: boolean
}

export interface Assessment {
  readonly id: string
  readonly stage: string
  readonly assessedFor: string
  readonly createdAt: string
  readonly createdBy: string | null
  readonly result: { eligible: boolean; route: string; amountFen: number; coveredPeople: number; category: string }
  readonly workedSum: readonly Bilingual[]
  readonly explanation: Bilingual<readonly string[]>
  readonly trace: unknown
  readonly versions: unknown
  readonly unresolved: readonly { field: string; label: Bilingual; personName: string | null }[]
  readonly resultHash: string
}

export interface Query {
  readonly id: string
  readonly personName: string
  readonly source: string
  readonly sourceName: string
  readonly mandatory: boolean
  readonly status: string
  readonly attempts: number
  readonly lastError: string | null
  readonly queriedAt: string | null
  readonly findings: readonly { label: string; display: string }[]
}

export type Resolution = 'use-found' | 'use-declared' | 'excluded'

export interface Difference {
  readonly id: string
  readonly field: string
  readonly label: string
  readonly personName: string | null
  readonly declared: string
  readonly found: string
  readonly resolution: Resolution | null
  readonly reason: string | null
}

export interface Verification {
  /** 0: nobody has asked the departments yet. */
  readonly round: number
  readonly requestedAt: string | null
  readonly completedAt: string | null
  readonly queries: readonly Query[]
  readonly notAsked: readonly { source: string; sourceName: string }[]
  readonly differences: readonly Difference[]
}

export interface Consents {
  readonly items: readonly {
    id: string
    personId: string
    personName: string
    method: string
    signedAt: string
    status: string
  }[]
  /** Members for whom nothing valid is on record. */
  readonly missing: readonly { personId: string; personName: string; adult: boolean }[]
}

export interface Visit {
  readonly id: string
  readonly status: string
  readonly plannedFor: string
  readonly surveyors: readonly { accountId: string; name: string }[]
  readonly visitedAt: string | null
  readonly outcome: string | null
  readonly conclusion: string | null
}

export interface VisitConflict {
  readonly submissionId: string
  readonly fields: readonly { field: string; label: string; server: string | null; device: string | null }[]
}

export interface Notice {
  readonly id: string
  readonly postedOn: string
  readonly endsOn: string
  readonly status: string
  readonly objections: readonly Objection[]
}

export interface Objection {
  readonly id: string
  readonly anonymous: boolean
  readonly name: string | null
  readonly content: string
  readonly receivedAt: string
  readonly status: string
  readonly answer: string | null
  readonly finding: string | null
}

export interface Letter {
  readonly id: string
  readonly kind: string
  readonly number: string
  readonly name: Bilingual
  readonly verificationCode: string
  readonly issuedAt: string
}

export interface LineEntry {
  readonly seq: number
  readonly at: string
  readonly act: string
  readonly actorName: string
  readonly role: string
  readonly reason: string | null
  readonly summary: Bilingual
}
