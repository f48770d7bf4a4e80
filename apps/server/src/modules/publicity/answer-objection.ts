/** What became of an objection. Founded: the notice comes down and the case is investigated again; else it goes on. */
import { recordAct } from '#modules/casework/index.ts'
import type { Work } from '#platform/database/work.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import type { Finding } from './notice.ts'
import { problems } from './problems.ts'
import { answerObjectionRow, type ObjectionRow, selectNotice, selectObjection, takeDown } from './publicity.sql.ts'

export async function answerObjection(
  work: Work,
  id: string,
  { answer, finding }: { answer: string; finding: Finding },
): Promise<ObjectionRow> {
  const objection = await selectObjection(work.db, id)
  if (!objection) throw platformProblems.of('access.out-of-area')
  const row = { answer, finding, answered_by: work.caller.accountId, answered_at: work.now }
  const answered = await answerObjectionRow(work.db, objection, row)
  if (!answered) throw problems.of('publicity.already-answered')
  const body = { objectionId: id, finding }
  await recordAct(work, objection.case_id, { type: 'objection.answered', body, reason: answer })
  const notice = finding === 'founded' ? await selectNotice(work.db, objection.notice_id) : undefined
  if (notice) await takeDown(work.db, notice, 'withdrawn')
  return answered
}
