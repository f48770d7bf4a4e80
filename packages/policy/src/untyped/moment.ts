/** Dates, times and durations as text, and as points that can be compared. */
import { floorDivide } from '../rational/rational.ts'
import { dateAt, dateOf, dayNumber } from './calendar.ts'
import type { DateTimeValue, DateValue, MonthsValue, NanosValue, TimeValue, Value, Zone } from './value.ts'
import { offsetAt, offsetWithoutDay, readZone, zoneText } from './zone.ts'

export const nanosPerSecond = 1_000_000_000n
export const nanosPerDay = 86_400n * nanosPerSecond

const dateText = /^(-?)(\d{4}|[1-9]\d{4,8})-(\d{2})-(\d{2})$/
const timeText = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(.*)$/
const monthsText = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?$/
const nanosText = /^(-?)P(?:(\d+)D)?(T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d*))?S)?)?$/

export function readDate(text: string): DateValue | null {
  const parts = dateText.exec(text)
  return parts && dateOf(Number(`${parts[1]}${parts[2]}`) || 0, Number(parts[3]), Number(parts[4]))
}

export function readTime(text: string): TimeValue | null {
  const time = readClock(text)
  return time && { ...time, nanos: time.nanos % nanosPerDay }
}

/** `24:00:00` is the end of the day. */
function readClock(text: string): TimeValue | null {
  const parts = timeText.exec(text)
  if (!parts) return null
  const [hour, minute, second] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const zone = parts[5] === '' ? null : readZone(parts[5]!)
  const fraction = fractionNanos(parts[4] ?? '')
  const endOfDay = hour === 24 && minute === 0 && second === 0 && fraction === 0n
  const nanos = endOfDay ? nanosPerDay : nanosOfDay(hour, minute, second, fraction)
  return zone === undefined || nanos === null ? null : { kind: 'time', nanos, zone }
}

export function readDateTime(text: string): DateTimeValue | null {
  const separator = text.indexOf('T')
  if (separator < 0) return null
  const [date, time] = [readDate(text.slice(0, separator)), readClock(text.slice(separator + 1))]
  return date && time && atLocal(BigInt(dayNumber(date)) * nanosPerDay + time.nanos, time.zone)
}

/** The day and time that many nanoseconds after the first of 1970, as a clock in the zone shows them. */
export function atLocal(nanos: bigint, zone: Zone | null): DateTimeValue | null {
  const day = floorDivide(nanos, nanosPerDay)
  const date = dateAt(Number(day))
  return date && { kind: 'date and time', date, nanos: nanos - day * nanosPerDay, zone }
}

/** Nanoseconds as a clock in the zone of the value shows them. */
export function local(value: DateTimeValue): bigint {
  return BigInt(dayNumber(value.date)) * nanosPerDay + value.nanos
}

export function readDuration(text: string): MonthsValue | NanosValue | null {
  return readMonths(text) ?? readNanos(text)
}

function readMonths(text: string): MonthsValue | null {
  const parts = monthsText.exec(text)
  if (!parts || (parts[2] === undefined && parts[3] === undefined)) return null
  const months = BigInt(parts[2] ?? 0) * 12n + BigInt(parts[3] ?? 0)
  return { kind: 'years and months duration', months: parts[1] ? -months : months }
}

function readNanos(text: string): NanosValue | null {
  const parts = nanosText.exec(text)
  if (!parts || parts[3] === 'T' || (parts[2] === undefined && parts[3] === undefined)) return null
  const [days, hours, minutes, seconds] = [parts[2], parts[4], parts[5], parts[6]].map(part => BigInt(part ?? 0))
  const whole = ((days! * 24n + hours!) * 60n + minutes!) * 60n + seconds!
  const nanos = whole * nanosPerSecond + fractionNanos(parts[7] ?? '')
  return { kind: 'days and time duration', nanos: parts[1] ? -nanos : nanos }
}

function fractionNanos(digits: string): bigint {
  return BigInt(digits.slice(0, 9).padEnd(9, '0'))
}

export function nanosOfDay(hour: number, minute: number, second: number, nanos: bigint): bigint | null {
  if (hour > 23 || minute > 59 || second > 59 || hour < 0 || minute < 0 || second < 0) return null
  return BigInt((hour * 60 + minute) * 60 + second) * nanosPerSecond + nanos
}

/** What stands behind `@`: a date, a time, both or a duration. */
export function readMoment(text: string): Value {
  return readDate(text) ?? readDateTime(text) ?? readTime(text) ?? readDuration(text)
}

export function showDate({ year, month, day }: DateValue): string {
  const years = String(Math.abs(year)).padStart(4, '0')
  return `${year < 0 ? '-' : ''}${years}-${two(month)}-${two(day)}`
}

export function showTime({ nanos, zone }: Pick<TimeValue, 'nanos' | 'zone'>): string {
  const seconds = Number(nanos / nanosPerSecond)
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
  return `${clock}${fractionText(nanos % nanosPerSecond)}${zoneText(zone)}`
}

export function showDateTime(value: DateTimeValue): string {
  return `${showDate(value.date)}T${showTime(value)}`
}

export function showMonths({ months }: MonthsValue): string {
  if (months === 0n) return 'P0M'
  const size = months < 0n ? -months : months
  return `${months < 0n ? '-' : ''}P${part(size / 12n, 'Y')}${part(size % 12n, 'M')}`
}

export function showNanos({ nanos }: NanosValue): string {
  if (nanos === 0n) return 'PT0S'
  const size = nanos < 0n ? -nanos : nanos
  const seconds = size / nanosPerSecond
  const rest = fractionText(size % nanosPerSecond)
  const clock = `${part((seconds / 3600n) % 24n, 'H')}${part((seconds / 60n) % 60n, 'M')}${
    seconds % 60n === 0n && rest === '' ? '' : `${seconds % 60n}${rest}S`
  }`
  return `${nanos < 0n ? '-' : ''}P${part(seconds / 86_400n, 'D')}${clock === '' ? '' : `T${clock}`}`
}

function part(amount: bigint, unit: string): string {
  return amount === 0n ? '' : `${amount}${unit}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function fractionText(nanos: bigint): string {
  return nanos === 0n ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`
}

/** Nanoseconds since 1970 in UTC; without a zone, as if it were UTC. */
export function instant(value: DateTimeValue): bigint {
  const offset = value.zone === null ? 0 : offsetAt(value.zone, value.date, value.nanos)
  return local(value) - BigInt(Math.round(offset)) * nanosPerSecond
}

/** Nanoseconds of a day in UTC; null for a region whose distance from UTC depends on the day. */
export function instantOfDay(value: TimeValue): bigint | null {
  const offset = value.zone === null ? 0 : offsetWithoutDay(value.zone)
  return offset === null ? null : value.nanos - BigInt(Math.round(offset)) * nanosPerSecond
}
