/** What a dot after a date, a time, a duration or a range gives. */
import { weekday } from './calendar.ts'
import { nanosPerSecond } from './moment.ts'
import {
  type DateTimeValue,
  type DateValue,
  is,
  type MonthsValue,
  type NanosValue,
  type RangeValue,
  type TimeValue,
  type Value,
  wholeNumber,
} from './value.ts'
import { offsetAt, offsetWithoutDay } from './zone.ts'

export function property(value: Value, name: string): Value {
  if (is(value, 'date')) return ofDate(value, name)
  if (is(value, 'time')) return ofTime(value, name)
  if (is(value, 'date and time')) return ofDate(value.date, name) ?? ofTime(value, name)
  if (is(value, 'years and months duration')) return ofMonths(value, name)
  if (is(value, 'days and time duration')) return ofNanos(value, name)
  return is(value, 'range') ? ofRange(value, name) : null
}

function ofDate(date: DateValue, name: string): Value {
  if (name === 'weekday') return wholeNumber(weekday(date))
  return name === 'year' || name === 'month' || name === 'day' ? wholeNumber(date[name]) : null
}

function ofTime(value: TimeValue | DateTimeValue, name: string): Value {
  const seconds = value.nanos / nanosPerSecond
  switch (name) {
    case 'hour':
      return wholeNumber(seconds / 3600n)
    case 'minute':
      return wholeNumber((seconds / 60n) % 60n)
    case 'second':
      return wholeNumber(seconds % 60n)
    case 'time offset':
      return timeOffset(value)
    case 'timezone':
      return value.zone?.kind === 'region' ? value.zone.id : null
    default:
      return null
  }
}

function timeOffset(value: TimeValue | DateTimeValue): Value {
  if (value.zone === null) return null
  const seconds = value.kind === 'time' ? offsetWithoutDay(value.zone) : offsetAt(value.zone, value.date, value.nanos)
  if (seconds === null) return null
  return { kind: 'days and time duration', nanos: BigInt(Math.round(seconds)) * nanosPerSecond }
}

function ofMonths({ months }: MonthsValue, name: string): Value {
  if (name === 'years') return wholeNumber(months / 12n)
  return name === 'months' ? wholeNumber(months % 12n) : null
}

function ofNanos({ nanos }: NanosValue, name: string): Value {
  const seconds = nanos / nanosPerSecond
  switch (name) {
    case 'days':
      return wholeNumber(seconds / 86_400n)
    case 'hours':
      return wholeNumber((seconds / 3600n) % 24n)
    case 'minutes':
      return wholeNumber((seconds / 60n) % 60n)
    case 'seconds':
      return wholeNumber(seconds % 60n)
    default:
      return null
  }
}

function ofRange(range: RangeValue, name: string): Value {
  switch (name) {
    case 'start':
      return range.low
    case 'end':
      return range.high
    case 'start included':
      return range.includesLow
    case 'end included':
      return range.includesHigh
    default:
      return null
  }
}
