/**
 * The one way in which a case changes: lock it, compare versions, ask the move table, fold the act, write the row
 * and its journal entry together. Modules to the right call this for their acts, so the rules are not repeated.
 */
import type { CalendarDate } from '@doudi/kernel'
import { record } from '#modules/journal/index.ts'
import { calendarFor, delegationFor } from '#modules/places/index.ts'
import { procedureFor } from '#modules/policies/index.ts'
import type { Work } from '#platform/database/work.ts'
import type { CaseAct, NewAct } from './acts.ts'
import { foldAct } from './case.ts'
import type { CaseRow } from './case-row.ts'
import { lockCase, updateCase } from './casework.sql.ts'
import { type Circumstances, type Who, whyNot } from './moves.ts'
import { type CaseworkCode, problems } from './problems.ts'

export async function recordAct(work: Work, caseId: string, act: NewAct): Promise<CaseRow> {
  const before = await lockForAct(work, caseId, act)
  const { type, body, reason = null } = act
  const happened = { type, body, reason, at: work.now, by: { ...whoOf(work), name: work.caller.name } } as CaseAct
  const state = foldAct(before.state, happened)
  const after = await updateCase(work, before, state, await calendarFor(work, before.division))
  const { division, household_id: householdId } = before
  record(work, { act: type, division, householdId, caseId, body, reason })
  return after
}

/** Holds the case and refuses unless the act is possible now; a use case that checks figures asks this first. */
export async function lockForAct(
  work: Work,
  caseId: string,
  { type, expectedVersion }: Pick<NewAct, 'type' | 'expectedVersion'>,
): Promise<CaseRow> {
  const row = await lockCase(work, caseId)
  if (expectedVersion !== undefined && expectedVersion !== row.version) {
    throw problems.of('casework.version-changed', { version: row.version, status: row.status })
  }
  const circumstances = await circumstancesOf(work, row)
  const code = whyNot(row.state, type, whoOf(work), circumstances)
  if (code) throw refusal(code, row, circumstances)
  return row
}

export function whoOf({ caller }: Work): Who {
  return { accountId: caller.accountId, role: caller.role }
}

/** Procedure of the day of acceptance (before it, of today), and whether the town may decide today. */
export async function circumstancesOf(work: Work, row: CaseRow): Promise<Circumstances> {
  const date = (row.accepted_on ?? work.today) as CalendarDate
  const procedure = await procedureFor(work, row.pack, row.programme, date)
  return { today: work.today, procedure, townDecides: await townDecides(work, row, procedure.decision) }
}

export async function townDecides(
  work: Work,
  place: { division: string; programme: string },
  decision: Circumstances['procedure']['decision'],
): Promise<boolean> {
  if (decision.level === 'town') return true
  if (!decision.delegable) return false
  const town = `${place.division.slice(0, 9)}000`
  return Boolean(await delegationFor(work, town, place.programme, work.today))
}

function refusal(code: string, { status, state }: CaseRow, { procedure }: Circumstances) {
  const details = {
    status,
    ...(code === 'casework.notice-not-over' && state.notice ? { endsOn: state.notice.endsOn } : {}),
    ...(code === 'casework.visit-surveyors' ? { least: Math.max(2, procedure.surveyors.minimum) } : {}),
  }
  return problems.of(code as CaseworkCode, details)
}
