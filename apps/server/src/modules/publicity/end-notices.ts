/**
 * Takes notices down when their time is over. Runs daily for each county and when the demo clock moves; running it
 * twice changes nothing. Public lists do not wait for it: they go by date.
 */
import { loadCase, recordAct } from '#modules/casework/index.ts'
import type { Work } from '#platform/database/work.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { type NoticeRow, selectDue, selectNoticesOfCase, takeDown } from './publicity.sql.ts'

/** Returns how many were taken down. */
export async function endDueNotices(work: Work, county: string): Promise<number> {
  const due = await selectDue(work.db, county.slice(0, 6), work.today)
  for (const notice of due) await endNotice(work, notice)
  return due.length
}

async function endNotice(work: Work, notice: NoticeRow): Promise<void> {
  const { state } = await loadCase(work, notice.case_id)
  const stillHangs = state.notice?.noticeId === notice.id && state.notice.status === 'posted'
  const down = await takeDown(work.db, notice, stillHangs ? 'ended' : 'withdrawn')
  if (down && stillHangs) await recordAct(work, notice.case_id, { type: 'notice.ended', body: { noticeId: notice.id } })
}

export const endNoticesJob: Job = {
  name: 'publicity.end-notices',
  daily: true,
  handle: (open, payload) => open(async work => void (await endDueNotices(work, String(payload.area)))),
}

/** A case that was withdrawn or ended has nothing to show any more; the act on the case said so already. */
export const takeDownJob: Job = {
  name: 'publicity.take-down',
  handle: (open, payload) =>
    open(async work => {
      const { state } = await loadCase(work, String(payload.caseId))
      for (const notice of await selectNoticesOfCase(work.db, String(payload.caseId))) {
        const hangs = state.notice?.noticeId === notice.id && state.notice.status === 'posted'
        if (!hangs) await takeDown(work.db, notice, 'withdrawn')
      }
    }),
}
