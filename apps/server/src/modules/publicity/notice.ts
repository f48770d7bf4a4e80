/** A notice: how long it hangs, and what of a case may be shown to everybody. Pure. */
import { type CalendarDate, maskName } from '@doudi/kernel'
import { noticePeriod } from '@doudi/kernel/working-days'
import type { Procedure } from '@doudi/policy'
import type { CaseState } from '#modules/casework/index.ts'

export const noticeStatuses = ['posted', 'ended', 'withdrawn'] as const
export type NoticeStatus = (typeof noticeStatuses)[number]

export const findings = ['unfounded', 'founded'] as const
export type Finding = (typeof findings)[number]

/** Last day of a notice posted today; undefined when the procedure sets no period (未设定), which is never made up. */
export function lastDay(procedure: Pick<Procedure, 'clocks'>, postedOn: CalendarDate): CalendarDate | undefined {
  const clock = procedure.clocks.find(({ startsOn, unit }) => startsOn === 'notice-posted' && unit === 'calendarDays')
  return clock && noticePeriod(postedOn, clock.count).to
}

/** The only columns about a family that leave the office. */
export interface Shown {
  readonly applicantMasked: string
  readonly householdSize: number
  readonly covered: number
  readonly amountFen: bigint
}

type Known = Pick<CaseState, 'applicant' | 'members' | 'proposal' | 'assessments'>

/** Undefined when there is no adult who could be named: a child is never on the board. */
export function shownOf({ applicant, members, proposal, assessments }: Known): Shown | undefined {
  const named =
    members.find(({ personId, adult }) => adult && personId === applicant.personId) ??
    members.find(({ adult }) => adult)
  if (!named || !proposal) return undefined
  const assessment = assessments.find(({ assessmentId }) => assessmentId === proposal.assessmentId)
  return {
    applicantMasked: maskName(named.name),
    householdSize: members.length,
    covered: assessment?.coveredPeople ?? members.length,
    amountFen: BigInt(proposal.amountFen),
  }
}
