/**
 * What a form must agree with before it is kept: itself, the family, the calendar, the two who went, and the photos as
 * they arrived. A photo whose bytes are not the bytes that the device captured is refused.
 */
import { businessDate, type CalendarDate, type Instant, isAfter, parseInstant } from '@doudi/kernel'
import { namedTwice, type VisitRecord } from '@doudi/sync'
import { type CaseRow, isOpen } from '#modules/casework/index.ts'
import { findDocument } from '#modules/registry/index.ts'
import type { Work } from '#platform/database/work.ts'
import { problems } from './problems.ts'
import type { VisitRow } from './survey.sql.ts'
import { refuseWrongSurveyors } from './surveyors.ts'

export interface FormToCheck {
  readonly form: VisitRecord
  /** The form on the server; what it already has was checked before. */
  readonly before: VisitRecord
  readonly capturedAt: string
}

export async function checkForm(work: Work, row: CaseRow, visit: VisitRow, given: FormToCheck): Promise<void> {
  const { form, capturedAt } = given
  if (!isOpen(row.state)) throw problems.of('survey.case-closed')
  const twice = namedTwice(form)
  if (twice.length > 0) throw problems.of('survey.listed-twice', { fields: twice })
  refuseStrangers(row, form)
  if (isAfter(visitedOn(form, capturedAt), work.today)) throw problems.of('survey.in-the-future')
  const went = form.surveyors ?? visit.surveyors
  if (!samePeople(went, visit.surveyors)) await refuseWrongSurveyors(work, visit.division, went)
  await refuseAlteredPhotos(work, visit, given)
}

/** The day of the visit; who does not write it down went when the form was captured. */
export function visitedOn(form: VisitRecord, capturedAt: string): CalendarDate {
  return businessDate(visitedAt(form, capturedAt))
}

export function visitedAt(form: VisitRecord, capturedAt: string): Instant {
  return parseInstant(form.visitedAt ?? capturedAt)
}

function refuseStrangers({ state }: CaseRow, { present = [], members = [], incomes = [] }: VisitRecord): void {
  const family = new Set(state.members.map(({ personId }) => personId))
  const named = [...present, ...members.map(({ personId }) => personId), ...incomes.map(({ personId }) => personId)]
  if (named.some(personId => !family.has(personId))) throw problems.of('survey.not-a-member')
}

const samePeople = (one: readonly string[], other: readonly string[]) =>
  [...one].sort().join() === [...other].sort().join()

async function refuseAlteredPhotos(work: Work, visit: VisitRow, { form, before }: FormToCheck): Promise<void> {
  const known = new Set((before.photos ?? []).map(({ digest }) => digest))
  for (const { documentId, digest } of (form.photos ?? []).filter(photo => !known.has(photo.digest))) {
    const document = await findDocument(work, documentId)
    if (document?.household_id !== visit.household_id) throw problems.of('survey.photo-missing', { documentId })
    const claimed = [document.captured_digest ?? digest, digest]
    if (claimed.some(one => one !== document.received_digest)) throw problems.of('survey.photo-altered', { documentId })
  }
  const signature = form.signatureDocumentId
  if (!signature || signature === before.signatureDocumentId) return
  const document = await findDocument(work, signature)
  if (document?.household_id !== visit.household_id)
    throw problems.of('survey.photo-missing', { documentId: signature })
}
