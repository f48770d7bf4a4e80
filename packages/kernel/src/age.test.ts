import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageOn, birthdayAt } from './age.ts'
import { calendarDate as on } from './calendar-date.ts'

const anyDay = fc
  .integer({ min: 0, max: 73_000 })
  .map(days => on(Temporal.PlainDate.from('1900-01-01').add({ days }).toString()))

test('born on 2004-03-10, somebody is 17 on 2022-03-09 and 18 the day after', () => {
  expect(ageOn(on('2004-03-10'), on('2022-03-09'))).toBe(17)
  expect(ageOn(on('2004-03-10'), on('2022-03-10'))).toBe(18)
})

test('born on 29 February, somebody completes a year on 1 March of a common year', () => {
  const birth = on('2004-02-29')
  expect(ageOn(birth, on('2022-02-28'))).toBe(17)
  expect(ageOn(birth, on('2022-03-01'))).toBe(18)
  expect(ageOn(birth, on('2024-02-28'))).toBe(19)
  expect(ageOn(birth, on('2024-02-29'))).toBe(20)
  expect(birthdayAt(birth, 18)).toBe('2022-03-01')
  expect(birthdayAt(birth, 20)).toBe('2024-02-29')
})

test('the day of birth is age 0 and the day before is not yet', () => {
  expect(ageOn(on('2026-01-01'), on('2026-01-01'))).toBe(0)
  expect(ageOn(on('2026-01-01'), on('2025-12-31'))).toBe(-1)
})

test('age agrees with Temporal on any two days', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (birth, day) => {
      fc.pre(birth <= day)
      const years = Temporal.PlainDate.from(birth).until(day, { largestUnit: 'year' }).years
      expect(ageOn(birth, day)).toBe(years)
    }),
  )
})

test('a birthday is the first day of its age', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 120 }), (birth, age) => {
      const birthday = birthdayAt(birth, age)
      const eve = on(Temporal.PlainDate.from(birthday).subtract({ days: 1 }).toString())
      expect(ageOn(birth, birthday)).toBe(age)
      expect(ageOn(birth, eve)).toBe(age - 1)
    }),
  )
})
