/** Return files as they came, by content. */
import type { Tx, Work } from '#platform/database/work.ts'
import type { Quarantined } from './apply-return.ts'
import type { Batch } from './batch.sql.ts'
import type { ReturnResult } from './import-return.ts'

const columns = ['settled', 'returned', 'already', 'quarantined', 'complete'] as const

export async function selectReturnFile(
  db: Tx,
  { county, id }: Pick<Batch, 'county' | 'id'>,
  digest: string,
): Promise<ReturnResult | undefined> {
  const row = await db
    .selectFrom('payments.return_file')
    .select(columns)
    .where('county', '=', county)
    .where('batch_id', '=', id)
    .where('digest', '=', digest)
    .executeTakeFirst()
  return row && { ...row, quarantined: row.quarantined as Quarantined[] }
}

export async function selectReturnFiles(db: Tx, { county, id }: Pick<Batch, 'county' | 'id'>) {
  const rows = await db
    .selectFrom('payments.return_file')
    .select(['id', 'received_at', ...columns])
    .where('county', '=', county)
    .where('batch_id', '=', id)
    .orderBy('id')
    .execute()
  return rows.map(({ received_at, ...row }) => ({
    ...row,
    receivedAt: received_at,
    quarantined: row.quarantined as Quarantined[],
  }))
}

export async function insertReturnFile(
  work: Work,
  { county, id: batchId }: Pick<Batch, 'county' | 'id'>,
  { quarantined, ...file }: ReturnResult & { id: string; digest: string },
): Promise<void> {
  await work.db
    .insertInto('payments.return_file')
    .values({
      county,
      batch_id: batchId,
      received_at: work.now,
      received_by: work.caller.accountId,
      quarantined: JSON.stringify(quarantined),
      ...file,
    })
    .execute()
}
