/** A case as the console sees it: its line in the queue, and the whole of it with what can be done next. */
import type { CalendarDate } from '@doudi/kernel'
import type { WorkCalendar } from '@doudi/kernel/working-days'
import type { Procedure } from '@doudi/policy'
import { calendarFor, calendarsFor, divisionOf, divisionsOf } from '#modules/places/index.ts'
import { documentsOfCase, householdOf } from '#modules/registry/index.ts'
import type { Work } from '#platform/database/work.ts'
import type { CaseRow, ListedCase } from './case-row.ts'
import { statusNames } from './case-words.ts'
import type { CaseDetail, CaseSummary } from './contract.ts'
import { householdLine } from './household-line.ts'
import { type CaseClock, daysLeft, dueOn, isOverdue, isRunning, limitOf } from './legal-clock.ts'
import { can } from './moves.ts'
import { circumstancesOf, whoOf } from './record-act.ts'
import { refusalReasons } from './refusal-reasons.ts'

interface Place {
  readonly villageName: string
  readonly calendar: WorkCalendar
}

/** Places are asked once for a page, not once for a row. */
export async function summariesOf(work: Work, rows: readonly ListedCase[]): Promise<CaseSummary[]> {
  const villages = rows.map(row => row.division)
  const divisions = await divisionsOf(work, villages)
  const calendars = await calendarsFor(work, villages)
  return rows.map(row => {
    const [division, calendar] = [divisions.get(row.division), calendars.get(row.division)]
    if (!division || !calendar) throw new Error('every row has its place')
    return summaryOf(row, { villageName: division.name, calendar }, work.today)
  })
}

async function placeOf(work: Work, division: string): Promise<Place> {
  return { villageName: (await divisionOf(work, division)).name, calendar: await calendarFor(work, division) }
}

function summaryOf(row: ListedCase, { villageName, calendar }: Place, today: CalendarDate): CaseSummary {
  const { clock } = row
  const overdue = clock !== null && isOverdue(clock, today, calendar)
  return {
    ...{ id: row.id, number: row.number, applicantName: row.applicant_name, householdId: row.household_id },
    ...{ division: row.division, villageName, programme: row.programme, members: row.members },
    ...{ status: row.status, statusName: statusNames[row.status].zh, awaits: row.awaits },
    submittedOn: row.submitted_on as CalendarDate,
    acceptedOn: row.accepted_on as CalendarDate | null,
    dueOn: row.due_on as CalendarDate | null,
    workingDaysLeft: clock && clock.stoppedOn === null ? daysLeft(clock, today, calendar) : null,
    overdue,
    flags: overdue ? [...row.flags, 'overdue'] : row.flags,
    amountFen: row.amount_fen === null ? null : Number(row.amount_fen),
  }
}

export async function describeCase(work: Work, row: CaseRow): Promise<CaseDetail> {
  const { state } = row
  const place = await placeOf(work, row.division)
  const town = await divisionOf(work, `${row.division.slice(0, 9)}000`)
  const circumstances = await circumstancesOf(work, row)
  const { procedure } = circumstances
  const household = await householdOf(work, row.household_id)
  return {
    ...summaryOf({ ...row, clock: state.clock }, place, work.today),
    ...{ version: row.version, pack: row.pack, channel: state.channel, state, decision: state.decision },
    ...{ townName: town.name, contactPhone: town.contactPhone },
    household: { id: household.id, number: household.number, headName: household.head_name },
    clock: state.clock && clockReply(state.clock, work.today, place.calendar),
    can: can(state, whoOf(work), circumstances),
    choices: choicesOf(procedure, state.clock),
    documents: await documentsOfCase(work, row.id),
    steps: householdLine(state, { today: work.today, calendar: place.calendar, procedure }),
  }
}

function clockReply(clock: CaseClock, today: CalendarDate, calendar: WorkCalendar): NonNullable<CaseDetail['clock']> {
  const { startedOn, limit, pauses, extended } = clock
  return {
    ...{ startedOn, extended, pauses: [...pauses], running: isRunning(clock) },
    limit: { count: limitOf(clock), unit: limit.unit },
    dueOn: dueOn(clock, calendar),
    workingDaysLeft: daysLeft(clock, clock.stoppedOn ?? today, calendar),
  }
}

const choice = ({ id, name }: { id: string; name: { 'zh-CN': string; en: string } }) => ({
  id,
  name: { zh: name['zh-CN'], en: name.en },
})

function choicesOf({ clocks }: Procedure, clock: CaseClock | null): CaseDetail['choices'] {
  const running = clocks.find(({ id }) => id === clock?.limit.clockId)
  return {
    pauseReasons: (running?.pausedBy ?? []).map(choice),
    extensionGrounds: (running?.extension?.reasons ?? []).map(choice),
    refusalReasons: Object.entries(refusalReasons).map(([id, { name }]) => ({ id, name })),
  }
}
