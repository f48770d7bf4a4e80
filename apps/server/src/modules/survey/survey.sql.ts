/** Every query of the survey module. Row-level security limits each to the caller's area. */
import type { VisitRecord } from '@doudi/sync'
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Tables } from '#platform/database/rows.gen.ts'
import type { Work } from '#platform/database/work.ts'
import { problems as platformProblems } from '#platform/problems.ts'

export type VisitRow = Selectable<Tables['survey.visit']>
export type SubmissionRow = Selectable<Tables['survey.submission']>

// visits

export async function insertVisit(work: Work, visit: Insertable<Tables['survey.visit']>): Promise<void> {
  await work.db.insertInto('survey.visit').values(visit).execute()
}

export async function loadVisit(work: Work, id: string): Promise<VisitRow> {
  const visit = await work.db.selectFrom('survey.visit').selectAll().where('id', '=', id).executeTakeFirst()
  if (!visit) throw platformProblems.of('access.out-of-area')
  return visit
}

/** Held until the end of the transaction: two devices write one visit one after the other. */
export async function lockVisit(work: Work, id: string): Promise<VisitRow> {
  const visit = await work.db.selectFrom('survey.visit').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!visit) throw platformProblems.of('access.out-of-area')
  return visit
}

export async function updateVisit(work: Work, id: string, change: Updateable<Tables['survey.visit']>): Promise<void> {
  await work.db.updateTable('survey.visit').set(change).where('id', '=', id).execute()
}

export function visitsOfCase(work: Work, caseId: string): Promise<VisitRow[]> {
  const visits = work.db.selectFrom('survey.visit').selectAll().where('case_id', '=', caseId)
  return visits.orderBy('planned_for').orderBy('id').execute()
}

/** Planned visits due by a day, earliest first. */
export function visitsDue(work: Work, by: string, most: number): Promise<VisitRow[]> {
  const planned = work.db.selectFrom('survey.visit').selectAll().where('status', '=', 'planned')
  return planned.where('planned_for', '<=', by).orderBy('planned_for').orderBy('id').limit(most).execute()
}

/** Every visit of these households, latest last. */
export function visitsOfHouseholds(work: Work, householdIds: readonly string[]): Promise<VisitRow[]> {
  if (householdIds.length === 0) return Promise.resolve([])
  const visits = work.db.selectFrom('survey.visit').selectAll().where('household_id', 'in', householdIds)
  return visits.orderBy('planned_for').orderBy('id').execute()
}

// forms

const formBind = (visitId: string, version: number) => `survey.visit_form/form_sealed/${visitId}/${version}`

export async function insertForm(
  work: Work,
  visit: VisitRow,
  { version, form, submissionId }: { version: number; form: VisitRecord; submissionId: string },
): Promise<void> {
  const { county, id, division, household_id } = visit
  await work.db
    .insertInto('survey.visit_form')
    .values({
      ...{ county, visit_id: id, version, division, household_id, submission_id: submissionId },
      form_sealed: work.crypto.seal(JSON.stringify(form), formBind(id, version)),
      written_by: work.caller.accountId,
      written_at: work.now,
    })
    .execute()
}

/** The form as it stood at a version; version 1, the plan, is an empty one. Undefined: there was no such version. */
export async function formAt(work: Work, visitId: string, version: number): Promise<VisitRecord | undefined> {
  if (version === 1) return {}
  const row = await work.db
    .selectFrom('survey.visit_form')
    .select('form_sealed')
    .where('visit_id', '=', visitId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && (JSON.parse(work.crypto.open(row.form_sealed, formBind(visitId, version))) as VisitRecord)
}

// submissions

const submissionBind = (id: string) => `survey.submission/content_sealed/${id}`

export type NewSubmission = Omit<Insertable<Tables['survey.submission']>, 'content_sealed'> & {
  readonly content: object
}

/** Keeps an entry; one that was parked before and is tried again takes its new place. */
export async function putSubmission(work: Work, { content, ...columns }: NewSubmission): Promise<void> {
  const { status, problem = null, division, household_id = null } = columns
  await work.db
    .insertInto('survey.submission')
    .values({ ...columns, content_sealed: work.crypto.seal(JSON.stringify(content), submissionBind(columns.id)) })
    .onConflict(conflict => conflict.columns(['county', 'id']).doUpdateSet({ status, problem, division, household_id }))
    .execute()
}

export function submissionById(work: Work, id: string): Promise<SubmissionRow | undefined> {
  return work.db.selectFrom('survey.submission').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export function openContent<T>(work: Work, row: SubmissionRow): T {
  return JSON.parse(work.crypto.open(row.content_sealed, submissionBind(row.id))) as T
}

export function conflictsOfVisit(work: Work, visitId: string): Promise<SubmissionRow[]> {
  const waiting = work.db.selectFrom('survey.submission').selectAll().where('visit_id', '=', visitId)
  return waiting.where('status', '=', 'conflict').orderBy('received_at').orderBy('id').execute()
}

export function submissionsWaiting(work: Work, most: number): Promise<SubmissionRow[]> {
  const waiting = work.db.selectFrom('survey.submission').selectAll().where('status', 'in', ['conflict', 'refused'])
  return waiting.orderBy('received_at').orderBy('id').limit(most).execute()
}

export function reportsReceived(work: Work, most: number): Promise<SubmissionRow[]> {
  const reports = work.db.selectFrom('survey.submission').selectAll().where('kind', '=', 'report.quick')
  return reports.where('status', '=', 'applied').orderBy('received_at', 'desc').limit(most).execute()
}

export async function updateSubmission(
  work: Work,
  id: string,
  change: Updateable<Tables['survey.submission']>,
): Promise<void> {
  await work.db.updateTable('survey.submission').set(change).where('id', '=', id).execute()
}
