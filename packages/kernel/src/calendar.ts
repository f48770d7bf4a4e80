/**
 * Arithmetic over days and time zones, on `Temporal`. For servers, the policy engine and current desktop browsers;
 * old phones make do with `calendar-date.ts`. Nobody here knows what day it is: "today" is always passed in.
 */
import { type CalendarDate, type Instant, parseInstant } from './calendar-date.ts'

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
