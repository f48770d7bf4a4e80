/**
 * Arithmetic over days and time zones, on `Temporal`. For servers, the policy engine and current desktop browsers;
 * old phones make do with `calendar-date.ts`. Nobody here knows what day it is: "today" is always passed in.
 */
import { type CalendarDate, type Instant, parseInstant, partsOf } from './calendar-date.ts'

/** Business days of the whole country begin at midnight in this zone. */
export const chinaZone = 'Asia/Shanghai'

function plain(date: CalendarDate): Temporal.PlainDate {
  return Temporal.PlainDate.from(date, { overflow: 'reject' })
}

/** `days` may be negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return plain(date).add({ days }).toString() as CalendarDate
}

/** The same day some months on; the month's last day where that day does not exist: 2024-11-30 + 3 → 2025-02-28. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return plain(date).add({ months }).toString() as CalendarDate
}

export function addYears(date: CalendarDate, years: number): CalendarDate {
  return addMonths(date, years * 12)
}

/** Whole days from `from` to `to`; 0 for the same day, negative when `to` comes first. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return plain(from).until(plain(to), { largestUnit: 'day' }).days
}

/**
 * The day on which somebody completes `age` years (周岁): the birthday itself. Who was born on 29 February completes a
 * year on 1 March of a common year: 28 February has not yet reached the day of birth.
 */
export function birthdayAt(birth: CalendarDate, age: number): CalendarDate {
  const { year, month, day } = partsOf(birth)
  const leapDay =
    month === 2 && day === 29 && !Temporal.PlainDate.from({ year: year + age, month: 1, day: 1 }).inLeapYear
  const there = { year: year + age, month: leapDay ? 3 : month, day: leapDay ? 1 : day }
  return Temporal.PlainDate.from(there, { overflow: 'reject' }).toString() as CalendarDate
}

/** Completed years (周岁) on a day; see `birthdayAt` for 29 February. Negative before birth. */
export function ageOn(birth: CalendarDate, on: CalendarDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  return on.slice(5) < birth.slice(5) ? years - 1 : years
}

/** The business day an instant falls on: 2025-12-31T16:30:00Z is already 2026-01-01 in China. */
export function businessDate(instant: Instant, zone: string = chinaZone): CalendarDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString() as CalendarDate
}

/** The instant at which a day begins in a zone. */
export function startOfDay(date: CalendarDate, zone: string = chinaZone): Instant {
  return parseInstant(plain(date).toZonedDateTime(zone).toInstant().toString())
}

/** Whole milliseconds since 1970 (UTC) as an instant, for whoever holds the clock. */
export function instantOf(epochMs: number): Instant {
  return parseInstant(Temporal.Instant.fromEpochMilliseconds(epochMs).toString({ smallestUnit: 'millisecond' }))
}

export function epochMsOf(instant: Instant): number {
  return Temporal.Instant.from(instant).epochMilliseconds
}

/** `hours` on, for clocks that run by the hour (emergency help within 24 hours). */
export function addHours(instant: Instant, hours: number): Instant {
  return instantOf(epochMsOf(instant) + hours * 3_600_000)
}
