/** The report of the latest round (核对报告), for staff on the case. Every opening is an entry of the journal. */
import { circumstancesOf, loadCase } from '#modules/casework/index.ts'
import { record } from '#modules/journal/index.ts'
import { factsOfCase } from '#modules/registry/index.ts'
import type { Work } from '#platform/database/work.ts'
import { usableAnswers } from './answer.ts'
import type { Report } from './contract.ts'
import { displayFact } from './fact-value.ts'
import { departmentOf, readRows, sourceName } from './findings.ts'
import { summaryOf } from './query.ts'
import { differencesOfRequest, latestRequest, queriesOfRequest, type RequestRow } from './verification.sql.ts'

const neverAsked: Report = {
  ...{
    round: 0,
    requestId: null,
    number: null,
    requestedAt: null,
    completedAt: null,
    periodFrom: null,
    periodTo: null,
  },
  summary: summaryOf([]),
  queries: [],
  notAsked: [],
  differences: [],
  deaths: [],
}

export async function readReport(work: Work, caseId: string): Promise<Report> {
  const row = await loadCase(work, caseId)
  const request = await latestRequest(work, caseId)
  if (!request) return neverAsked
  const names = new Map(row.state.members.map(({ personId, name }) => [personId, name]))
  const { procedure } = await circumstancesOf(work, row)
  record(work, {
    act: 'verification.report-opened',
    division: row.division,
    householdId: row.household_id,
    caseId,
    body: { requestId: request.id, round: request.round },
  })
  const queries = await queriesOf(work, request, names)
  return {
    round: request.round,
    requestId: request.id,
    number: request.number,
    requestedAt: request.requested_at,
    completedAt: request.completed_at,
    periodFrom: request.period_from,
    periodTo: request.period_to,
    summary: summaryOf(queries),
    queries,
    notAsked: procedure.verification.items
      .filter(({ id, mandatory }) => !mandatory && departmentOf(id) === undefined)
      .map(({ id, name }) => ({ source: id, sourceName: name['zh-CN'], why: 'not-connected' as const })),
    differences: await differencesWithFacts(work, request, names),
    deaths: queries
      .filter(({ source, status }) => source === 'deaths' && status === 'answered')
      .map(({ personId }) => personId),
  }
}

async function queriesOf(
  work: Work,
  { id }: RequestRow,
  names: ReadonlyMap<string, string>,
): Promise<Report['queries']> {
  const rows = await queriesOfRequest(work, id)
  const answers = new Map(usableAnswers(work, rows).map(answer => [answer.queryId, answer]))
  return rows.map(query => {
    const answer = answers.get(query.id)
    return {
      id: query.id,
      personId: query.person_id,
      personName: names.get(query.person_id) ?? '',
      source: query.source,
      sourceName: sourceName(query.source),
      mandatory: query.mandatory,
      status: query.status,
      attempts: query.attempts,
      lastError: query.last_error,
      queriedAt: query.queried_at,
      findings: answer ? [...readRows(answer.source, answer.rows).findings] : [],
    }
  })
}

const fieldLabels: Readonly<Record<string, string>> = {
  wage: '工资（每月）',
  pension: '养老金（每月）',
  deposits: '存款',
  vehicles: '车辆',
  homes: '住房',
  business: '登记的生意',
  diedOn: '死亡日期',
}

async function differencesWithFacts(
  work: Work,
  request: RequestRow,
  names: ReadonlyMap<string, string>,
): Promise<Report['differences']> {
  const rows = await differencesOfRequest(work, request.id)
  const facts = new Map((rows.length > 0 ? await factsOfCase(work, request.case_id) : []).map(fact => [fact.id, fact]))
  return rows.map(row => ({
    id: row.id,
    field: row.field,
    label: fieldLabels[row.field] ?? row.field,
    personId: row.person_id,
    personName: row.person_id ? (names.get(row.person_id) ?? '') : null,
    declared: displayFact(row.field, facts.get(row.declared_fact_id ?? '')?.value),
    found: displayFact(row.field, facts.get(row.found_fact_id)?.value),
    resolution: row.resolution,
    reason: row.resolution_reason,
    resolvedAt: row.resolved_at,
  }))
}
