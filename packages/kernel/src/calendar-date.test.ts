import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addMonthsToMonth,
  calendarDate,
  compareDates,
  earliest,
  firstDayOf,
  formatDate,
  formatMonth,
  isAfter,
  isBefore,
  isCalendarDate,
  isWithin,
  lastDayOf,
  latest,
  month,
  monthOf,
  monthsBetween,
  nextMonth,
  parseDate,
  parseInstant,
  parseMonth,
  previousMonth,
  weekdayOf,
} from './calendar-date.ts'
import { attempt } from './refuse.ts'

const on = calendarDate
const outcome = (parse: () => unknown) => {
  const read = attempt(parse)
  return read.ok ? `read as ${read.value}` : read.issue.code
}
/** Every day from 1800 to 2999, as Temporal knows them: the oracle. */
const anyDay = fc.integer({ min: 0, max: 438_000 }).map(days => Temporal.PlainDate.from('1800-01-01').add({ days }))

describe('a date somebody typed', () => {
  test.each([
    ['2026-01-02'],
    ['2026-1-2'],
    ['2026/1/2'],
    ['2026.1.2'],
    ['20260102'],
    ['2026年1月2日'],
    ['2026年01月02日'],
    ['2026 年 1 月 2 日'],
    ['2026年1月2号'],
    ['２０２６－０１－０２'],
    ['２０２６年１月２日'],
    [' 2026-01-02\u3000'],
  ])('%j is 2 January 2026', text => {
    expect(parseDate(text)).toBe('2026-01-02')
  })

  test.each([
    ['2025-02-29', 'date.no-such-day'],
    ['2026/2/30', 'date.no-such-day'],
    ['0000-00-00', 'date.no-such-day'],
    ['2026-13-01', 'date.no-such-day'],
    ['1900-02-29', 'date.no-such-day'],
    ['0001-01-01', 'date.out-of-range'],
    ['9999-12-31', 'date.out-of-range'],
    ['45000', 'date.sheet-number'],
    ['45000.5', 'date.sheet-number'],
    ['民国38年', 'date.republic-year'],
    ['民國38年1月1日', 'date.republic-year'],
    ['24:00', 'date.unreadable'],
    ['2025-12-31T16:30:00Z', 'date.unreadable'],
    ['02/01/2026', 'date.unreadable'],
    ['26-01-02', 'date.unreadable'],
    ['2026-01/02', 'date.unreadable'],
    ['二〇二六年一月二日', 'date.unreadable'],
    ['', 'date.empty'],
    ['\u3000', 'date.empty'],
  ])('%j is refused, not moved', (text, code) => {
    expect(outcome(() => parseDate(text))).toBe(code)
  })

  test.each([[null], [45_000], [{}], [20_260_102]])('a %j is not text and is refused', value => {
    expect(outcome(() => parseDate(value))).toBe('date.unreadable')
  })

  test('2024年2月29日 is a real leap day', () => {
    expect(parseDate('2024年2月29日')).toBe('2024-02-29')
    expect(parseDate('2000-02-29')).toBe('2000-02-29')
  })

  test('exists exactly when Temporal says so', () => {
    const number = (max: number) => fc.integer({ min: 0, max })
    fc.assert(
      fc.property(fc.integer({ min: 1800, max: 2999 }), number(13), number(32), (year, month, day) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        let real = true
        try {
          Temporal.PlainDate.from(text, { overflow: 'reject' })
        } catch {
          real = false
        }
        expect(isCalendarDate(text)).toBe(real)
        expect(attempt(() => parseDate(text)).ok).toBe(real)
      }),
    )
  })

  test('reads back what was shown', () => {
    fc.assert(fc.property(anyDay, day => parseDate(formatDate(on(day.toString()))) === day.toString()))
  })
})

test('a bad literal is a bug', () => {
  expect(() => calendarDate('2025-02-29')).toThrow(RangeError)
  expect(() => calendarDate('2025-2-3')).toThrow(RangeError)
  expect(() => month('2025-13')).toThrow(RangeError)
})

