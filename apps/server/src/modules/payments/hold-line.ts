/**
 * Takes one line out of a batch that has not been sent. Less money going out is always safe, so this needs no second
 * release. The month stays open for that award: it comes up again when the month is prepared again; to stop an award
 * for longer, a supervisor holds the award itself.
 */
import { type Fen, toWire } from '@doudi/kernel'
import { releaseReservation } from '#modules/funds/index.ts'
import { record } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import { changeTotals } from './batch.sql.ts'
import { mayHoldLines } from './batch.ts'
import { findLine, lockBatch, reservedFen } from './find-batch.ts'
import { type Line, moveLine } from './line.sql.ts'
import { problems } from './problems.ts'

export async function holdLine(work: Work, id: string, reason?: string): Promise<Line> {
  const line = await findLine(work, id)
  const batch = await lockBatch(work, line.batchId)
  if (!mayHoldLines(batch)) throw problems.of('payments.batch-state', { status: batch.status })
  if (batch.lineCount === 1) throw problems.of('payments.last-line')
  if (!(await moveLine(work.db, line, 'reserved', { status: 'held' }))) throw problems.of('payments.line-state')
  await releaseReservation(work, { county: batch.county, id: batch.budgetId }, reservedFen([line]))
  await changeTotals(work.db, batch, { lines: -1, fen: -line.amountFen as Fen })
  record(work, {
    act: 'payment.held',
    division: line.division,
    householdId: line.householdId,
    body: { lineId: id, batchNumber: batch.number, month: line.month, amountFen: toWire(line.amountFen) },
    ...(reason === undefined ? {} : { reason }),
  })
  return findLine(work, id)
}
