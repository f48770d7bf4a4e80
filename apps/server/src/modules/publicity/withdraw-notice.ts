/** Takes a notice back while it hangs, because something in it is wrong; the case stands before its notice again. */
import { recordAct } from '#modules/casework/index.ts'
import type { Work } from '#platform/database/work.ts'
import { problems } from './problems.ts'
import { type NoticeRow, selectNotice, takeDown } from './publicity.sql.ts'

export async function withdrawNotice(work: Work, id: string, reason: string | undefined): Promise<NoticeRow> {
  const notice = await findNotice(work, id)
  if (!(await takeDown(work.db, notice, 'withdrawn'))) throw problems.of('publicity.not-hanging')
  const why = reason === undefined ? {} : { reason }
  await recordAct(work, notice.case_id, { type: 'notice.withdrawn', body: { noticeId: id }, ...why })
  return { ...notice, status: 'withdrawn' }
}

export async function findNotice(work: Work, id: string): Promise<NoticeRow> {
  const notice = await selectNotice(work.db, id)
  if (!notice) throw problems.of('publicity.notice-gone')
  return notice
}
