/**
 * A form becomes the next version of its visit: what it saw becomes facts, and once it says how the visit went the
 * case is told. A form that changes nothing is no new version.
 */
import { changedFields, type VisitRecord } from '@doudi/sync'
import { recordAct } from '#modules/casework/index.ts'
import { displayNamesOf } from '#modules/identity/index.ts'
import { record } from '#modules/journal/index.ts'
import { addFacts } from '#modules/registry/index.ts'
import type { Work } from '#platform/database/work.ts'
import { visitedAt, visitedOn } from './check-form.ts'
import { conflictsOfVisit, insertForm, updateVisit, type VisitRow } from './survey.sql.ts'
import { visitFacts } from './visit-facts.ts'

export interface FormToWrite {
  readonly form: VisitRecord
  readonly before: VisitRecord
  readonly capturedAt: string
  readonly submissionId: string
}

/** Returns the version the visit now has. */
export async function writeForm(work: Work, visit: VisitRow, given: FormToWrite): Promise<number> {
  const { form, before, capturedAt, submissionId } = given
  const version = visit.version + 1
  if (changedFields(before, form).length === 0) {
    await updateVisit(work, visit.id, { status: await statusOf(work, visit, form) })
    return visit.version
  }
  const surveyors = form.surveyors ?? visit.surveyors
  await insertForm(work, visit, { version, form, submissionId })
  await updateVisit(work, visit.id, {
    version,
    status: await statusOf(work, visit, form),
    surveyors: [...surveyors],
    visited_at: form.outcome ? visitedAt(form, capturedAt) : null,
    outcome: form.outcome ?? null,
    conclusion: conclusionOf(form),
    signature_document_id: form.signatureDocumentId ?? null,
    recorded_by: work.caller.accountId,
    recorded_at: work.now,
  })
  await keepFacts(work, visit, given, surveyors)
  await tellCase(work, visit, given, { version, surveyors })
  return version
}

/** Nobody can conclude anything about a family that was not met. */
function conclusionOf({ outcome, conclusion }: VisitRecord) {
  return outcome === 'met' ? (conclusion ?? null) : null
}

async function statusOf(work: Work, visit: VisitRow, { outcome }: VisitRecord): Promise<VisitRow['status']> {
  if ((await conflictsOfVisit(work, visit.id)).length > 0) return 'conflict'
  return outcome ? 'made' : 'planned'
}

async function keepFacts(work: Work, visit: VisitRow, given: FormToWrite, surveyors: readonly string[]): Promise<void> {
  const seen = visitFacts(given.form, given.before)
  if (seen.length === 0) return
  const names = await displayNamesOf(work, surveyors)
  await addFacts(
    work,
    seen.map(fact => ({
      ...fact,
      ...{ division: visit.division, householdId: visit.household_id, caseId: visit.case_id },
      ...{ source: 'visit' as const, sourceId: visit.id, asOf: visitedOn(given.form, given.capturedAt) },
      sourceDetail: surveyors.map(accountId => names.get(accountId) ?? '').join('、'),
    })),
  )
}

async function tellCase(
  work: Work,
  visit: VisitRow,
  { form, before, capturedAt, submissionId }: FormToWrite,
  { version, surveyors }: { version: number; surveyors: readonly string[] },
): Promise<void> {
  if (form.outcome) {
    await recordAct(work, visit.case_id, {
      type: 'visit.made',
      body: {
        visitId: visit.id,
        visitedOn: visitedOn(form, capturedAt),
        surveyors,
        outcome: form.outcome,
        conclusion: conclusionOf(form),
      },
    })
    return
  }
  record(work, {
    act: 'visit.written',
    division: visit.division,
    householdId: visit.household_id,
    caseId: visit.case_id,
    body: { visitId: visit.id, version, submissionId, fields: changedFields(before, form) },
  })
}
