/** What changed against the month before: what the person who releases a batch reads first. Pure. */
import { type Fen, subtractFen, sumFen, zeroFen } from '@doudi/kernel'
import type { LeftOutReason } from './line.ts'

export interface MonthLine {
  readonly awardId: string
  readonly householdId: string
  readonly name: string
  readonly amountFen: Fen
}

export interface LeftOut extends MonthLine {
  readonly reason: LeftOutReason
}

export interface Change {
  readonly awardId: string
  readonly householdId: string
  readonly name: string
  readonly beforeFen: Fen
  readonly nowFen: Fen
}

export interface MonthDiff {
  /** Not paid last month, paid now. */
  readonly new: readonly Change[]
  /** Paid last month, and now neither in a batch of the month nor left out. */
  readonly stopped: readonly Change[]
  readonly changed: readonly Change[]
  readonly held: readonly (Change & { reason: LeftOutReason })[]
}

/** `current` are the lines of this batch; `elsewhere` awards that another batch of the same month pays. */
export function monthDiff(
  previous: readonly MonthLine[],
  current: readonly MonthLine[],
  leftOut: readonly LeftOut[],
  elsewhere: ReadonlySet<string> = new Set(),
): MonthDiff {
  const before = new Map(previous.map(line => [line.awardId, line]))
  const now = new Set([...current, ...leftOut].map(line => line.awardId))
  const compared = current.map(line => change(line, before.get(line.awardId)?.amountFen ?? zeroFen, line.amountFen))
  return {
    new: compared.filter(({ beforeFen }) => beforeFen === 0n),
    stopped: previous
      .filter(line => !now.has(line.awardId) && !elsewhere.has(line.awardId))
      .map(line => change(line, line.amountFen, zeroFen)),
    changed: compared.filter(({ beforeFen, nowFen }) => beforeFen !== 0n && beforeFen !== nowFen),
    held: leftOut.map(line => ({
      ...change(line, before.get(line.awardId)?.amountFen ?? zeroFen, zeroFen),
      reason: line.reason,
    })),
  }
}

function change({ awardId, householdId, name }: MonthLine, beforeFen: Fen, nowFen: Fen): Change {
  return { awardId, householdId, name, beforeFen, nowFen }
}

/** By how much the month's money grew (or shrank) through these changes. */
export function movedBy(changes: readonly Change[]): Fen {
  return sumFen(changes.map(({ beforeFen, nowFen }) => subtractFen(nowFen, beforeFen)))
}
