/**
 * The household's line as everybody sees it: received → checked → visited → hung out → decided → paid, each with
 * who and when, and the date that was promised. Pure; nothing here is stored.
 */
import { addDays, type CalendarDate, isAfter, lastDayOf, type Month } from '@doudi/kernel'
import { addWorkingDays, type WorkCalendar } from '@doudi/kernel/working-days'
import type { Procedure, StageId } from '@doudi/policy'
import type { CaseState } from './case.ts'
import type { Step } from './contract.ts'
import { dueOn } from './legal-clock.ts'
import { answersUsable, isOpen } from './moves.ts'

export interface LineSetting {
  readonly today: CalendarDate
  readonly calendar: WorkCalendar
  readonly procedure: Procedure
}

const names = {
  received: { zh: '已收到', en: 'Received' },
  verification: { zh: '核对', en: 'Checked with departments' },
  visit: { zh: '入户', en: 'Home visit' },
  notice: { zh: '公示', en: 'Hung out in the village' },
  decision: { zh: '决定', en: 'Decided' },
  payment: { zh: '发钱', en: 'Paid' },
} as const

type StepId = Step['id']

export function householdLine(state: CaseState, setting: LineSetting): Step[] {
  const steps: Pick<Step, 'id' | 'status' | 'on' | 'actor' | 'promisedBy'>[] = [
    { id: 'received', status: 'done', on: state.submittedOn, actor: state.applicant.name, promisedBy: null },
    checked(state, setting),
    visited(state, setting),
    hungOut(state),
    decided(state, setting),
    paid(state),
  ]
  return steps.map(step => ({ ...step, name: names[step.id], status: lateOr(step, state, setting.today) }))
}

/** A promise that passed while the work is still to be done. */
function lateOr({ status, promisedBy }: Pick<Step, 'status' | 'promisedBy'>, state: CaseState, today: CalendarDate) {
  const waits = status === 'not-started' || status === 'running'
  return waits && isOpen(state) && promisedBy !== null && isAfter(today, promisedBy) ? 'overdue' : status
}

type Bare = Pick<Step, 'id' | 'status' | 'on' | 'actor' | 'promisedBy'>

function checked(state: CaseState, setting: LineSetting): Bare {
  const { verification } = state
  const done = verification?.completedOn && answersUsable(verification.queries)
  return {
    id: 'verification',
    status: done ? 'done' : verification ? 'running' : 'not-started',
    on: done ? verification.completedOn : null,
    actor: null,
    promisedBy: promised(state, 'verification', setting),
  }
}

function visited(state: CaseState, setting: LineSetting): Bare {
  const made = state.visits.find(({ madeOn, conclusion }) => madeOn !== null && conclusion !== null)
  const planned = state.visits.find(({ madeOn }) => madeOn === null)
  return {
    id: 'visit',
    status: made ? 'done' : planned ? 'running' : 'not-started',
    on: made?.madeOn ?? null,
    actor: null,
    promisedBy: made?.plannedFor ?? planned?.plannedFor ?? promised(state, 'visit', setting),
  }
}

function hungOut({ notice }: CaseState): Bare {
  const status = notice?.status === 'ended' ? 'done' : notice?.status === 'posted' ? 'running' : 'not-started'
  return {
    id: 'notice',
    status,
    on: status === 'done' && notice ? addDays(notice.endsOn, 1) : (notice?.postedOn ?? null),
    actor: null,
    promisedBy: notice ? addDays(notice.endsOn, 1) : null,
  }
}

function decided({ decision, status, clock }: CaseState, { calendar }: LineSetting): Bare {
  return {
    id: 'decision',
    status: decision ? 'decided' : status === 'awaiting-decision' ? 'running' : 'not-started',
    on: decision?.on ?? null,
    actor: decision?.name ?? null,
    promisedBy: clock && dueOn(clock, calendar),
  }
}

function paid({ decision, award }: CaseState): Bare {
  const firstMonth = (award?.startMonth ?? decision?.firstMonth ?? null) as Month | null
  return {
    id: 'payment',
    status: award ? 'running' : 'not-started',
    on: null,
    actor: null,
    promisedBy: firstMonth && lastDayOf(firstMonth),
  }
}

/** Where the procedure sets a limit of its own to a stage, counted from acceptance. */
function promised({ acceptedOn }: CaseState, stage: StageId & StepId, { procedure, calendar }: LineSetting) {
  const clock = procedure.clocks.find(({ endsWith, startsOn }) => endsWith === stage && startsOn === 'accepted')
  if (!acceptedOn || !clock || clock.unit === 'hours') return null
  return clock.unit === 'workingDays'
    ? addWorkingDays(acceptedOn, clock.count, calendar)
    : addDays(acceptedOn, clock.count)
}
