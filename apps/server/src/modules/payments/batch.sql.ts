/** Queries about batches. Every change of status is a compare-and-set. */
import type { Fen } from '@doudi/kernel'
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Tables } from '#platform/database/rows.gen.ts'
import type { Tx } from '#platform/database/work.ts'
import type { BatchStatus } from './batch.ts'

type Table = Tables['payments.batch']
type Row = Selectable<Table>

export interface Batch {
  readonly county: string
  readonly id: string
  readonly number: string
  readonly programme: string
  readonly month: string
  readonly round: number
  readonly budgetId: string
  readonly status: BatchStatus
  readonly lineCount: number
  readonly totalFen: Fen
  readonly madeBy: string
  readonly madeAt: string
  readonly releasedBy: string | null
  readonly releasedAt: string | null
  readonly sentAt: string | null
  readonly closedAt: string | null
  readonly csvDigest: string | null
  readonly fixedDigest: string | null
}

function asBatch(row: Row): Batch {
  return {
    county: row.county,
    id: row.id,
    number: row.number,
    programme: row.programme,
    month: row.month,
    round: row.round,
    budgetId: row.budget_id,
    status: row.status,
    lineCount: row.line_count,
    totalFen: row.total_fen as Fen,
    madeBy: row.made_by,
    madeAt: row.made_at,
    releasedBy: row.released_by,
    releasedAt: row.released_at,
    sentAt: row.sent_at,
    closedAt: row.closed_at,
    csvDigest: row.csv_digest,
    fixedDigest: row.fixed_digest,
  }
}

export async function insertBatch(db: Tx, row: Insertable<Table>): Promise<Batch> {
  return asBatch(await db.insertInto('payments.batch').values(row).returningAll().executeTakeFirstOrThrow())
}

/** `lock` keeps others from moving the batch, or adding to it, until this transaction ends. */
export async function selectBatch(db: Tx, id: string, lock: boolean): Promise<Batch | undefined> {
  const query = db.selectFrom('payments.batch').selectAll().where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row && asBatch(row)
}

export interface BatchFilter {
  readonly month?: string | undefined
  readonly status?: BatchStatus | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Newest first. */
export async function selectBatches(db: Tx, { month, status, after, limit }: BatchFilter): Promise<Batch[]> {
  let query = db.selectFrom('payments.batch').selectAll()
  if (month) query = query.where('month', '=', month)
  if (status) query = query.where('status', '=', status)
  if (after) query = query.where('id', '<', after)
  return (await query.orderBy('id', 'desc').limit(limit).execute()).map(asBatch)
}

export async function nextRound(db: Tx, of: { county: string; programme: string; month: string }): Promise<number> {
  const row = await db
    .selectFrom('payments.batch')
    .select(select => select.fn.max('round').as('last'))
    .where('county', '=', of.county)
    .where('programme', '=', of.programme)
    .where('month', '=', of.month)
    .executeTakeFirst()
  return row?.last === null || row?.last === undefined ? 0 : row.last + 1
}

/** The maker's own batch for that month and budget that nobody has released yet. */
export async function selectOpenSupplement(
  db: Tx,
  of: { county: string; programme: string; month: string; budgetId: string; madeBy: string },
): Promise<Batch | undefined> {
  const row = await db
    .selectFrom('payments.batch')
    .selectAll()
    .where('county', '=', of.county)
    .where('programme', '=', of.programme)
    .where('month', '=', of.month)
    .where('budget_id', '=', of.budgetId)
    .where('made_by', '=', of.madeBy)
    .where('status', '=', 'reserved')
    .where('round', '>', 0)
    .orderBy('round')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  return row && asBatch(row)
}

/** Undefined when the batch is no longer in `from`: somebody was faster. */
export async function moveBatch(
  db: Tx,
  { county, id }: Pick<Batch, 'county' | 'id'>,
  from: BatchStatus,
  change: Updateable<Table> & { status: BatchStatus },
): Promise<Batch | undefined> {
  const row = await db
    .updateTable('payments.batch')
    .set(change)
    .where('county', '=', county)
    .where('id', '=', id)
    .where('status', '=', from)
    .returningAll()
    .executeTakeFirst()
  return row && asBatch(row)
}

/** One line more or less. */
export async function changeTotals(
  db: Tx,
  { county, id }: Pick<Batch, 'county' | 'id'>,
  by: { lines: number; fen: bigint },
): Promise<Batch> {
  const row = await db
    .updateTable('payments.batch')
    .set(update => ({
      line_count: update('line_count', '+', by.lines),
      total_fen: update('total_fen', '+', by.fen),
    }))
    .where('county', '=', county)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return asBatch(row)
}
