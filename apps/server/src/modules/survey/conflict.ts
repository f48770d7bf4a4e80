/** Two records of one visit side by side, and a person who decides fact by fact. */
import { type FieldConflict, mergeVisit, resolveVisit, type Side, undecided, type VisitRecord } from '@doudi/sync'
import { loadCase } from '#modules/casework/index.ts'
import { displayNamesOf } from '#modules/identity/index.ts'
import { record } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { checkForm } from './check-form.ts'
import { problems } from './problems.ts'
import {
  conflictsOfVisit,
  formAt,
  loadVisit,
  lockVisit,
  openContent,
  type SubmissionRow,
  submissionById,
  updateSubmission,
  type VisitRow,
} from './survey.sql.ts'
import { writeForm } from './write-form.ts'

export interface VisitConflict {
  readonly visitId: string
  readonly serverVersion: number
  readonly server: VisitRecord
  readonly submissions: readonly {
    readonly id: string
    readonly sentBy: string
    readonly device: string
    readonly capturedAt: string
    readonly content: VisitRecord
    readonly conflicts: readonly FieldConflict[]
  }[]
}

export async function readConflict(work: Work, visitId: string): Promise<VisitConflict> {
  const visit = await loadVisit(work, visitId)
  const waiting = await conflictsOfVisit(work, visitId)
  const names = await displayNamesOf(
    work,
    waiting.flatMap(({ sent_by }) => sent_by ?? []),
  )
  const submissions: VisitConflict['submissions'][number][] = []
  for (const row of waiting) {
    submissions.push({
      id: row.id,
      sentBy: names.get(row.sent_by ?? '') ?? '',
      device: row.device,
      capturedAt: row.captured_at,
      content: openContent<VisitRecord>(work, row),
      conflicts: (await mergeOf(work, visit, row)).merge.conflicts,
    })
  }
  const server = (await formAt(work, visitId, visit.version)) ?? {}
  return { visitId, serverVersion: visit.version, server, submissions }
}

/** The merge with the record as it stands now, which may have gone on since the conflict was found. */
async function mergeOf(work: Work, visit: VisitRow, row: SubmissionRow) {
  const base = await formAt(work, visit.id, row.base_version ?? 1)
  const server = await formAt(work, visit.id, visit.version)
  if (!base || !server) throw problems.of('survey.version-unknown', { version: visit.version })
  return { server, merge: mergeVisit(base, server, openContent<VisitRecord>(work, row)) }
}

export async function resolveConflict(
  work: Work,
  visitId: string,
  { submissionId, take }: { submissionId: string; take: Readonly<Record<string, Side>> },
): Promise<VisitRow> {
  const visit = await lockVisit(work, visitId)
  const submission = await submissionById(work, submissionId)
  if (submission?.visit_id !== visitId) throw platformProblems.of('access.out-of-area')
  if (submission.status !== 'conflict') throw problems.of('survey.no-conflict')
  const { server, merge } = await mergeOf(work, visit, submission)
  const open = undecided(merge, take)
  if (open.length > 0) throw problems.of('survey.undecided', { fields: open })
  const form = resolveVisit(merge, take)
  const capturedAt = submission.captured_at
  await checkForm(work, await loadCase(work, visit.case_id), visit, { form, before: server, capturedAt })
  await updateSubmission(work, submissionId, {
    ...{ status: 'resolved' as const, resolved_by: work.caller.accountId, resolved_at: work.now },
  })
  record(work, {
    act: 'visit.conflict-resolved',
    ...{ division: visit.division, householdId: visit.household_id, caseId: visit.case_id },
    body: { visitId, submissionId, take },
  })
  await writeForm(work, visit, { form, before: server, capturedAt, submissionId })
  return loadVisit(work, visitId)
}
