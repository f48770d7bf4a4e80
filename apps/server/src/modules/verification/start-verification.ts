/**
 * A round of questions: one query for each person and each department of the procedure, one job for each query that may
 * be asked. A new round stands beside the old one and never overwrites it.
 */
import { addMonthsToMonth, firstDayOf, lastDayOf, monthOf } from '@doudi/kernel'
import type { Procedure } from '@doudi/policy'
import { type CaseRow, circumstancesOf, loadCase, recordAct } from '#modules/casework/index.ts'
import { personInClear } from '#modules/registry/index.ts'
import type { Work } from '#platform/database/work.ts'
import { type ConsentOfPerson, consentState, mayAsk } from './consent.ts'
import { departmentOf } from './findings.ts'
import { problems } from './problems.ts'
import type { QueryStatus } from './query.ts'
import { recordConsentsOfCase } from './record-consent.ts'
import { settleRound } from './settle-round.ts'
import {
  consentsOfCase,
  insertQueries,
  insertRequest,
  latestRequest,
  type QueryRow,
  type RequestRow,
} from './verification.sql.ts'

export const ASK_JOB = 'verification.ask-department'

export async function startVerification(work: Work, caseId: string, expectedVersion: number): Promise<void> {
  const before = await loadCase(work, caseId)
  await recordConsentsOfCase(work, before)
  const consents = await consentsOfCase(work, caseId)
  if (!consents.some(consent => consentState(consent, work.today) === 'valid')) {
    throw problems.of('verification.nobody-consented')
  }
  const earlier = await latestRequest(work, caseId)
  if (earlier && earlier.completed_at === null)
    throw problems.of('verification.round-running', { round: earlier.round })
  const request = newRequest(work, before, (earlier?.round ?? 0) + 1)
  await recordAct(work, caseId, {
    type: 'verification.requested',
    body: { requestId: request.id, round: request.round },
    expectedVersion,
  })
  await insertRequest(work, request)
  const queries = await queriesFor(work, before, request, consents)
  await insertQueries(work, queries)
  await settleRound(work, request.id)
  for (const query of queries.filter(({ status }) => status === 'pending')) {
    await work.enqueue(ASK_JOB, { area: query.division, queryId: query.id })
  }
}

/** The twelve whole months before this one; the number is the case's, so a department can be asked about it. */
function newRequest(work: Work, row: CaseRow, round: number): RequestRow {
  const month = monthOf(work.today)
  return {
    county: row.county,
    id: work.newId<'request'>(),
    division: row.division,
    household_id: row.household_id,
    case_id: row.id,
    number: `HD-${row.number}-${round}`,
    round,
    requested_at: work.now,
    requested_by: work.caller.accountId,
    period_from: firstDayOf(addMonthsToMonth(month, -12)),
    period_to: lastDayOf(addMonthsToMonth(month, -1)),
    completed_at: null,
  }
}

async function queriesFor(
  work: Work,
  row: CaseRow,
  request: RequestRow,
  consents: readonly ConsentOfPerson[],
): Promise<QueryRow[]> {
  const { procedure } = await circumstancesOf(work, row)
  const queries: QueryRow[] = []
  for (const { personId } of row.state.members) {
    const { identityNumber } = await personInClear(work, personId)
    for (const { id: source, mandatory } of askedSources(procedure)) {
      const allowed = mayAsk(consents, personId, source, work.today)
      const unable = !departmentOf(source) ? 'not-configured' : !identityNumber ? 'no-identity-number' : null
      const status: QueryStatus = !allowed ? 'no-consent' : unable ? 'failed' : 'pending'
      queries.push({
        county: row.county,
        id: work.newId<'query'>(),
        division: row.division,
        household_id: row.household_id,
        case_id: row.id,
        request_id: request.id,
        person_id: personId,
        source,
        mandatory,
        status,
        attempts: 0,
        last_error: status === 'failed' ? unable : null,
        queried_at: null,
        answer_sealed: null,
      })
    }
  }
  return queries
}

/** A department that need not answer and is not connected is not asked; the report says so. */
export function askedSources({ verification }: Procedure) {
  return verification.items.filter(({ id, mandatory }) => mandatory || departmentOf(id) !== undefined)
}
