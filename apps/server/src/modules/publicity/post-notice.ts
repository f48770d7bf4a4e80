/** Hangs a proposal in the village: the act on the case, the notice, and the row that everybody may read. */
import type { CalendarDate } from '@doudi/kernel'
import { loadCase, recordAct } from '#modules/casework/index.ts'
import { divisionOf } from '#modules/places/index.ts'
import { procedureFor, programmeInForce } from '#modules/policies/index.ts'
import type { Work } from '#platform/database/work.ts'
import { lastDay, shownOf } from './notice.ts'
import { problems } from './problems.ts'
import { insertNotice, type NoticeRow, selectNotice } from './publicity.sql.ts'

export interface ToPost {
  readonly version: number
  readonly assessmentId: string
}

export async function postNotice(work: Work, caseId: string, { version, assessmentId }: ToPost): Promise<NoticeRow> {
  const before = await loadCase(work, caseId)
  const { pack, programme, division, county, household_id } = before
  const acceptedOn = before.accepted_on ?? work.today
  const endsOn = lastDay(await procedureFor(work, pack, programme, acceptedOn), work.today)
  if (!endsOn) throw problems.of('publicity.no-period')
  const id = work.newId<'notice'>()
  const body = { noticeId: id, assessmentId, postedOn: work.today, endsOn: endsOn as CalendarDate }
  const { state } = await recordAct(work, caseId, { type: 'notice.posted', body, expectedVersion: version })
  if (state.proposal?.assessmentId !== assessmentId) throw problems.of('publicity.other-assessment')
  const shown = shownOf(state)
  if (!shown) throw problems.of('publicity.no-adult')
  const place = await divisionOf(work, division)
  const town = place.path.find(({ level }) => level === 'town') ?? place
  const dates = { posted_on: work.today, ends_on: endsOn }
  const inForce = await programmeInForce(work, { pack, programme, date: acceptedOn })
  await insertNotice(
    work.db,
    {
      ...{ county, id, division, household_id, case_id: caseId, assessment_id: assessmentId },
      ...{ ...dates, status: 'posted', posted_by: work.caller.accountId },
    },
    {
      ...{ id, county, village: division, programme, ...dates },
      applicant_masked: shown.applicantMasked,
      household_size: shown.householdSize,
      covered: shown.covered,
      programme_name: inForce.title['zh-CN'],
      amount_fen: shown.amountFen,
      office: town.name,
      contact_phone: place.contactPhone,
    },
  )
  const notice = await selectNotice(work.db, id)
  if (!notice) throw new Error('a notice just posted is not there')
  return notice
}
