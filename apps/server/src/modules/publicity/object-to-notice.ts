/**
 * Anybody may object while a notice hangs, with or without a name. Nobody is signed in, so the transaction sees no
 * area; it is let into exactly the village of the notice that it found on the public board, and into nothing else.
 */
import type { CalendarDate } from '@doudi/kernel'
import { sql } from 'kysely'
import { recordAct } from '#modules/casework/index.ts'
import type { Work } from '#platform/database/work.ts'
import { problems } from './problems.ts'
import { selectHanging } from './public-notice.sql.ts'
import { countOpenObjections, insertObjection, selectNotice } from './publicity.sql.ts'

export interface Objection {
  readonly anonymous: boolean
  readonly name?: string | undefined
  readonly phone?: string | undefined
  readonly content: string
}

/** So many open ones say enough; more would only keep the office from answering. */
const MOST_OPEN = 20

export async function objectToNotice(
  work: Work,
  noticeId: string,
  objection: Objection,
): Promise<{ id: string; receivedOn: CalendarDate }> {
  const shown = await selectHanging(work.db, work.today, noticeId)
  if (!shown) throw problems.of('publicity.notice-gone')
  await enterVillage(work, shown.village)
  const notice = await selectNotice(work.db, noticeId)
  if (notice?.status !== 'posted') throw problems.of('publicity.notice-gone')
  if ((await countOpenObjections(work.db, noticeId)) >= MOST_OPEN) throw problems.of('publicity.enough-objections')
  const id = work.newId<'objection'>()
  await recordAct(work, notice.case_id, { type: 'notice.objected', body: { objectionId: id, noticeId } })
  const { county, division, household_id, case_id } = notice
  await insertObjection(work.db, {
    ...{ county, id, division, household_id, case_id, notice_id: noticeId },
    anonymous: objection.anonymous,
    name: objection.anonymous ? null : (objection.name ?? null),
    phone_sealed: objection.phone ? work.crypto.seal(objection.phone, phoneBind(id)) : null,
    content: objection.content,
    received_at: work.now,
    status: 'open',
  })
  return { id, receivedOn: work.today }
}

export const phoneBind = (objectionId: string) => `publicity.objection/phone_sealed/${objectionId}`

async function enterVillage({ db }: Work, village: string): Promise<void> {
  await sql`select set_config('doudi.areas', ${village}, true)`.execute(db)
}
