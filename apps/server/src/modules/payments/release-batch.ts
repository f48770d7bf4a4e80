/** The second pair of eyes: somebody else, with the second factor just given, says that this total may go. */
import { awardsNotRunning } from '#modules/benefits/index.ts'
import { record } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import { type Batch, moveBatch } from './batch.sql.ts'
import { divisionOfCounty, lockBatchFor, personActing } from './find-batch.ts'
import { selectLines } from './line.sql.ts'
import { problems } from './problems.ts'

/** `seenTotalFen` is the total on the releaser's screen; a batch that changed since is not released. */
export async function releaseBatch(work: Work, id: string, seenTotalFen?: number): Promise<Batch> {
  const batch = await lockBatchFor(work, id, 'release')
  if (seenTotalFen !== undefined && BigInt(seenTotalFen) !== batch.totalFen) {
    throw problems.of('payments.total-changed', { totalFen: Number(batch.totalFen) })
  }
  await refuseHeldAwards(work, batch)
  const change = { status: 'released', released_by: personActing(work), released_at: work.now } as const
  const released = await moveBatch(work.db, batch, 'reserved', change)
  if (!released) throw problems.of('payments.batch-state')
  record(work, {
    act: 'batch.released',
    division: divisionOfCounty(batch.county),
    body: { batchId: id, number: batch.number, lines: batch.lineCount, totalFen: Number(batch.totalFen) },
  })
  return released
}

/** What a supervisor held since the batch was made must not be paid by it. */
export async function refuseHeldAwards(work: Work, batch: Batch): Promise<void> {
  const lines = await selectLines(work.db, batch, { status: 'reserved' })
  const stopped = new Set(
    await awardsNotRunning(
      work,
      batch.county,
      lines.map(line => line.awardId),
    ),
  )
  const held = lines.filter(line => stopped.has(line.awardId)).map(line => line.id)
  if (held.length > 0) throw problems.of('payments.award-held', { count: held.length, lineIds: held.slice(0, 50) })
}
