/** Reading and writing the stored case. Row-level security limits every query to the caller's area or household. */
import type { WorkCalendar } from '@doudi/kernel/working-days'
import type { Selectable } from 'kysely'
import type { Tables } from '#platform/database/rows.gen.ts'
import type { Work } from '#platform/database/work.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import type { CaseState, CaseStatus } from './case.ts'
import { type CaseRow, projectionOf } from './case-row.ts'

export function asCaseRow(row: Selectable<Tables['casework.case_file']>): CaseRow {
  return { ...row, status: row.status as CaseStatus, state: row.state as CaseState }
}

/** The case, or the 404 of everything that is not there or not theirs. */
export async function loadCase(work: Work, caseId: string): Promise<CaseRow> {
  const row = await work.db.selectFrom('casework.case_file').selectAll().where('id', '=', caseId).executeTakeFirst()
  if (!row) throw platformProblems.of('access.out-of-area')
  return asCaseRow(row)
}

/** The same, held until the end of the transaction, so that two acts on one case come one after the other. */
export async function lockCase(work: Work, caseId: string): Promise<CaseRow> {
  const row = await work.db
    .selectFrom('casework.case_file')
    .selectAll()
    .where('id', '=', caseId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw platformProblems.of('access.out-of-area')
  return asCaseRow(row)
}

export async function insertCase(work: Work, id: string, state: CaseState, calendar: WorkCalendar): Promise<CaseRow> {
  const row = await work.db
    .insertInto('casework.case_file')
    .values({ county: state.division.slice(0, 6), id, ...projectionOf(state, calendar) })
    .returningAll()
    .executeTakeFirstOrThrow()
  return asCaseRow(row)
}

export async function updateCase(
  work: Work,
  before: CaseRow,
  state: CaseState,
  calendar: WorkCalendar,
): Promise<CaseRow> {
  const row = await work.db
    .updateTable('casework.case_file')
    .set(projectionOf(state, calendar))
    .where('county', '=', before.county)
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .returningAll()
    .executeTakeFirstOrThrow()
  return asCaseRow(row)
}

/** The next number of a town and year; the counter's row is locked until the transaction ends, so none is lost. */
export async function nextCaseNumber(work: Work, division: string): Promise<string> {
  const town = division.slice(0, 9)
  const year = Number(work.today.slice(0, 4))
  const { last } = await work.db
    .insertInto('casework.case_counter')
    .values({ town, year, last: 1 })
    .onConflict(conflict =>
      conflict.columns(['town', 'year']).doUpdateSet(row => ({ last: row('casework.case_counter.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return `${town}DB${year}${String(last).padStart(6, '0')}`
}

/** Statuses in which a household has this programme or is on its way to it. */
const occupied = [
  'submitted',
  'correcting',
  'investigating',
  'proposed',
  'publicising',
  'objected',
  'awaiting-decision',
  'approved',
]

export async function hasOpenCase(work: Work, householdId: string, programme: string): Promise<boolean> {
  const row = await work.db
    .selectFrom('casework.case_file')
    .select('id')
    .where('household_id', '=', householdId)
    .where('programme', '=', programme)
    .where('status', 'in', occupied)
    .executeTakeFirst()
  return row !== undefined
}
