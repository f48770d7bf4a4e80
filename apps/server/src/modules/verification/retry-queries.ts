/** Asks departments that did not answer once more, in the same round. What was answered stays as it is. */
import { isOpen, loadCase } from '#modules/casework/index.ts'
import { record } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import { mayAsk } from './consent.ts'
import { problems } from './problems.ts'
import { ASK_JOB } from './start-verification.ts'
import {
  askAgain,
  consentsOfCase,
  latestRequest,
  lockRequest,
  queriesOfRequest,
  setCompleted,
} from './verification.sql.ts'

export async function retryQueries(work: Work, caseId: string, queryIds: readonly string[]): Promise<void> {
  const row = await loadCase(work, caseId)
  if (!isOpen(row.state)) throw problems.of('verification.case-closed')
  const latest = await latestRequest(work, caseId)
  if (!latest) throw problems.of('verification.nothing-to-retry')
  await lockRequest(work, latest.id)
  const failed = (await queriesOfRequest(work, latest.id)).filter(({ status }) => status === 'failed')
  const chosen = failed.filter(({ id }) => queryIds.includes(id))
  if (chosen.length === 0 || chosen.length < new Set(queryIds).size) throw problems.of('verification.nothing-to-retry')
  const consents = await consentsOfCase(work, caseId)
  if (chosen.some(({ person_id, source }) => !mayAsk(consents, person_id, source, work.today))) {
    throw problems.of('verification.consent-not-valid')
  }
  await askAgain(
    work,
    chosen.map(({ id }) => id),
  )
  await setCompleted(work, latest.id, null)
  for (const { id, division } of chosen) await work.enqueue(ASK_JOB, { area: division, queryId: id })
  record(work, {
    act: 'verification.retried',
    division: row.division,
    householdId: row.household_id,
    caseId,
    body: { requestId: latest.id, queryIds: chosen.map(({ id }) => id) },
  })
}
