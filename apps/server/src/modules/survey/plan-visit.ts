/** Plans who visits a household when. A visit that was planned and not made is planned anew, not a second time. */
import { type CalendarDate, isBefore } from '@doudi/kernel'
import { loadCase, recordAct } from '#modules/casework/index.ts'
import type { Work } from '#platform/database/work.ts'
import { problems } from './problems.ts'
import { insertVisit, updateVisit, visitsOfCase } from './survey.sql.ts'
import { refuseWrongSurveyors } from './surveyors.ts'

export interface Plan {
  readonly plannedFor: CalendarDate
  readonly surveyors: readonly string[]
  readonly version: number
}

export async function planVisit(work: Work, caseId: string, { plannedFor, surveyors, version }: Plan): Promise<string> {
  const row = await loadCase(work, caseId)
  if (isBefore(plannedFor, work.today)) throw problems.of('survey.day-passed')
  await refuseWrongSurveyors(work, row.division, surveyors)
  const waiting = (await visitsOfCase(work, caseId)).find(({ status }) => status === 'planned')
  const visitId = waiting?.id ?? work.newId<'visit'>()
  await recordAct(work, caseId, {
    type: 'visit.planned',
    body: { visitId, plannedFor, surveyors },
    expectedVersion: version,
  })
  const plan = { planned_for: plannedFor, surveyors: [...surveyors] }
  if (waiting) await updateVisit(work, visitId, plan)
  else {
    const { county, division, household_id } = row
    await insertVisit(work, {
      county,
      id: visitId,
      division,
      household_id,
      case_id: caseId,
      status: 'planned',
      ...plan,
    })
  }
  return visitId
}
