/** A resident's own cases in plain words. Only what is theirs is seen: the row policy knows their households. */
import type { CalendarDate } from '@doudi/kernel'
import { calendarFor, divisionOf } from '#modules/places/index.ts'
import type { Work } from '#platform/database/work.ts'
import { readAssessment } from './assess-case.ts'
import type { CaseRow } from './case-row.ts'
import { plainWords, remedies } from './case-words.ts'
import { loadCase } from './casework.sql.ts'
import type { OwnCase } from './contract.ts'
import { householdLine } from './household-line.ts'
import { lettersOfCase } from './letter.sql.ts'
import type { LetterKind } from './letter.ts'
import { casesOfHouseholds } from './list-cases.ts'
import { whyNot } from './moves.ts'
import { circumstancesOf, whoOf } from './record-act.ts'

export async function ownCases(work: Work): Promise<{ items: OwnCase[] }> {
  const rows = await casesOfHouseholds(work, work.caller.scope.households)
  return { items: await Promise.all(rows.map(row => describeOwn(work, row))) }
}

export async function ownCase(work: Work, caseId: string): Promise<OwnCase> {
  return describeOwn(work, await loadCase(work, caseId))
}

async function describeOwn(work: Work, row: CaseRow): Promise<OwnCase> {
  const { state } = row
  const town = await divisionOf(work, `${row.division.slice(0, 9)}000`)
  const calendar = await calendarFor(work, row.division)
  const circumstances = await circumstancesOf(work, row)
  return {
    ...{ id: row.id, number: row.number, programme: row.programme, status: row.status, version: row.version },
    plain: plainWords(state, row.due_on as CalendarDate | null),
    submittedOn: state.submittedOn,
    steps: householdLine(state, { today: work.today, calendar, procedure: circumstances.procedure }),
    missing: [...(state.correction?.missing ?? state.pending)],
    contactPhone: town.contactPhone,
    mayWithdraw: whyNot(state, 'case.withdrawn', whoOf(work), circumstances) === null,
    decision: await decisionOf(work, row),
    rejectionLetterId: row.status === 'rejected' ? await letterIdOf(work, row, 'rejection') : null,
    awards: state.award ? [{ startMonth: state.award.startMonth, monthlyFen: state.award.monthlyFen }] : [],
  }
}

async function decisionOf(work: Work, row: CaseRow): Promise<OwnCase['decision']> {
  const { decision } = row.state
  if (!decision) return null
  const { explanation } = await readAssessment(work, decision.assessmentId)
  const kind = decision.outcome === 'approved' ? 'approval' : 'refusal'
  return {
    ...{ outcome: decision.outcome, on: decision.on, amountFen: decision.amountFen, firstMonth: decision.firstMonth },
    explanation: explanation.zh.map((zh, i) => ({ zh, en: explanation.en[i] ?? zh })),
    letterId: await letterIdOf(work, row, kind),
    remedies: decision.outcome === 'refused' ? remedies : null,
  }
}

async function letterIdOf(work: Work, row: CaseRow, kind: LetterKind): Promise<string | null> {
  return (await lettersOfCase(work, row.id)).findLast(letter => letter.kind === kind)?.id ?? null
}
