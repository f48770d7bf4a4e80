/** Every query of the funds module. */
import { sql } from 'kysely'
import type { Tx, Work } from '#platform/database/work.ts'
import type { AccountCode, EntryKind } from './account.ts'

export interface BudgetRow {
  county: string
  id: string
  programme: string
  fund_line: string
  year: number
  limit_fen: bigint
  reserved_fen: bigint
  spent_fen: bigint
}

export interface BudgetKey {
  readonly county: string
  readonly id: string
}

export function selectBudgets(db: Tx): Promise<BudgetRow[]> {
  return db
    .selectFrom('funds.budget')
    .selectAll()
    .orderBy('year', 'desc')
    .orderBy('programme')
    .orderBy('fund_line')
    .execute()
}

export function selectBudget(db: Tx, { county, id }: BudgetKey, lock: boolean): Promise<BudgetRow | undefined> {
  const query = db.selectFrom('funds.budget').selectAll().where('county', '=', county).where('id', '=', id)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** Opens the budget or widens it; one statement, so that two allocations at once both count. */
export function widenBudget(
  { db, newId }: Work,
  given: { county: string; programme: string; fundLine: string; year: number; amount: bigint },
): Promise<BudgetRow> {
  return db
    .insertInto('funds.budget')
    .values({
      county: given.county,
      id: newId<'budget'>(),
      programme: given.programme,
      fund_line: given.fundLine,
      year: given.year,
      limit_fen: given.amount,
    })
    .onConflict(conflict =>
      conflict.constraint('budget_once').doUpdateSet(update => ({
        limit_fen: sql<bigint>`${update.ref('funds.budget.limit_fen')} + excluded.limit_fen`,
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Moves a budget's own counters in one statement; the row's check constraint refuses what would overdraw it. */
export function moveBudget(
  db: Tx,
  { county, id }: BudgetKey,
  by: { reserved: bigint; spent: bigint },
): Promise<BudgetRow | undefined> {
  return db
    .updateTable('funds.budget')
    .set(update => ({
      reserved_fen: update('reserved_fen', '+', by.reserved),
      spent_fen: update('spent_fen', '+', by.spent),
    }))
    .where('county', '=', county)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
}

export interface AccountKey {
  readonly county: string
  readonly code: AccountCode
  readonly programme: string
  readonly fundLine: string
}

/** The account's id; opened when it is first used, also when two transactions use it first. */
export async function accountId(
  { db, newId }: Work,
  { county, code, programme, fundLine }: AccountKey,
): Promise<string> {
  await db
    .insertInto('funds.account')
    .values({ county, id: newId<'ledger-account'>(), code, programme, fund_line: fundLine })
    .onConflict(conflict => conflict.constraint('ledger_account_once').doNothing())
    .execute()
  const { id } = await db
    .selectFrom('funds.account')
    .select('id')
    .where('county', '=', county)
    .where('code', '=', code)
    .where('programme', '=', programme)
    .where('fund_line', '=', fundLine)
    .executeTakeFirstOrThrow()
  return id
}

export interface BalanceRow {
  code: AccountCode
  programme: string
  fund_line: string
  debit_fen: bigint
  credit_fen: bigint
}

export async function selectBalances(db: Tx, county?: string): Promise<BalanceRow[]> {
  const { rows } = await sql<BalanceRow>`
    select account.code, account.programme, account.fund_line,
      coalesce(sum(amount_fen) filter (where amount_fen > 0), 0)::bigint as debit_fen,
      coalesce(-sum(amount_fen) filter (where amount_fen < 0), 0)::bigint as credit_fen
    from funds.account account left join funds.posting on posting.county = account.county and posting.account_id = account.id
    where ${county ?? null}::text is null or account.county = ${county ?? null}
    group by account.code, account.programme, account.fund_line
    order by account.programme, account.fund_line, account.code`.execute(db)
  return rows
}

export interface EntryRow {
  id: string
  at: string
  kind: EntryKind
  cause_id: string
  memo: string
  lines: { account: AccountCode; programme: string; fundLine: string; amountFen: number }[]
}

/** Newest first. */
export async function selectEntries(
  db: Tx,
  { cause, after, limit }: { cause?: string | undefined; after?: string | undefined; limit: number },
): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select entry.id, entry.at, entry.kind, entry.cause_id, entry.memo,
      (select jsonb_agg(jsonb_build_object('account', account.code, 'programme', account.programme,
          'fundLine', account.fund_line, 'amountFen', posting.amount_fen) order by posting.line_no)
        from funds.posting join funds.account on account.county = posting.county and account.id = posting.account_id
        where posting.county = entry.county and posting.entry_id = entry.id) as lines
    from funds.entry
    where (${cause ?? null}::uuid is null or entry.cause_id = ${cause ?? null}::uuid)
      and (${after ?? null}::uuid is null or entry.id < ${after ?? null}::uuid)
    order by entry.id desc limit ${limit}`.execute(db)
  return rows
}
