/** Deadlines of domain facts §4.6 and case 20, and that days used and days left always make the limit. */
import { addDays, calendarDate as day } from '@doudi/kernel'
import { addWorkingDays, nationalCalendar as national, workingDaysBetween } from '@doudi/kernel/working-days'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClockLimit } from './acts.ts'
import {
  type CaseClock,
  cutNotice,
  daysLeft,
  daysUsed,
  dueOn,
  excludeNotice,
  extendClock,
  isOverdue,
  limitOf,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
} from './legal-clock.ts'

const workingDays = (count: number, excludes: ClockLimit['excludes'] = []): ClockLimit => ({
  ...{ clockId: 'total', unit: 'workingDays', count, excludes },
})

describe('the legal clock', () => {
  test.each([
    [3, '2021-09-16'],
    [10, '2021-09-27'],
    [15, '2021-10-09'],
    [20, '2021-10-15'],
    [30, '2021-10-29'],
    [45, '2021-11-19'],
  ])('accepted on Monday 2021-09-13 with %i working days is due on %s', (count, due) => {
    expect(dueOn(startClock(day('2021-09-13'), workingDays(count)), national)).toBe(due)
  })

  test('case 20, Jinan 2020: make-up workdays count, the holiday does not, and the day after is overdue', () => {
    const clock = startClock(day('2020-09-14'), workingDays(15))
    expect(dueOn(clock, national)).toBe('2020-10-10')
    expect(isOverdue(clock, day('2020-10-10'), national)).toBe(false)
    expect(isOverdue(clock, day('2020-10-12'), national)).toBe(true)
  })

  test('a limit in calendar days counts every day', () => {
    const clock = startClock(day('2021-09-27'), { ...workingDays(7), unit: 'calendarDays' })
    expect(dueOn(clock, national)).toBe('2021-10-04')
  })

  test('a pause moves the deadline by the working days it covers, and while open there is no deadline', () => {
    const running = startClock(day('2026-03-02'), workingDays(15))
    const paused = pauseClock(running, day('2026-03-09'), 'waits-for-papers')
    expect(dueOn(running, national)).toBe('2026-03-23')
    expect(dueOn(paused, national)).toBeNull()
    expect(daysLeft(paused, day('2026-03-20'), national)).toBe(11)
    expect(dueOn(resumeClock(paused, day('2026-03-16')), national)).toBe('2026-03-30')
  })

  test('an extension on a listed ground replaces the limit and keeps what was used', () => {
    const clock = extendClock(startClock(day('2021-09-13'), workingDays(30)), day('2021-10-20'), 'objection', 45)
    expect(dueOn(clock, national)).toBe('2021-11-19')
  })

  test('the days of a notice count unless the procedure leaves them out', () => {
    const national30 = startClock(day('2026-03-02'), workingDays(15))
    const leavesOut = startClock(day('2026-03-02'), workingDays(15, ['notice']))
    const hung = (clock: CaseClock) => excludeNotice(clock, day('2026-03-11'), day('2026-03-17'))
    expect(dueOn(hung(national30), national)).toBe('2026-03-23')
    expect(dueOn(hung(leavesOut), national)).toBe('2026-03-30')
    expect(dueOn(cutNotice(hung(leavesOut), day('2026-03-13')), national)).toBe('2026-03-25')
  })

  test('a decided case keeps the date it was promised', () => {
    const decided = stopClock(startClock(day('2026-03-02'), workingDays(15)), day('2026-03-12'))
    expect(dueOn(decided, national)).toBe('2026-03-23')
    expect(isOverdue(decided, day('2026-12-31'), national)).toBe(false)
  })
})

const start = fc.integer({ min: 0, max: 700 }).map(n => addDays(day('2024-01-01'), n))
const history = fc.record({
  startedOn: start,
  count: fc.integer({ min: 1, max: 45 }),
  pauses: fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 15 })), { maxLength: 4 }),
})

/** Pauses one after the other, each beginning some days after the last ended. */
function clockOf({ startedOn, count, pauses }: { startedOn: string; count: number; pauses: [number, number][] }) {
  let on = day(startedOn)
  let clock = startClock(on, workingDays(count))
  for (const [runs, stands] of pauses) {
    on = addDays(on, runs)
    clock = pauseClock(clock, on, 'waits')
    on = addDays(on, stands)
    clock = resumeClock(clock, on)
  }
  return clock
}

describe('every history of pauses', () => {
  test('days used and days left sum to the limit on every day, and reach it exactly on the deadline', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 120 }), (given, later) => {
        const clock = clockOf(given as never)
        const due = dueOn(clock, national)
        if (!due) throw new Error('a clock without an open pause has a deadline')
        const on = addDays(clock.startedOn, later)
        expect(daysUsed(clock, on, national) + daysLeft(clock, on, national)).toBe(limitOf(clock))
        expect(daysUsed(clock, due, national)).toBe(limitOf(clock))
        expect(daysUsed(clock, addDays(due, -1), national)).toBe(limitOf(clock) - 1)
      }),
    )
  })

  test('the deadline is the plain one moved by the working days that stood still before it', () => {
    fc.assert(
      fc.property(history, given => {
        const clock = clockOf(given as never)
        const due = dueOn(clock, national) ?? day('2000-01-01')
        const still = workingDaysBetween(clock.startedOn, due, national) - limitOf(clock)
        expect(addWorkingDays(clock.startedOn, limitOf(clock) + still, national)).toBe(due)
        expect(still).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