describe('a month', () => {
  test('is read as people write it', () => {
    for (const text of ['2026-03', '2026-3', '2026/3', '2026年3月', '2026年3月份', '２０２６－０３']) {
      expect(parseMonth(text)).toBe('2026-03')
    }
    expect(outcome(() => parseMonth('2026-13'))).toBe('date.no-such-month')
    expect(outcome(() => parseMonth('2026-03-01'))).toBe('date.unreadable')
    expect(outcome(() => parseMonth('0000-01'))).toBe('date.out-of-range')
  })

  test('knows its neighbours over the turn of the year', () => {
    expect(nextMonth(month('2025-12'))).toBe('2026-01')
    expect(previousMonth(month('2026-01'))).toBe('2025-12')
    expect(addMonthsToMonth(month('2026-01'), -13)).toBe('2024-12')
    expect(monthsBetween(month('2024-12'), month('2026-01'))).toBe(13)
    expect(() => addMonthsToMonth(month('2026-01'), 0.5)).toThrow(RangeError)
  })

  test('knows its first and last day', () => {
    expect(monthOf(on('2024-02-10'))).toBe('2024-02')
    expect(firstDayOf(month('2024-02'))).toBe('2024-02-01')
    expect(lastDayOf(month('2024-02'))).toBe('2024-02-29')
    expect(lastDayOf(month('2025-02'))).toBe('2025-02-28')
    expect(lastDayOf(month('2025-04'))).toBe('2025-04-30')
  })

  test('counted forward and back is where it was', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, count) => {
        const start = monthOf(on(day.toString()))
        const moved = attempt(() => addMonthsToMonth(start, count))
        if (!moved.ok) return
        expect(addMonthsToMonth(moved.value, -count)).toBe(start)
        expect(monthsBetween(start, moved.value)).toBe(count)
      }),
    )
  })
})

describe('an instant', () => {
  test('is UTC with milliseconds, so that text order is time order', () => {
    expect(parseInstant('2025-12-31T16:30:00Z')).toBe('2025-12-31T16:30:00.000Z')
    expect(parseInstant('2025-12-31T16:30:00.123456Z')).toBe('2025-12-31T16:30:00.123Z')
  })

  test.each([
    ['2025-12-31T24:00:00Z', 'date.not-an-instant'],
    ['2025-12-31T16:30:00+08:00', 'date.not-an-instant'],
    ['2025-12-31 16:30:00Z', 'date.not-an-instant'],
    ['2025-12-31', 'date.not-an-instant'],
    ['2025-02-29T00:00:00Z', 'date.no-such-day'],
    [1_767_198_600_000, 'date.not-an-instant'],
  ])('%j is refused', (text, code) => {
    expect(outcome(() => parseInstant(text))).toBe(code)
  })
})

describe('dates compared', () => {
  test('come in order', () => {
    const days = [on('2026-01-02'), on('2025-12-31'), on('2026-01-01')]
    expect([...days].sort(compareDates)).toEqual(['2025-12-31', '2026-01-01', '2026-01-02'])
    expect(compareDates(days[0]!, days[0]!)).toBe(0)
    expect(isBefore(days[1]!, days[0]!)).toBe(true)
    expect(isAfter(days[1]!, days[0]!)).toBe(false)
    expect(earliest(days[0]!, ...days)).toBe('2025-12-31')
    expect(latest(days[1]!, ...days)).toBe('2026-01-02')
  })

  test('lie in a period with both its ends, and in one without end', () => {
    const [from, to] = [on('2026-01-01'), on('2026-01-31')]
    expect(isWithin(from, from, to)).toBe(true)
    expect(isWithin(to, from, to)).toBe(true)
    expect(isWithin(on('2026-02-01'), from, to)).toBe(false)
    expect(isWithin(on('2099-01-01'), from, null)).toBe(true)
    expect(isWithin(on('2025-12-31'), from)).toBe(false)
  })
})

describe('a date on the screen', () => {
  test('is written the way residents read it', () => {
    expect(formatDate(on('2026-01-02'))).toBe('2026年1月2日')
    expect(formatDate(on('2026-11-25'), 'zh-CN', { year: false, weekday: true })).toBe('11月25日（星期三）')
    expect(formatDate(on('2026-01-04'), 'zh-CN', { weekday: true })).toBe('2026年1月4日（星期日）')
    expect(formatDate(on('2026-01-02'), 'en')).toBe('2 January 2026')
    expect(formatDate(on('2026-11-25'), 'en', { year: false, weekday: true })).toBe('Wednesday 25 November')
    expect(formatMonth(month('2026-03'))).toBe('2026年3月')
    expect(formatMonth(month('2026-03'), 'en')).toBe('March 2026')
  })

  test('carries the right weekday', () => {
    fc.assert(fc.property(anyDay, day => weekdayOf(on(day.toString())) === day.dayOfWeek))
  })
})
