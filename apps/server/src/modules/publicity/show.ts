/** Notices and objections as people see them. */
import { type Fen, maskPhone, type PhoneNumber, toWire } from '@doudi/kernel'
import type { z } from 'zod'
import type { Work } from '#platform/database/work.ts'
import type { notice, objection, publicNotice } from './contract.ts'
import { phoneBind } from './object-to-notice.ts'
import type { PublicNotice } from './public-notice.sql.ts'
import type { NoticeRow, ObjectionRow } from './publicity.sql.ts'

export function showNotice(row: NoticeRow): z.infer<typeof notice> {
  return {
    id: row.id,
    caseId: row.case_id,
    householdId: row.household_id,
    division: row.division,
    assessmentId: row.assessment_id,
    postedOn: row.posted_on,
    endsOn: row.ends_on,
    status: row.status,
    boardPhotoDocumentId: row.board_photo_document_id,
  }
}

export function showObjection({ crypto }: Work, row: ObjectionRow): z.infer<typeof objection> {
  const phone = row.phone_sealed ? crypto.open(row.phone_sealed, phoneBind(row.id)) : null
  return {
    id: row.id,
    noticeId: row.notice_id,
    caseId: row.case_id,
    division: row.division,
    anonymous: row.anonymous,
    name: row.name,
    phoneMasked: phone ? maskPhone(phone as PhoneNumber) : null,
    content: row.content,
    receivedAt: row.received_at,
    status: row.status,
    answer: row.answer,
    finding: row.finding,
    answeredAt: row.answered_at,
  }
}

export function showPublic(row: PublicNotice): z.infer<typeof publicNotice> {
  return { ...row, amountFen: toWire(row.amountFen as Fen) }
}
