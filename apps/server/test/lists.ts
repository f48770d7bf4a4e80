/**
 * What each address that shows many rows must show, as a question to the database itself: the ids of an area, asked by
 * somebody whom no policy limits. `rows` says where the same ids stand in the answer.
 */
import { type RawBuilder, sql } from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape; the API has checked them
type Body = any

export interface List {
  readonly address: string
  /** Rows of the area, by id. `${prefix}%` is the area. */
  readonly truth: (prefix: string) => RawBuilder<{ id: string }>
  readonly rows: (body: Body, text: string) => readonly string[]
}

const byDivision = (table: string, where = sql`true`) => {
  return (prefix: string) =>
    sql<{ id: string }>`select id::text from ${sql.table(table)} where division like ${`${prefix}%`} and ${where}`
}
const byCounty = (table: string) => (prefix: string) =>
  sql<{ id: string }>`select id::text from ${sql.table(table)} where county = ${prefix.slice(0, 6)}`
const ids = (body: Body) => body.items.map(({ id }: { id: string }) => id)
/** A list that only counts: as many names as there are rows. */
const counted = (count: number) => Array.from({ length: count }, (_, i) => `row ${i}`)
const numbered = (table: string, where = sql`true`) => {
  return (prefix: string) =>
    sql<{ id: string }>`select 'row ' || (row_number() over () - 1) as id from ${sql.table(table)}
      where division like ${`${prefix}%`} and ${where}`
}
const caseNumbers = (text: string) => [...text.matchAll(/\d{9}DB\d{10}/g)].map(([number]) => number)

export const lists: readonly List[] = [
  { address: '/journal?limit=200', truth: byDivision('journal.entry'), rows: ids },
  { address: '/households?limit=200', truth: byDivision('registry.household'), rows: ids },
  { address: '/households/count', truth: numbered('registry.household'), rows: ({ count }) => counted(count) },
  { address: '/cases?limit=200', truth: byDivision('casework.case_file'), rows: ids },
  {
    address: '/cases/count',
    truth: numbered('casework.case_file'),
    rows: ({ byStatus }) => counted(Object.values<number>(byStatus).reduce((sum, count) => sum + count, 0)),
  },
  {
    address: '/cases/export',
    truth: prefix => sql`select number as id from casework.case_file where division like ${`${prefix}%`}`,
    rows: (_, text) => caseNumbers(text),
  },
  { address: '/visits', truth: byDivision('survey.visit', sql`status = 'planned'`), rows: ids },
  {
    address: '/field-pack',
    truth: byDivision('registry.household'),
    rows: ({ households }) => ids({ items: households }),
  },
  {
    address: '/submissions',
    truth: byDivision('survey.submission', sql`status in ('conflict', 'refused')`),
    rows: ids,
  },
  { address: '/quick-reports', truth: byDivision('survey.submission', sql`kind = 'report.quick'`), rows: ids },
  { address: '/notices?limit=200', truth: byDivision('publicity.notice'), rows: ids },
  { address: '/policies/drafts?limit=200', truth: byDivision('policies.draft'), rows: ids },
  { address: '/simulations', truth: byDivision('insight.simulation'), rows: ids },
  { address: '/objections?limit=200', truth: byDivision('publicity.objection'), rows: ids },
  { address: '/awards?limit=200', truth: byDivision('benefits.award'), rows: ids },
  { address: '/budgets', truth: byCounty('funds.budget'), rows: ids },
  { address: '/ledger/entries?limit=200', truth: byCounty('funds.entry'), rows: ids },
  {
    address: '/ledger/trial-balance',
    truth: prefix =>
      sql`select (sum(amount_fen) filter (where amount_fen > 0))::text as id from funds.posting where county = ${prefix.slice(0, 6)}`,
    rows: ({ debitFen }) => [String(debitFen)],
  },
  { address: '/batches?limit=200', truth: byCounty('payments.batch'), rows: ids },
  { address: '/accounts?limit=200', truth: byDivision('identity.account', sql`kind = 'staff'`), rows: ids },
  {
    address: '/journal/checkpoints',
    truth: prefix => sql`select seq::text as id from journal.checkpoint where county = ${prefix.slice(0, 6)}`,
    rows: body => body.items.map(({ seq }: { seq: number }) => String(seq)),
  },
]
