/**
 * Works a case out: builds the situation from what is known, asks the rules in force today, and keeps situation,
 * trace and edition, so that the same answer can be had again in ten years. An assessment decides nothing.
 */
import { type CalendarDate, Problem } from '@doudi/kernel'
import { type Evaluation, type Situation, sayObstacles } from '@doudi/policy'
import { canonicalJson } from '#modules/journal/index.ts'
import { evaluateEdition, evaluateFor } from '#modules/policies/index.ts'
import type { Work } from '#platform/database/work.ts'
import type { AssessmentSummary } from './acts.ts'
import { type AssessmentRow, insertAssessment, loadAssessment } from './assessment.sql.ts'
import { caseFacts } from './case-facts.ts'
import type { CaseRow } from './case-row.ts'
import { loadCase } from './casework.sql.ts'
import type { ComparedFact } from './compare-facts.ts'
import type { AssessmentReply } from './evidence-contract.ts'
import { problems } from './problems.ts'
import { lockForAct, recordAct } from './record-act.ts'
import { situationOf } from './situation.ts'

/** What of an assessment is sealed: it names people and their incomes. */
interface Sealed {
  readonly evaluation: Evaluation
  readonly unresolved: AssessmentReply['unresolved']
}

export async function assessCase(work: Work, caseId: string): Promise<AssessmentReply> {
  const row = await lockForAct(work, caseId, { type: 'case.assessed' })
  const { fields, facts } = await caseFacts(work, row)
  const situation = situationOf(row.state, fields, facts)
  const { evaluation, edition } = await evaluated(() =>
    evaluateFor(work, { pack: row.pack, programme: row.programme, date: work.today, situation }),
  )
  const stored = await keep(work, row, { situation, evaluation, edition, unresolved: unresolvedOf(facts) })
  const { eligible, route, category, amountFenPerMonth, coveredPeople } = evaluation.decision
  const summary: AssessmentSummary = {
    ...{ assessmentId: stored.id, stage: stored.stage, eligible, route, category, coveredPeople },
    amountFen: eligible ? amountFenPerMonth : 0,
    unresolved: facts.filter(isUnresolved).length,
  }
  const after = await recordAct(work, caseId, { type: 'case.assessed', body: summary })
  return { ...replyOf(work, stored), caseVersion: after.version }
}

/** A fact that nobody has found out yet is the family's or the office's to find out, not a fault of the request. */
async function evaluated<T>(evaluate: () => Promise<T>): Promise<T> {
  try {
    return await evaluate()
  } catch (error) {
    const known =
      error instanceof Problem && ['policy.fact-undetermined', 'policy.situation-invalid'].includes(error.code)
    if (!known) throw error
    const fields = [String(error.details.fieldId ?? ''), ...error.issues.map(({ pointer }) => pointer)].filter(Boolean)
    throw problems.of('casework.assessment-incomplete', {
      fields,
      ...(error.details.field ? { field: error.details.field } : {}),
    })
  }
}

const isUnresolved = ({ differs, resolution }: ComparedFact) => differs && resolution === null

function unresolvedOf(facts: readonly ComparedFact[]): AssessmentReply['unresolved'] {
  return facts
    .filter(isUnresolved)
    .map(({ field, label, person }) => ({ field, label, personName: person?.name ?? null }))
}

interface Computed {
  readonly situation: Situation
  readonly evaluation: Evaluation
  readonly edition: string
  readonly unresolved: AssessmentReply['unresolved']
}

async function keep(
  work: Work,
  row: CaseRow,
  { situation, evaluation, edition, unresolved }: Computed,
): Promise<AssessmentRow> {
  const id = work.newId<'assessment'>()
  const sealed: Sealed = { evaluation, unresolved }
  return insertAssessment(work, {
    ...{ county: row.county, id, division: row.division, household_id: row.household_id, case_id: row.id },
    stage: work.caller.role === 'town-approver' ? 'decision' : 'proposal',
    ...{ pack: row.pack, edition, assessed_for: evaluation.date },
    situation_sealed: work.crypto.seal(JSON.stringify(situation), bindOf('situation_sealed', id)),
    result: JSON.stringify(evaluation.decision),
    trace_sealed: work.crypto.seal(JSON.stringify(sealed), bindOf('trace_sealed', id)),
    result_hash: resultHash(work, evaluation),
    ...{ created_at: work.now, created_by: work.caller.accountId },
  })
}

/** The hash covers decision, outputs, trace and versions: a changed rule, fact or clause changes it. */
function resultHash(work: Work, { decision, outputs, trace, versions }: Evaluation): string {
  return work.crypto.digest(canonicalJson({ decision, outputs, trace, versions }))
}

const bindOf = (column: string, id: string) => `casework.assessment/${column}/${id}`

export async function readAssessment(work: Work, id: string): Promise<AssessmentReply> {
  return replyOf(work, await loadAssessment(work, id))
}

/** Computes it again from the sealed situation and the edition of that day. */
export async function recomputeAssessment(work: Work, id: string): Promise<{ same: boolean; resultHash: string }> {
  const row = await loadAssessment(work, id)
  const { programme } = await loadCase(work, row.case_id)
  const situation = openSituation(work, row)
  const evaluation = await evaluateEdition(work, row.edition, {
    pack: row.pack,
    programme,
    date: row.assessed_for,
    situation,
  })
  const hash = resultHash(work, evaluation)
  return { same: hash === row.result_hash, resultHash: hash }
}

export function openSituation({ crypto }: Work, row: Pick<AssessmentRow, 'id' | 'situation_sealed'>): Situation {
  return JSON.parse(crypto.open(row.situation_sealed, bindOf('situation_sealed', row.id))) as Situation
}

export function replyOf(work: Work, row: AssessmentRow): AssessmentReply {
  const { evaluation, unresolved } = JSON.parse(
    work.crypto.open(row.trace_sealed, bindOf('trace_sealed', row.id)),
  ) as Sealed
  const { eligible, route, category, amountFenPerMonth, coveredPeople } = evaluation.decision
  const { explanation, workedSum, obstacles, trace, versions, outputs } = evaluation
  return {
    ...{ id: row.id, caseId: row.case_id, stage: row.stage, assessedFor: row.assessed_for as CalendarDate },
    ...{ createdAt: row.created_at, createdBy: row.created_by, resultHash: row.result_hash },
    result: {
      eligible,
      route,
      category,
      coveredPeople,
      amountFen: eligible ? amountFenPerMonth : 0,
      outputs: { ...outputs },
    },
    workedSum: workedSum.map(line => ({ zh: line['zh-CN'], en: line.en })),
    explanation: { zh: [...explanation['zh-CN']], en: [...explanation.en] },
    missing: obstacles ? sayObstacles(obstacles).map(line => ({ zh: line['zh-CN'], en: line.en })) : [],
    ...{ trace, versions, unresolved },
  }
}
