/** Queries about lines: who is paid what for which month. */
import type { Fen } from '@doudi/kernel'
import { type Insertable, type Selectable, sql } from 'kysely'
import type { Tables } from '#platform/database/rows.gen.ts'
import type { Tx } from '#platform/database/work.ts'
import type { Batch } from './batch.sql.ts'
import { goneStatuses, type LineStatus } from './line.ts'

type Table = Tables['payments.line']
type Row = Selectable<Table> & { reissued_as: string | null }

export interface Line {
  readonly county: string
  readonly id: string
  readonly division: string
  readonly householdId: string
  readonly batchId: string
  readonly lineNo: number
  readonly awardId: string
  readonly programme: string
  readonly month: string
  readonly attempt: number
  readonly amountFen: Fen
  readonly payeeName: string
  readonly bankAccountId: string
  readonly accountTail: string
  readonly status: LineStatus
  readonly returnReason: string | null
  readonly resolvedAt: string | null
  readonly reissueOf: string | null
  /** The line that pays this one's money again; null while there is none. */
  readonly reissuedAs: string | null
}

function asLine(row: Row): Line {
  return {
    county: row.county,
    id: row.id,
    division: row.division,
    householdId: row.household_id,
    batchId: row.batch_id,
    lineNo: row.line_no,
    awardId: row.award_id,
    programme: row.programme,
    month: row.month,
    attempt: row.attempt,
    amountFen: row.amount_fen as Fen,
    payeeName: row.payee_name,
    bankAccountId: row.bank_account_id,
    accountTail: row.account_tail,
    status: row.status,
    returnReason: row.return_reason,
    resolvedAt: row.resolved_at,
    reissueOf: row.reissue_of,
    reissuedAs: row.reissued_as,
  }
}

function lines(db: Tx) {
  return db
    .selectFrom('payments.line as line')
    .selectAll('line')
    .select(
      sql<string | null>`(select again.id from payments.line again where again.county = line.county
        and again.reissue_of = line.id and again.status not in ('held', 'cancelled'))`.as('reissued_as'),
    )
}

const CHUNK = 2_000

export async function insertLines(db: Tx, rows: readonly Insertable<Table>[]): Promise<void> {
  for (let i = 0; i < rows.length; i += CHUNK) {
    await db
      .insertInto('payments.line')
      .values(rows.slice(i, i + CHUNK))
      .execute()
  }
}

export async function selectLine(db: Tx, id: string): Promise<Line | undefined> {
  const row = await lines(db).where('line.id', '=', id).executeTakeFirst()
  return row && asLine(row)
}

export interface LineFilter {
  readonly status?: LineStatus | undefined
  readonly after?: number | undefined
  readonly limit?: number
}

/** Lines of a batch by number. */
export async function selectLines(
  db: Tx,
  { county, id }: Pick<Batch, 'county' | 'id'>,
  { status, after, limit }: LineFilter = {},
): Promise<Line[]> {
  let query = lines(db).where('line.county', '=', county).where('line.batch_id', '=', id)
  if (status) query = query.where('line.status', '=', status)
  if (after !== undefined) query = query.where('line.line_no', '>', after)
  if (limit !== undefined) query = query.limit(limit)
  return (await query.orderBy('line.line_no').execute()).map(asLine)
}

export async function selectLinesOfHouseholds(db: Tx, households: readonly string[]): Promise<Line[]> {
  if (households.length === 0) return []
  const rows = await lines(db)
    .where('line.household_id', 'in', [...households])
    .where('line.status', 'in', ['sent', 'settled', 'returned'])
    .orderBy('line.month', 'desc')
    .orderBy('line.attempt', 'desc')
    .limit(120)
    .execute()
  return rows.map(asLine)
}

/** What stands for a month: first attempts that were neither held nor cancelled. */
export async function selectMonth(db: Tx, of: { county: string; programme: string; month: string }): Promise<Line[]> {
  const rows = await lines(db)
    .where('line.county', '=', of.county)
    .where('line.programme', '=', of.programme)
    .where('line.month', '=', of.month)
    .where('line.attempt', '=', 0)
    .where('line.status', 'not in', goneStatuses)
    .orderBy('line.award_id')
    .execute()
  return rows.map(asLine)
}

export async function lastLineNo(db: Tx, { county, id }: Pick<Batch, 'county' | 'id'>): Promise<number> {
  const row = await db
    .selectFrom('payments.line')
    .select(select => select.fn.max('line_no').as('last'))
    .where('county', '=', county)
    .where('batch_id', '=', id)
    .executeTakeFirst()
  return row?.last ?? 0
}

/** Compare-and-set of all lines of a batch; returns how many moved. */
export async function moveLines(
  db: Tx,
  { county, id }: Pick<Batch, 'county' | 'id'>,
  from: LineStatus,
  to: LineStatus,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('payments.line')
    .set({ status: to })
    .where('county', '=', county)
    .where('batch_id', '=', id)
    .where('status', '=', from)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Compare-and-set of one line; false when it is no longer in `from`. */
export async function moveLine(
  db: Tx,
  { county, id }: Pick<Line, 'county' | 'id'>,
  from: LineStatus,
  change: { status: LineStatus; return_reason?: string | null; resolved_at?: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('payments.line')
    .set(change)
    .where('county', '=', county)
    .where('id', '=', id)
    .where('status', '=', from)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Sent lines answered by the bank, in one statement: id, outcome and reason each. Returns how many moved. */
export async function resolveLines(
  db: Tx,
  county: string,
  answers: readonly { id: string; status: 'settled' | 'returned'; reason: string | null }[],
  at: string,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update payments.line set status = answer.status, return_reason = answer.reason, resolved_at = ${at}
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as answer (id uuid, status text, reason text)
    where line.county = ${county} and line.id = answer.id and line.status = 'sent'`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

/** Of these accounts, those on which money has arrived. */
export async function accountsPaidOn(db: Tx, county: string, bankAccountIds: readonly string[]): Promise<Set<string>> {
  if (bankAccountIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('payments.line')
    .select('bank_account_id')
    .distinct()
    .where('county', '=', county)
    .where('bank_account_id', 'in', [...bankAccountIds])
    .where('status', '=', 'settled')
    .execute()
  return new Set(rows.map(row => row.bank_account_id))
}

export interface Tally {
  readonly batchId: string
  readonly status: LineStatus
  readonly count: number
  readonly fen: bigint
}

/** How many lines of each batch, and how much money, are in which state. */
export async function tallies(db: Tx, batchIds: readonly string[]): Promise<Tally[]> {
  if (batchIds.length === 0) return []
  return db
    .selectFrom('payments.line')
    .select(['batch_id as batchId', 'status'])
    .select([sql<number>`count(*)::int`.as('count'), sql<bigint>`sum(amount_fen)::bigint`.as('fen')])
    .where('batch_id', 'in', [...batchIds])
    .groupBy(['batch_id', 'status'])
    .execute()
}

export async function insertLeftOut(db: Tx, rows: readonly Insertable<Tables['payments.left_out']>[]): Promise<void> {
  for (let i = 0; i < rows.length; i += CHUNK) {
    await db
      .insertInto('payments.left_out')
      .values(rows.slice(i, i + CHUNK))
      .execute()
  }
}

export function selectLeftOut(db: Tx, { county, id }: Pick<Batch, 'county' | 'id'>) {
  return db
    .selectFrom('payments.left_out')
    .selectAll()
    .where('county', '=', county)
    .where('batch_id', '=', id)
    .orderBy('award_id')
    .execute()
}
