/** Visits as pages and phones show them. */
import { type CaseRow, loadCase } from '#modules/casework/index.ts'
import { displayNamesOf } from '#modules/identity/index.ts'
import { divisionOf } from '#modules/places/index.ts'
import type { Work } from '#platform/database/work.ts'
import type { VisitView } from './contract.ts'
import { formAt, type VisitRow } from './survey.sql.ts'

/** `withForm`: what was written down; lists of the day do without. */
export async function visitViews(
  work: Work,
  rows: readonly VisitRow[],
  { withForm }: { withForm: boolean },
): Promise<VisitView[]> {
  const cases = new Map<string, CaseRow>()
  const villages = new Map<string, string>()
  for (const { case_id, division } of rows) {
    if (!cases.has(case_id)) cases.set(case_id, await loadCase(work, case_id))
    if (!villages.has(division)) villages.set(division, (await divisionOf(work, division)).name)
  }
  const names = await displayNamesOf(
    work,
    rows.flatMap(({ surveyors }) => surveyors),
  )
  const views: VisitView[] = []
  for (const row of rows) {
    views.push({
      id: row.id,
      caseId: row.case_id,
      caseNumber: cases.get(row.case_id)?.number ?? '',
      householdId: row.household_id,
      applicantName: cases.get(row.case_id)?.applicant_name ?? '',
      division: row.division,
      villageName: villages.get(row.division) ?? '',
      status: row.status,
      plannedFor: row.planned_for,
      surveyors: row.surveyors.map(accountId => ({ accountId, name: names.get(accountId) ?? '' })),
      visitedAt: row.visited_at,
      outcome: row.outcome,
      conclusion: row.conclusion,
      version: row.version,
      overdue: row.status === 'planned' && row.planned_for < work.today,
      form: withForm ? ((await formAt(work, row.id, row.version)) ?? {}) : null,
    })
  }
  return views
}
