import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './calendar.ts'
import { calendarDate as on } from './calendar-date.ts'
import {
  addWorkingDays,
  nationalCalendar,
  noticePeriod,
  overrideCalendar,
  workdayOnOrAfter,
  workingDaysBetween,
} from './working-days.ts'

const anyDay = fc.integer({ min: 0, max: 2500 }).map(days => addDays(on('2020-01-01'), days))

describe('the national calendar', () => {
  test.each([
    ['2021-09-18', true, 'Saturday worked for Mid-Autumn'],
    ['2021-09-20', false, 'Mid-Autumn holiday on a Monday'],
    ['2021-09-26', true, 'Sunday worked for National Day'],
    ['2021-10-01', false, 'National Day'],
    ['2021-10-07', false, 'last day of the holiday'],
    ['2021-10-08', true, 'Friday after it'],
    ['2021-10-09', true, 'Saturday worked'],
    ['2020-09-27', true, 'Sunday worked in 2020'],
    ['2020-10-10', true, 'Saturday worked in 2020'],
    ['2026-02-14', true, 'Saturday worked before the Spring Festival of 2026'],
    ['2026-02-17', false, 'Spring Festival of 2026'],
    ['2026-02-28', true, 'Saturday worked after it'],
    ['2026-07-04', false, 'an ordinary Saturday'],
    ['2026-07-06', true, 'an ordinary Monday'],
  ])('%s: %s (%s)', (date, works) => {
    expect(nationalCalendar.isWorkday(on(date))).toBe(works)
  })

  test('covers the years whose notice was published, and says where it only knows weekends', () => {
    for (const year of [2020, 2021, 2022, 2023, 2024, 2025, 2026]) {
      expect(nationalCalendar.covers(on(`${year}-06-01`))).toBe(true)
    }
    expect(nationalCalendar.covers(on('2099-06-01'))).toBe(false)
    expect(nationalCalendar.isWorkday(on('2099-06-01'))).toBe(true)
  })
})

describe('a limit in working days', () => {
  test.each([
    [3, '2021-09-16'],
    [10, '2021-09-27'],
    [15, '2021-10-09'],
    [20, '2021-10-15'],
    [30, '2021-10-29'],
    [45, '2021-11-19'],
  ])('%i from Monday 2021-09-13 ends on %s', (count, end) => {
    expect(addWorkingDays(on('2021-09-13'), count)).toBe(end)
    expect(workingDaysBetween(on('2021-09-13'), on(end))).toBe(count)
  })

  test('of 15 from Monday 2020-09-14 ends on Saturday 2020-10-10, a make-up workday; two days later is overdue', () => {
    expect(addWorkingDays(on('2020-09-14'), 15)).toBe('2020-10-10')
    expect(workingDaysBetween(on('2020-09-14'), on('2020-10-12'))).toBe(16)
  })

  test('would end on 2020-10-13 if make-up workdays were forgotten', () => {
    const forgetful = overrideCalendar(nationalCalendar, { '2020-09-27': 'rest', '2020-10-10': 'rest' })
    expect(addWorkingDays(on('2020-09-14'), 15, forgetful)).toBe('2020-10-13')
  })

  test('runs over the Spring Festival of 2026', () => {
    expect(addWorkingDays(on('2026-02-12'), 3)).toBe('2026-02-24')
  })

  test('of none is the day itself, of less is a bug', () => {
    expect(addWorkingDays(on('2021-10-02'), 0)).toBe('2021-10-02')
    expect(() => addWorkingDays(on('2021-10-02'), -1)).toThrow(RangeError)
    expect(() => addWorkingDays(on('2021-10-02'), 1.5)).toThrow(RangeError)
  })

  test('always ends on a workday, and counts back to the same number', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const end = addWorkingDays(from, count)
        expect(nationalCalendar.isWorkday(end)).toBe(true)
        expect(workingDaysBetween(from, end)).toBe(count)
      }),
      { numRuns: 60 },
    )
  })

  test('taken in two steps ends on the same day', () => {
    const few = fc.integer({ min: 0, max: 20 })
    fc.assert(
      fc.property(anyDay, few, few, (from, a, b) => {
        expect(addWorkingDays(addWorkingDays(from, a), b)).toBe(addWorkingDays(from, a + b))
      }),
      { numRuns: 60 },
    )
  })

  test('between days in the wrong order is negative', () => {
    expect(workingDaysBetween(on('2021-09-16'), on('2021-09-13'))).toBe(-3)
    expect(workingDaysBetween(on('2021-09-16'), on('2021-09-16'))).toBe(0)
  })
})

describe('an area', () => {
  const local = overrideCalendar(nationalCalendar, { '2021-09-14': 'rest', '2021-09-19': 'work' })

  test('changes single days and leaves the others', () => {
    expect(local.isWorkday(on('2021-09-14'))).toBe(false)
    expect(local.isWorkday(on('2021-09-19'))).toBe(true)
    expect(local.isWorkday(on('2021-09-15'))).toBe(true)
    expect(local.covers(on('2021-09-14'))).toBe(true)
    expect(addWorkingDays(on('2021-09-13'), 3, local)).toBe('2021-09-17')
  })

  test('without any workday is a broken calendar, not an endless loop', () => {
    expect(() => addWorkingDays(on('2021-09-13'), 1, { isWorkday: () => false })).toThrow(RangeError)
  })
})

describe('a notice', () => {
  test('posted on 2020-09-25 for 7 days runs from 26 September to 2 October', () => {
    expect(noticePeriod(on('2020-09-25'), 7)).toEqual({ from: '2020-09-26', to: '2020-10-02' })
  })

  test('posted on 2021-09-27 ends in the holiday, or runs on to 8 October where the area says so', () => {
    expect(noticePeriod(on('2021-09-27'), 7)).toEqual({ from: '2021-09-28', to: '2021-10-04' })
    expect(noticePeriod(on('2021-09-27'), 7, { extendOverHoliday: true }).to).toBe('2021-10-08')
  })

  test('that ends on a workday is not made longer', () => {
    expect(noticePeriod(on('2021-09-06'), 7, { extendOverHoliday: true }).to).toBe('2021-09-13')
  })

  test('hangs for at least one day', () => {
    expect(noticePeriod(on('2021-09-06'), 1)).toEqual({ from: '2021-09-07', to: '2021-09-07' })
    expect(() => noticePeriod(on('2021-09-06'), 0)).toThrow(RangeError)
  })
})

test('a day is its own first workday when it is one', () => {
  expect(workdayOnOrAfter(on('2021-09-13'))).toBe('2021-09-13')
  expect(workdayOnOrAfter(on('2021-10-01'))).toBe('2021-10-08')
})
