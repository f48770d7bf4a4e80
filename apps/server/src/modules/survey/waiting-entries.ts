/** Entries that could not be applied: shown to who sent them and to the town, and tried again when the reason is gone. */

import { maskPhone, type PhoneNumber } from '@doudi/kernel'
import type { QuickReport, SyncEntry, SyncResult, VisitRecord } from '@doudi/sync'
import { displayNamesOf } from '#modules/identity/index.ts'
import type { Work } from '#platform/database/work.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { problems } from './problems.ts'
import { tryEntry } from './receive-entry.ts'
import { openContent, reportsReceived, type SubmissionRow, submissionById, submissionsWaiting } from './survey.sql.ts'

const MOST = 200

export async function listWaiting(work: Work) {
  const rows = await submissionsWaiting(work, MOST)
  const names = await displayNamesOf(
    work,
    rows.flatMap(({ sent_by }) => sent_by ?? []),
  )
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    visitId: row.visit_id,
    status: row.status,
    problem: row.problem,
    device: row.device,
    sentBy: names.get(row.sent_by ?? '') ?? '',
    capturedAt: row.captured_at,
    receivedAt: row.received_at,
    /** The form as it was sent; a quick report shows its telephone masked. */
    content: row.kind === 'visit.record' ? openContent<VisitRecord>(work, row) : maskedReport(work, row),
  }))
}

export async function listReports(work: Work) {
  const rows = await reportsReceived(work, MOST)
  const names = await displayNamesOf(
    work,
    rows.flatMap(({ sent_by }) => sent_by ?? []),
  )
  return rows.map(row => ({
    id: row.id,
    sentBy: names.get(row.sent_by ?? '') ?? '',
    capturedAt: row.captured_at,
    receivedAt: row.received_at,
    ...maskedReport(work, row),
  }))
}

function maskedReport(work: Work, row: SubmissionRow) {
  const { phone, ...report } = openContent<QuickReport>(work, row)
  return { ...report, phoneMasked: phone ? maskPhone(phone as PhoneNumber) : null }
}

export async function retryEntry(work: Work, id: string): Promise<SyncResult> {
  const row = await submissionById(work, id)
  if (!row) throw platformProblems.of('access.out-of-area')
  if (row.status !== 'refused') throw problems.of('survey.no-conflict')
  return tryEntry(work, row.device, entryOf(work, row))
}

function entryOf(work: Work, row: SubmissionRow): SyncEntry {
  const captured = { id: row.id, capturedAt: row.captured_at }
  return row.visit_id === null
    ? { ...captured, kind: 'report.quick', content: openContent<QuickReport>(work, row) }
    : {
        ...captured,
        kind: 'visit.record',
        visitId: row.visit_id,
        baseVersion: row.base_version ?? 1,
        content: openContent<VisitRecord>(work, row),
      }
}
