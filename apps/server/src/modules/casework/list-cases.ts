/** Queues, counts and search: the nearest deadline first, page by page, within the caller's area. */
import { type DivisionCode, prefixOf } from '@doudi/kernel'
import { searchKey } from '@doudi/kernel/search-keys'
import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Tables } from '#platform/database/rows.gen.ts'
import { divisionBegins, withinAreas } from '#platform/database/within.ts'
import type { Work } from '#platform/database/work.ts'
import type { CaseStatus } from './case.ts'
import type { CaseRow, ListedCase } from './case-row.ts'
import { asCaseRow } from './casework.sql.ts'
import type { CaseQuery } from './contract.ts'

type Filter = Pick<CaseQuery, 'queue' | 'status' | 'division' | 'q'>

/** The columns of a list: the state stays where it lies, but for the clock. */
const listed = [
  ...([
    'county',
    'id',
    'division',
    'household_id',
    'number',
    'programme',
    'pack',
    'applicant_name',
    'name_key',
  ] as const),
  ...(['members', 'status', 'awaits', 'submitted_on', 'accepted_on', 'due_on', 'clock_running'] as const),
  ...(['flags', 'amount_fen', 'version'] as const),
] as const

export async function listCases(work: Work, query: CaseQuery): Promise<{ rows: ListedCase[]; next: string | null }> {
  const after = query.after === undefined ? undefined : readPlace(query.after)
  const rows = await work.db
    .selectFrom('casework.case_file')
    .select(listed)
    .select(sql<ListedCase['clock']>`state -> 'clock'`.as('clock'))
    .where(matching(work, query))
    .where(where => (after ? behind(where, after) : where.lit(true)))
    .orderBy('due_on', order => order.asc().nullsLast())
    .orderBy('id')
    .limit(query.limit + 1)
    .execute()
  const page = rows.slice(0, query.limit).map(row => ({ ...row, status: row.status as CaseStatus }))
  const last = page.at(-1)
  return { rows: page, next: rows.length > query.limit && last ? writePlace(last) : null }
}

export async function countCases(
  work: Work,
  filter: Filter,
): Promise<{ byStatus: Record<string, number>; mine: number }> {
  const rows = await work.db
    .selectFrom('casework.case_file')
    .select([
      'status',
      sql<bigint>`count(*)`.as('cases'),
      sql<bigint>`count(*) filter (where awaits = ${work.caller.role})`.as('mine'),
    ])
    .where(matching(work, filter))
    .groupBy('status')
    .execute()
  return {
    byStatus: Object.fromEntries(rows.map(({ status, cases }) => [status, Number(cases)])),
    mine: rows.reduce((sum, { mine }) => sum + Number(mine), 0),
  }
}

type Where = ExpressionBuilder<Tables, 'casework.case_file'>

function matching(work: Work, { queue, status, division, q }: Filter) {
  return (where: Where) =>
    where.and([
      withinAreas(work.caller.scope, 'division'),
      ...(queue === 'mine' ? [where('awaits', '=', work.caller.role)] : []),
      ...(status ? [where('status', '=', status)] : []),
      ...(division ? [divisionBegins('division', prefixOf(division.padEnd(12, '0') as DivisionCode))] : []),
      ...(q?.trim() ? [named(work, where, q.trim())] : []),
    ])
}

/** By number, or its last digits, or how the applicant's name begins; staff stand in a county, which its index goes by. */
function named({ caller }: Work, where: Where, q: string) {
  const digits = q.replace(/\s/g, '').toUpperCase()
  if (/^[0-9]{4,}(DB[0-9]*)?$/.test(digits)) {
    return where.or([where('number', 'like', `${digits}%`), where('number', 'like', `%${digits}`)])
  }
  const key = searchKey(q)
  if (key === '') return where.lit(false)
  const begins = sql<SqlBool>`starts_with(name_key, ${key})`
  return caller.division ? where.and([where('county', '=', caller.division.slice(0, 6)), begins]) : begins
}

interface PlaceInQueue {
  readonly due: string | null
  readonly id: string
}

/** Behind a row in the order (due date, nobody's last; id). */
function behind(where: Where, { due, id }: PlaceInQueue) {
  if (due === null) return where.and([where('due_on', 'is', null), where('id', '>', id)])
  const later = where.or([where('due_on', '>', due), where('due_on', 'is', null)])
  return where.or([later, where.and([where('due_on', '=', due), where('id', '>', id)])])
}

const writePlace = ({ due_on, id }: ListedCase) => `${due_on ?? '-'}_${id}`

/** A page that does not begin anywhere begins at the front. */
function readPlace(text: string): PlaceInQueue | undefined {
  const match = /^(\d{4}-\d{2}-\d{2}|-)_([0-9a-f-]{36})$/.exec(text)
  if (!match?.[1] || !match[2]) return undefined
  return { due: match[1] === '-' ? null : match[1], id: match[2] }
}

/** Cases of households, for their pages; newest first. */
export async function casesOfHouseholds(work: Work, householdIds: readonly string[]): Promise<CaseRow[]> {
  if (householdIds.length === 0) return []
  const rows = await work.db
    .selectFrom('casework.case_file')
    .selectAll()
    .where('household_id', 'in', [...householdIds])
    .orderBy('submitted_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(asCaseRow)
}

/** What a household's page and a search say of them. */
export async function caseLabels({ db }: Work, householdIds: readonly string[]) {
  if (householdIds.length === 0) return []
  const rows = await db
    .selectFrom('casework.case_file')
    .select(['id', 'number', 'status', 'programme', 'household_id'])
    .where('household_id', 'in', [...householdIds])
    .orderBy('submitted_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => ({ ...row, status: row.status as CaseStatus }))
}
