/** One event of the ledger before it is written: who it is for, why, and postings that sum to zero. */
import { type Fen, splitFen, sumFen } from '@doudi/kernel'
import { type AccountCode, type EntryKind, type Level, levels } from './account.ts'

export interface EntryLine {
  readonly account: AccountCode
  /** Debit positive, credit negative. */
  readonly amountFen: Fen
}

export interface NewEntry {
  readonly county: string
  readonly programme: string
  readonly fundLine: string
  readonly kind: EntryKind
  /** What caused it; together with the kind it happens once. */
  readonly causeId: string
  readonly memo: string
  readonly lines: readonly EntryLine[]
}

/** The two sides of a plain transfer. */
export function debitCredit(debit: AccountCode, credit: AccountCode, amount: Fen): EntryLine[] {
  return [
    { account: debit, amountFen: amount },
    { account: credit, amountFen: -amount as Fen },
  ]
}

/**
 * An allocation arrives in the bank and stands to the credit of the levels that gave it, in proportion to `shares`.
 * Fen that do not divide go to the county first, so that the levels always sum to what arrived.
 */
export function allocationLines(amount: Fen, shares: Partial<Record<Level, number | undefined>>): EntryLine[] {
  const givers = levels.filter(level => (shares[level] ?? 0) > 0)
  const parts = splitFen(
    amount,
    givers.map(level => shares[level] ?? 0),
  )
  const credits = givers.flatMap((level, i): EntryLine[] => {
    const part = parts[i] ?? 0n
    return part === 0n ? [] : [{ account: `allocation-${level}`, amountFen: -part as Fen }]
  })
  return [{ account: 'fund-bank', amountFen: amount }, ...credits]
}

/** A caller that hands over an unbalanced entry is a bug; the database would refuse it at commit as well. */
export function assertBalanced(entry: NewEntry): void {
  if (sumFen(entry.lines.map(line => line.amountFen)) !== 0n || entry.lines.length < 2) {
    throw new Error(`ledger entry ${entry.kind} of ${entry.causeId} does not sum to zero`)
  }
}
