/**
 * The decision. A person makes it, on a computation that knows everything found out so far, for the amount that was
 * proposed and hung out; a refusal says which ground. Whoever investigated or proposed does not decide.
 */
import { type Month, monthOf, nextMonth } from '@doudi/kernel'
import { textHousehold } from '#modules/identity/index.ts'
import type { Work } from '#platform/database/work.ts'
import type { CaseState } from './case.ts'
import type { CaseRow } from './case-row.ts'
import { problems } from './problems.ts'
import { circumstancesOf, lockForAct, recordAct } from './record-act.ts'
import { isRefusalReason, refusalReasons } from './refusal-reasons.ts'
import { sendLetter } from './send-letter.ts'
import { approvedText, refusedText } from './texts.ts'

export interface Approval {
  readonly version: number
  readonly assessmentId: string
  readonly reason?: string | undefined
}

export async function approveCase(
  work: Work,
  caseId: string,
  { version, assessmentId, reason }: Approval,
): Promise<CaseRow> {
  const row = await lockForAct(work, caseId, { type: 'case.approved', expectedVersion: version })
  const { procedure } = await circumstancesOf(work, row)
  const after = await recordAct(work, caseId, {
    type: 'case.approved',
    body: { ...grantOf(row.state, assessmentId), firstMonth: firstMonth(work, procedure.payment.starts) },
    expectedVersion: version,
    ...(reason === undefined ? {} : { reason }),
  })
  await sendLetter(work, after, 'approval')
  await textHousehold(work, after.household_id, approvedText(after))
  await work.enqueue('benefits.start-award', { area: row.division, caseId })
  return after
}

function grantOf(state: CaseState, assessmentId: string) {
  const { eligible, amountFen, coveredPeople } = assessmentToUse(state, assessmentId)
  if (!eligible || amountFen === 0) throw problems.of('casework.not-eligible')
  const publicisedFen = state.proposal?.amountFen ?? 0
  if (amountFen !== publicisedFen) throw problems.of('casework.amount-not-publicised', { amountFen, publicisedFen })
  return { assessmentId, amountFen, coveredPeople }
}

function firstMonth({ today }: Work, starts: 'month-after-decision' | 'month-of-decision'): Month {
  return starts === 'month-of-decision' ? monthOf(today) : nextMonth(monthOf(today))
}

export interface Refusal {
  readonly version: number
  readonly assessmentId: string
  readonly reasonCode: string
  readonly reason: string
}

export async function refuseCase(
  work: Work,
  caseId: string,
  { version, assessmentId, reasonCode, reason }: Refusal,
): Promise<CaseRow> {
  if (!isRefusalReason(reasonCode))
    throw problems.of('casework.reason-code-unknown', { allowed: Object.keys(refusalReasons) })
  const { state } = await lockForAct(work, caseId, { type: 'case.refused', expectedVersion: version })
  assessmentToUse(state, assessmentId)
  const body = { assessmentId, reasonCode }
  const after = await recordAct(work, caseId, { type: 'case.refused', body, reason, expectedVersion: version })
  await sendLetter(work, after, 'refusal')
  await textHousehold(work, after.household_id, refusedText(after))
  return after
}

export function returnCase(
  work: Work,
  caseId: string,
  { version, reason }: { version: number; reason: string },
): Promise<CaseRow> {
  return recordAct(work, caseId, { type: 'case.returned', body: {}, reason, expectedVersion: version })
}

/** A computation of this case, made after the last thing found out. */
export function assessmentToUse({ assessments, evidenceVersion }: CaseState, assessmentId: string) {
  const assessment = assessments.find(one => one.assessmentId === assessmentId)
  if (!assessment) throw problems.of('casework.assessment-unknown')
  if (assessment.version <= evidenceVersion) throw problems.of('casework.assessment-stale')
  return assessment
}
