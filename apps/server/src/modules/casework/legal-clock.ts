/**
 * The legal clock of a case. Day 0 is the day of acceptance and does not count; from then on a day counts when
 * it is a working day of the area (or any day, for limits in calendar days) and the clock does not stand still.
 * The deadline is the day on which the count is full, so days used and days left always sum to the limit.
 */
import { addDays, type CalendarDate, isAfter, isBefore } from '@doudi/kernel'
import type { WorkCalendar } from '@doudi/kernel/working-days'
import type { ClockLimit } from './acts.ts'

/** Days on which the clock stands still: from the first, up to but not including the day it runs again. */
export interface Standstill {
  readonly from: CalendarDate
  readonly to: CalendarDate | null
  readonly reason: string
}

export interface CaseClock {
  readonly startedOn: CalendarDate
  readonly limit: ClockLimit
  readonly extended: { readonly ground: string; readonly count: number; readonly on: CalendarDate } | null
  readonly pauses: readonly Standstill[]
  /** The day of the decision, or of whatever else ended the case. */
  readonly stoppedOn: CalendarDate | null
}

/** A clock that ran this long has a broken calendar or a pause nobody ended. */
const longestClock = 3700

export function startClock(startedOn: CalendarDate, limit: ClockLimit): CaseClock {
  return { startedOn, limit, extended: null, pauses: [], stoppedOn: null }
}

export function pauseClock(clock: CaseClock, from: CalendarDate, reason: string): CaseClock {
  return { ...clock, pauses: [...clock.pauses, { from, to: null, reason }] }
}

/** Ends the pause that somebody began by hand. */
export function resumeClock(clock: CaseClock, on: CalendarDate): CaseClock {
  return { ...clock, pauses: clock.pauses.map(pause => (pause.to === null ? { ...pause, to: on } : pause)) }
}

export function extendClock(clock: CaseClock, on: CalendarDate, ground: string, count: number): CaseClock {
  return { ...clock, extended: { ground, count, on } }
}

export function stopClock(clock: CaseClock, on: CalendarDate): CaseClock {
  return { ...resumeClock(clock, on), stoppedOn: on }
}

/** The days a notice hangs do not count where the procedure says so (nationally it does not). */
export function excludeNotice(clock: CaseClock, first: CalendarDate, last: CalendarDate): CaseClock {
  if (!clock.limit.excludes.includes('notice')) return clock
  return { ...clock, pauses: [...clock.pauses, { from: first, to: addDays(last, 1), reason: 'notice' }] }
}

/** A notice taken down early stops excluding days. */
export function cutNotice(clock: CaseClock, on: CalendarDate): CaseClock {
  const cut = (pause: Standstill): Standstill =>
    pause.reason === 'notice' && pause.to !== null && isAfter(pause.to, on)
      ? { ...pause, to: isAfter(pause.from, on) ? pause.from : on }
      : pause
  return { ...clock, pauses: clock.pauses.map(cut) }
}

export function isPaused(clock: CaseClock): boolean {
  return clock.pauses.some(pause => pause.to === null)
}

export function isRunning(clock: CaseClock): boolean {
  return clock.stoppedOn === null && !isPaused(clock)
}

export function limitOf(clock: CaseClock): number {
  return clock.extended?.count ?? clock.limit.count
}

function standsStill(clock: CaseClock, day: CalendarDate): boolean {
  return clock.pauses.some(({ from, to }) => !isBefore(day, from) && (to === null || isBefore(day, to)))
}

function counts(clock: CaseClock, day: CalendarDate, calendar: WorkCalendar): boolean {
  return (clock.limit.unit === 'calendarDays' || calendar.isWorkday(day)) && !standsStill(clock, day)
}

/** Clocks of a long list walk over the same few hundred days, each of which is worked out once. */
const following = new Map<CalendarDate, CalendarDate>()

function dayAfter(day: CalendarDate): CalendarDate {
  const next = following.get(day) ?? addDays(day, 1)
  following.set(day, next)
  return next
}

/** Days counted after acceptance up to and including `on`. */
export function daysUsed(clock: CaseClock, on: CalendarDate, calendar: WorkCalendar): number {
  let used = 0
  for (let day = dayAfter(clock.startedOn); !isAfter(day, on); day = dayAfter(day)) {
    if (counts(clock, day, calendar)) used++
  }
  return used
}

/** The last day of the limit; null while an open pause keeps it from being known. */
export function dueOn(clock: CaseClock, calendar: WorkCalendar): CalendarDate | null {
  const limit = limitOf(clock)
  const openSince = clock.pauses.find(pause => pause.to === null)?.from
  let day = clock.startedOn
  for (let used = 0, walked = 0; used < limit; walked++) {
    day = dayAfter(day)
    if (openSince !== undefined && !isBefore(day, openSince)) return null
    if (walked > longestClock) throw new RangeError('the clock never reaches its limit')
    if (counts(clock, day, calendar)) used++
  }
  return day
}

/**
 * Days left after `today`; negative when overdue. Days that count are the unit: working days for almost every
 * limit. While the clock is paused it is what remained when the pause began.
 */
export function daysLeft(clock: CaseClock, today: CalendarDate, calendar: WorkCalendar): number {
  return limitOf(clock) - daysUsed(clock, today, calendar)
}

export function isOverdue(clock: CaseClock, today: CalendarDate, calendar: WorkCalendar): boolean {
  return daysLeft(clock, clock.stoppedOn ?? today, calendar) < 0
}
