/**
 * One entry from a device: applied, known already, in conflict, or refused. It is never lost: what cannot be applied
 * is kept as it came, with the reason, where its sender works, until a person deals with it.
 */
import { Problem } from '@doudi/kernel'
import { mergeVisit, type QuickReportEntry, type SyncEntry, type SyncResult, type VisitEntry } from '@doudi/sync'
import { loadCase } from '#modules/casework/index.ts'
import { record } from '#modules/journal/index.ts'
import { inSavepoint } from '#platform/database/savepoint.ts'
import type { Work } from '#platform/database/work.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { checkForm } from './check-form.ts'
import { problems } from './problems.ts'
import { formAt, lockVisit, type NewSubmission, putSubmission, submissionById, updateVisit } from './survey.sql.ts'
import { writeForm } from './write-form.ts'

export async function receiveEntry(work: Work, device: string, entry: SyncEntry): Promise<SyncResult> {
  const before = await submissionById(work, entry.id)
  if (before) return { id: entry.id, status: 'duplicate', ...(before.problem ? { problem: before.problem } : {}) }
  return tryEntry(work, device, entry)
}

/** Applies the entry in a part of its own, or parks it. */
export async function tryEntry(work: Work, device: string, entry: SyncEntry): Promise<SyncResult> {
  try {
    return await inSavepoint(work, part =>
      entry.kind === 'visit.record' ? applyVisit(part, device, entry) : applyReport(part, device, entry),
    )
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return park(work, device, entry, error.code)
  }
}

function submissionOf(
  work: Work,
  device: string,
  entry: SyncEntry,
): Omit<NewSubmission, 'county' | 'division' | 'status'> {
  const visit = entry.kind === 'visit.record' ? { visit_id: entry.visitId, base_version: entry.baseVersion } : {}
  return {
    id: entry.id,
    kind: entry.kind,
    ...visit,
    content: entry.content,
    device,
    captured_at: entry.capturedAt,
    received_at: work.now,
    sent_by: work.caller.accountId,
  }
}

async function applyVisit(work: Work, device: string, entry: VisitEntry): Promise<SyncResult> {
  const visit = await lockVisit(work, entry.visitId)
  const base = await formAt(work, visit.id, entry.baseVersion)
  const server = await formAt(work, visit.id, visit.version)
  if (!base || !server) throw problems.of('survey.version-unknown', { version: visit.version })
  const row = await loadCase(work, visit.case_id)
  await checkForm(work, row, visit, { form: entry.content, before: server, capturedAt: entry.capturedAt })
  const { merged, conflicts } = mergeVisit(base, server, entry.content)
  const { county, division, household_id } = visit
  const place = { ...submissionOf(work, device, entry), county, division, household_id }
  if (conflicts.length > 0) {
    await putSubmission(work, { ...place, status: 'conflict' })
    await updateVisit(work, visit.id, { status: 'conflict' })
    record(work, {
      act: 'visit.conflict-found',
      ...{ division, householdId: household_id, caseId: visit.case_id },
      body: { visitId: visit.id, submissionId: entry.id, fields: conflicts.map(({ field }) => field) },
    })
    return { id: entry.id, status: 'conflict', serverVersion: visit.version, server }
  }
  await putSubmission(work, { ...place, status: 'applied' })
  const { id: submissionId, capturedAt } = entry
  const version = await writeForm(work, visit, { form: merged, before: server, capturedAt, submissionId })
  return { id: entry.id, status: 'applied', serverVersion: version }
}

async function applyReport(work: Work, device: string, entry: QuickReportEntry): Promise<SyncResult> {
  const { division } = entry.content
  if (!work.caller.scope.areas.some(area => area === '*' || division.startsWith(area))) {
    throw platformProblems.of('access.out-of-area')
  }
  await putSubmission(work, {
    ...submissionOf(work, device, entry),
    ...{ county: division.slice(0, 6), division, status: 'applied' },
  })
  record(work, { act: 'report.received', division, body: { reportId: entry.id } })
  return { id: entry.id, status: 'applied' }
}

async function park(work: Work, device: string, entry: SyncEntry, problem: string): Promise<SyncResult> {
  const { division } = work.caller
  if (!division) throw platformProblems.of('access.forbidden')
  await putSubmission(work, {
    ...submissionOf(work, device, entry),
    ...{ county: division.slice(0, 6), division, status: 'refused', problem },
  })
  record(work, { act: 'visit.entry-refused', division, body: { submissionId: entry.id, kind: entry.kind, problem } })
  return { id: entry.id, status: 'refused', problem }
}
