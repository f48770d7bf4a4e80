/**
 * What a bank's answer does to the lines of a batch. Pure and independent of the order of rows: whatever cannot be
 * trusted is set aside with a reason and changes nothing, so that settled + returned + still open is always the total.
 */
import type { ReturnFile, ReturnRow } from './return-file.ts'

export interface OpenLine {
  readonly id: string
  readonly lineNo: number
  readonly amountFen: bigint
  readonly status: 'sent' | 'settled' | 'returned' | 'held' | 'reserved' | 'cancelled'
}

export const quarantineReasons = [
  'other-batch',
  'unknown-line',
  'duplicate-row',
  'contradicting-rows',
  'wrong-amount',
  'contradicts-earlier',
  'unreadable',
  'cut',
  'trailer-missing',
  'trailer-rows',
  'trailer-total',
  'unverifiable',
] as const
export type QuarantineReason = (typeof quarantineReasons)[number]

export interface Quarantined {
  /** Row of the file, from 1; 0 for the file as a whole. */
  readonly line: number
  readonly why: QuarantineReason
}

export interface Resolution {
  readonly line: OpenLine
  readonly outcome: 'settled' | 'returned'
  readonly reason: string | null
}

export interface ReturnPlan {
  readonly resolve: readonly Resolution[]
  /** Rows that say again what an earlier file already said. */
  readonly already: number
  readonly quarantined: readonly Quarantined[]
  /** The file came to its end: its trailer is there and agrees with its rows. */
  readonly complete: boolean
}

export function planReturn(file: ReturnFile, lines: readonly OpenLine[], batchNumber: string): ReturnPlan {
  if (file.batchNumber !== null && file.batchNumber !== batchNumber) return nothing('other-batch')
  const byNumber = new Map(lines.map(line => [line.lineNo, line]))
  const trailer = checkEnd(file, byNumber)
  // Without a header only the trailer's total tells this batch from another one with as many lines.
  if (file.batchNumber === null && trailer.some(({ why }) => why === 'trailer-total')) return nothing('unverifiable')
  const quarantined: Quarantined[] = [...file.malformed.map(line => ({ line, why: 'unreadable' as const })), ...trailer]
  const resolve: Resolution[] = []
  let already = 0
  for (const [lineNo, rows] of Map.groupBy(file.rows, row => row.lineNo)) {
    const line = byNumber.get(lineNo)
    const refused = line ? whyNotApply(line, rows) : 'unknown-line'
    const [first, ...repeats] = rows
    if (refused || !line || !first) {
      quarantined.push(...rows.map(({ row }) => ({ line: row, why: refused ?? ('unknown-line' as const) })))
      continue
    }
    quarantined.push(...repeats.map(({ row }) => ({ line: row, why: 'duplicate-row' as const })))
    if (line.status === 'sent') resolve.push({ line, outcome: first.outcome, reason: first.reason })
    else already++
  }
  return {
    resolve: resolve.sort((a, b) => a.line.lineNo - b.line.lineNo),
    already,
    quarantined: quarantined.sort((a, b) => a.line - b.line),
    complete: trailer.length === 0,
  }
}

function whyNotApply(line: OpenLine, rows: readonly ReturnRow[]): QuarantineReason | undefined {
  if (rows.some(row => row.amountFen !== null && row.amountFen !== line.amountFen)) return 'wrong-amount'
  const outcomes = new Set(rows.map(row => row.outcome))
  if (outcomes.size > 1) return 'contradicting-rows'
  if (line.status === 'sent' || outcomes.has(line.status as 'settled' | 'returned')) return undefined
  return line.status === 'settled' || line.status === 'returned' ? 'contradicts-earlier' : 'unknown-line'
}

/** The trailer counts rows as they came, and sums what we sent on the lines they name. Empty when all agrees. */
function checkEnd({ rows, end }: ReturnFile, byNumber: ReadonlyMap<number, OpenLine>): Quarantined[] {
  const { trailer, cutRow } = end
  const total = rows.reduce((sum, row) => sum + (byNumber.get(row.lineNo)?.amountFen ?? 0n), 0n)
  const countsAgree = trailer?.rows === rows.length
  const totalsAgree = trailer?.totalFen === total
  if (countsAgree && totalsAgree) return []
  // A last row without its line end that does not agree was cut, whatever it looks like.
  if (cutRow !== null) {
    return [
      { line: cutRow, why: 'cut' },
      { line: 0, why: 'trailer-missing' },
    ]
  }
  if (!trailer) return [{ line: 0, why: 'trailer-missing' }]
  return [
    ...(countsAgree ? [] : [{ line: 0, why: 'trailer-rows' } as const]),
    ...(totalsAgree ? [] : [{ line: 0, why: 'trailer-total' } as const]),
  ]
}

function nothing(why: QuarantineReason): ReturnPlan {
  return { resolve: [], already: 0, quarantined: [{ line: 0, why }], complete: false }
}
