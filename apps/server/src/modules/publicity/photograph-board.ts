/** Proof that the notice hung: a photo of the board, a document of the same case. */
import { record } from '#modules/journal/index.ts'
import { documentsOfCase } from '#modules/registry/index.ts'
import type { Work } from '#platform/database/work.ts'
import { problems } from './problems.ts'
import { type NoticeRow, setPhoto } from './publicity.sql.ts'
import { findNotice } from './withdraw-notice.ts'

export async function photographBoard(work: Work, id: string, documentId: string): Promise<NoticeRow> {
  const notice = await findNotice(work, id)
  const documents = await documentsOfCase(work, notice.case_id)
  if (!documents.some(document => document.id === documentId)) throw problems.of('publicity.not-a-photo')
  await setPhoto(work.db, notice, documentId)
  record(work, {
    act: 'notice.photographed',
    division: notice.division,
    householdId: notice.household_id,
    body: { noticeId: id, documentId },
  })
  return { ...notice, board_photo_document_id: documentId }
}
