import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addHours,
  addMonths,
  addYears,
  businessDate,
  daysBetween,
  epochMsOf,
  instantOf,
  startOfDay,
} from './calendar.ts'
import { calendarDate as on, parseInstant } from './calendar-date.ts'

const anyDay = fc
  .integer({ min: 0, max: 110_000 })
  .map(days => on(Temporal.PlainDate.from('1900-01-01').add({ days }).toString()))

describe('days', () => {
  test('are added over the ends of months and years', () => {
    expect(addDays(on('2024-02-28'), 1)).toBe('2024-02-29')
    expect(addDays(on('2025-12-31'), 1)).toBe('2026-01-01')
    expect(addDays(on('2026-01-01'), -1)).toBe('2025-12-31')
  })

  test('reconsideration of a decision received on 2026-07-10 can be asked for until 2026-09-08', () => {
    expect(addDays(on('2026-07-10'), 60)).toBe('2026-09-08')
  })

  test('between two dates are what has to be added', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => addDays(a, daysBetween(a, b)) === b))
  })
})

describe('months', () => {
  test('keep the day where it exists and else take the last one', () => {
    expect(addMonths(on('2023-05-11'), 3)).toBe('2023-08-11')
    expect(addMonths(on('2024-11-30'), 3)).toBe('2025-02-28')
    expect(addMonths(on('2024-03-31'), -1)).toBe('2024-02-29')
    expect(addYears(on('2024-02-29'), 1)).toBe('2025-02-28')
  })
})

describe('the business day', () => {
  test('is counted in China: half past midnight there is still yesterday in London', () => {
    const instant = parseInstant('2025-12-31T16:30:00Z')
    expect(businessDate(instant)).toBe('2026-01-01')
    expect(businessDate(instant, 'UTC')).toBe('2025-12-31')
    expect(businessDate(parseInstant('2025-12-31T15:59:59.999Z'))).toBe('2025-12-31')
  })

  test('begins at midnight, also in the summers of 1986 to 1991 when clocks were put forward', () => {
    expect(startOfDay(on('2026-01-01'))).toBe('2025-12-31T16:00:00.000Z')
    expect(startOfDay(on('1988-07-01'))).toBe('1988-06-30T15:00:00.000Z')
  })

  test('of its own beginning is itself, and a millisecond earlier the day before', () => {
    fc.assert(
      fc.property(anyDay, day => {
        const start = startOfDay(day)
        expect(businessDate(start)).toBe(day)
        expect(businessDate(instantOf(epochMsOf(start) - 1))).toBe(addDays(day, -1))
      }),
    )
  })
})

test('instants from a clock are canonical, and hours run through the night', () => {
  expect(instantOf(0)).toBe('1970-01-01T00:00:00.000Z')
  expect(epochMsOf(instantOf(1_767_198_600_123))).toBe(1_767_198_600_123)
  expect(addHours(parseInstant('2026-02-28T20:00:00Z'), 24)).toBe('2026-03-01T20:00:00.000Z')
})
