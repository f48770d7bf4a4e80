/**
 * The job of one query. It reads in one transaction, asks outside of any, writes in another; a repeated delivery finds
 * the query answered and stops. A department that stays silent is asked again later by a job of its own, committed with
 * the count of attempts, and after the last attempt the query is set aside as failed.
 */
import { revealIdentityNumber } from '@doudi/kernel'
import { isOpen, loadCase } from '#modules/casework/index.ts'
import { personInClear } from '#modules/registry/index.ts'
import type { Work } from '#platform/database/work.ts'
import { DepartmentSilent } from '#platform/departments.ts'
import type { Job, OpenWork } from '#platform/jobs/jobs.ts'
import { type DepartmentAnswer, type DepartmentQuery, ports } from '#platform/ports.ts'
import { sealAnswer } from './answer.ts'
import { mayAsk } from './consent.ts'
import { departmentOf } from './findings.ts'
import { afterSilence, type QueryStatus, secondsBefore } from './query.ts'
import { isSamePerson } from './same-person.ts'
import { settleRound } from './settle-round.ts'
import { ASK_JOB } from './start-verification.ts'
import {
  consentsOfCase,
  lockRequest,
  type QueryRow,
  queryById,
  requestById,
  updatePending,
} from './verification.sql.ts'

export const askDepartment: Job = {
  name: ASK_JOB,
  handle: async (open, payload) => {
    const queryId = String(payload.queryId)
    const question = await open(work => prepare(work, queryId))
    if (!question) return
    await answerOf(question).then(
      answer => open(work => writeAnswer(work, queryId, question, answer)),
      silence => writeSilence(open, queryId, silence),
    )
  },
}

const answerOf = (question: DepartmentQuery) => ports().departments.query(question)

/** The question, or nothing: already answered, or no longer allowed, in which case the query says so. */
async function prepare(work: Work, queryId: string): Promise<DepartmentQuery | undefined> {
  const query = await queryById(work, queryId)
  if (query?.status !== 'pending') return undefined
  const row = await loadCase(work, query.case_id)
  if (!isOpen(row.state)) return refuse(work, query, 'failed', 'case-closed')
  const consents = await consentsOfCase(work, query.case_id)
  if (!mayAsk(consents, query.person_id, query.source, work.today)) {
    return refuse(work, query, 'no-consent', 'consent-not-valid')
  }
  const { name, identityNumber } = await personInClear(work, query.person_id)
  if (!identityNumber) return refuse(work, query, 'failed', 'no-identity-number')
  const department = departmentOf(query.source)
  if (!department) return refuse(work, query, 'failed', 'not-configured')
  const request = await requestById(work, query.request_id)
  return {
    requestNumber: request.number,
    source: department,
    name,
    identityNumber: revealIdentityNumber(identityNumber),
    periodFrom: request.period_from,
    periodTo: request.period_to,
  }
}

async function refuse(work: Work, query: QueryRow, status: QueryStatus, why: string): Promise<undefined> {
  await lockRequest(work, query.request_id)
  if (await updatePending(work, query.id, { status, last_error: why })) await settleRound(work, query.request_id)
}

async function writeAnswer(
  work: Work,
  queryId: string,
  asked: DepartmentQuery,
  answer: DepartmentAnswer,
): Promise<void> {
  const query = await queryById(work, queryId)
  if (!query) return
  await lockRequest(work, query.request_id)
  const status = statusOf(asked, answer)
  const written = await updatePending(work, queryId, {
    status,
    attempts: query.attempts + 1,
    last_error: null,
    queried_at: work.now,
    answer_sealed: sealAnswer(work, queryId, answer),
  })
  if (written) await settleRound(work, query.request_id)
}

/** One row about somebody else spoils the whole answer: nobody picks the rows that look right. */
function statusOf(asked: DepartmentQuery, { status, rows }: DepartmentAnswer): QueryStatus {
  if (rows.some(row => !isSamePerson(asked, row))) return 'mismatch'
  if (status !== 'answered') return status
  return rows.length > 0 ? 'answered' : 'nothing-found'
}

/** What is not silence is a bug and goes to the job queue, which tries again and then sets the job aside. */
async function writeSilence(open: OpenWork, queryId: string, silence: unknown): Promise<void> {
  if (!(silence instanceof DepartmentSilent)) throw silence
  await open(async work => {
    const query = await queryById(work, queryId)
    if (!query) return
    await lockRequest(work, query.request_id)
    const attempts = query.attempts + 1
    const status = afterSilence(attempts)
    if (!(await updatePending(work, queryId, { status, attempts, last_error: silence.why }))) return
    if (status === 'failed') await settleRound(work, query.request_id)
    else {
      const startAfterSeconds = secondsBefore(attempts + 1)
      await work.enqueue(ASK_JOB, { area: query.division, queryId }, { startAfterSeconds })
    }
  })
}
