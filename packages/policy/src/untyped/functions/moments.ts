/** Dates, times and durations made from text or parts, and what a calendar says about a day. */
import { dateOf, dayOfYear, weekday, weekOfYear } from '../calendar.ts'
import { same } from '../compare.ts'
import {
  local,
  nanosOfDay,
  nanosPerDay,
  nanosPerSecond,
  readDate,
  readDateTime,
  readDuration,
  readTime,
} from '../moment.ts'
import {
  type DateTimeValue,
  type DateValue,
  is,
  type NanosValue,
  type NumberValue,
  type TimeValue,
  type Value,
  wholeIn,
  wholeNumber,
  type Zone,
} from '../value.ts'
import { type Variant, variant } from './signature.ts'

const dayOrMoment = 'date|date and time'

function dayOf(value: Value | undefined): DateValue {
  return is(value!, 'date and time') ? value.date : (value as DateValue)
}

function midnight(date: DateValue): DateTimeValue {
  return { kind: 'date and time', date, nanos: 0n, zone: { kind: 'offset', seconds: 0 } }
}

function timeFrom(value: DateTimeValue): TimeValue {
  return { kind: 'time', nanos: value.nanos, zone: value.zone }
}

function dateFromParts([year, month, day]: readonly Value[]): Value {
  const parts = [year!, month!, day!].map(wholeIn)
  return parts.includes(null) ? null : dateOf(parts[0]!, parts[1]!, parts[2]!)
}

function timeFromParts([hour, minute, second, offset]: readonly Value[]): Value {
  const [hours, minutes] = [wholeIn(hour!), wholeIn(minute!)]
  const { n, d } = second as NumberValue
  if (hours === null || minutes === null || n < 0n) return null
  const nanos = nanosOfDay(hours, minutes, Number(n / d), ((n % d) * nanosPerSecond) / d)
  return nanos === null
    ? null
    : { kind: 'time', nanos, zone: offset === null ? null : offsetZone(offset as NanosValue) }
}

function offsetZone({ nanos }: NanosValue): Zone {
  return { kind: 'offset', seconds: Number(nanos / nanosPerSecond) }
}

function joined([date, time]: readonly Value[]): Value {
  const { nanos, zone } = time as TimeValue
  return { kind: 'date and time', date: dayOf(date), nanos, zone }
}

/** Whole months from one to the other; a month counts when its day and time of day have been reached. */
function monthsBetween([from, to]: readonly Value[]): Value {
  const [start, end] = [dayOf(from), dayOf(to)]
  const months = (end.year - start.year) * 12 + end.month - start.month
  const rest = (nanosInMonth(to!) - nanosInMonth(from!)) * BigInt(Math.sign(months))
  const whole = rest < 0n ? months - Math.sign(months) : months
  return { kind: 'years and months duration', months: BigInt(whole) }
}

function nanosInMonth(value: Value): bigint {
  const clock = is(value, 'date and time') ? local(value) - local({ ...value, nanos: 0n }) : 0n
  return BigInt(dayOf(value).day) * nanosPerDay + clock
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const months = 'January February March April May June July August September October November December'.split(' ')

export const momentFunctions: readonly Variant[] = [
  variant('date(from: string)', ([text]) => readDate(text as string)),
  variant(`date(from: ${dayOrMoment})`, ([value]) => dayOf(value)),
  variant('date(year: number, month: number, day: number)', dateFromParts),
  variant('time(from: string)', ([text]) => readTime(text as string)),
  variant('time(from: time)', ([value]) => value!),
  variant('time(from: date)', ([value]) => timeFrom(midnight(value as DateValue))),
  variant('time(from: date and time)', ([value]) => timeFrom(value as DateTimeValue)),
  variant('time(hour: number, minute: number, second: number, offset?: days and time duration)', timeFromParts),
  variant('date and time(from: string)', ([text]) => fromText(text as string)),
  variant('date and time(from: date and time)', ([value]) => value!),
  variant(`date and time(date: ${dayOrMoment}, time: time)`, joined),
  variant('duration(from: string)', ([text]) => readDuration(text as string)),
  variant('duration(from: days and time duration|years and months duration)', ([value]) => value!),
  variant(`years and months duration(from: ${dayOrMoment}, to: ${dayOrMoment})`, monthsBetween),
  variant(`day of year(date: ${dayOrMoment})`, ([value]) => wholeNumber(dayOfYear(dayOf(value)))),
  variant(`day of week(date: ${dayOrMoment})`, ([value]) => weekdays[weekday(dayOf(value)) - 1]!),
  variant(`month of year(date: ${dayOrMoment})`, ([value]) => months[dayOf(value).month - 1]!),
  variant(`week of year(date: ${dayOrMoment})`, ([value]) => wholeNumber(weekOfYear(dayOf(value)))),
  variant('is(value1?: any, value2?: any)', ([a, b]) => same(a!, b!)),
]

/** A day alone is its midnight. */
function fromText(text: string): Value {
  const date = readDate(text)
  return date ? { ...midnight(date), zone: null } : readDateTime(text)
}
