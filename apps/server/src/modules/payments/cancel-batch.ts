/** Takes a batch back before it is sent: its lines no longer stand for the month and the budget gets its reservation back. */
import { releaseReservation } from '#modules/funds/index.ts'
import { record } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import { type Batch, moveBatch } from './batch.sql.ts'
import { divisionOfCounty, lockBatchFor, reservedFen } from './find-batch.ts'
import { moveLines, selectLines } from './line.sql.ts'
import { problems } from './problems.ts'

export async function cancelBatch(work: Work, id: string, reason?: string): Promise<Batch> {
  const batch = await lockBatchFor(work, id, 'cancel')
  const lines = await selectLines(work.db, batch, { status: 'reserved' })
  await releaseReservation(work, { county: batch.county, id: batch.budgetId }, reservedFen(lines))
  await moveLines(work.db, batch, 'reserved', 'cancelled')
  const cancelled = await moveBatch(work.db, batch, batch.status, { status: 'cancelled' })
  if (!cancelled) throw problems.of('payments.batch-state')
  record(work, {
    act: 'batch.cancelled',
    division: divisionOfCounty(batch.county),
    body: { batchId: id, number: batch.number, lines: lines.length, totalFen: Number(batch.totalFen) },
    ...(reason === undefined ? {} : { reason }),
  })
  return cancelled
}
