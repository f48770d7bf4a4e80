/** What the payment screens read. */

export interface Budget {
  readonly id: string
  readonly programme: string
  readonly fundLine: string
  readonly year: number
  readonly limitFen: number
  readonly reservedFen: number
  readonly spentFen: number
  readonly availableFen: number
}

interface Sum {
  readonly count: number
  readonly fen: number
}

interface Person {
  readonly accountId: string
  readonly name: string
  readonly at: string
}

export type BatchAct = 'release' | 'send' | 'cancel' | 'import-return' | 'read-file'

export interface Batch {
  readonly id: string
  readonly number: string
  readonly programme: string
  readonly month: string
  readonly round: number
  readonly budgetId: string
  readonly status: string
  readonly lineCount: number
  readonly totalFen: number
  readonly made: Person
  readonly released: Person | null
  readonly sentAt: string | null
  readonly closedAt: string | null
  readonly lines: { readonly open: Sum; readonly settled: Sum; readonly returned: Sum; readonly held: Sum }
  readonly can: Readonly<Record<BatchAct, string | null>>
}

export interface Changes {
  readonly count: number
  readonly movedFen: number
  readonly items: readonly {
    readonly awardId: string
    readonly householdId: string
    readonly name: string
    readonly beforeFen: number
    readonly nowFen: number
    readonly reason?: string
  }[]
}

export interface ReturnResult {
  readonly settled: number
  readonly returned: number
  readonly already: number
  readonly quarantined: readonly { line: number; why: string }[]
  readonly complete: boolean
}

export type DiffKind = 'new' | 'stopped' | 'changed' | 'held'

export interface BatchDetail extends Batch {
  readonly diff: Readonly<Record<DiffKind, Changes>>
  readonly returnFiles: readonly (ReturnResult & { id: string; receivedAt: string })[]
}

export interface Line {
  readonly id: string
  readonly lineNo: number
  readonly householdId: string
  readonly payeeName: string
  readonly accountTail: string
  readonly amountFen: number
  readonly status: string
  readonly returnReason: string | null
  readonly reissuedAs: string | null
  readonly can: { readonly reissue: string | null }
}
