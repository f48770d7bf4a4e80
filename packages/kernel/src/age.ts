/**
 * Age in completed years (周岁), the way every programme counts it. Works on the text of dates, so phones have it too.
 *
 * Who was born on 29 February completes a year on 1 March of a common year, since 28 February has not reached the day
 * of birth. (民法典 art. 200–202 leave the other reading open; one rule for gains and losses alike is this house's.)
 */
import { type CalendarDate, isCalendarDate } from './calendar-date.ts'

/** Completed years on a day; the birthday itself completes one. Negative before birth. */
export function ageOn(birth: CalendarDate, on: CalendarDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  return on.slice(5) < birth.slice(5) ? years - 1 : years
}

/** The day on which somebody completes `age` years. */
export function birthdayAt(birth: CalendarDate, age: number): CalendarDate {
  const year = String(Number(birth.slice(0, 4)) + age).padStart(4, '0')
  const same = year + birth.slice(4)
  return isCalendarDate(same) ? same : (`${year}-03-01` as CalendarDate)
}
