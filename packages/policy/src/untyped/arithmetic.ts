/** `+ - * / **` over numbers, text, dates, times and durations. Whatever does not fit together gives null. */
import { add, divide, floorDivide, multiply, negate, type Rational, subtract } from '../rational/rational.ts'
import { dateAt, dayNumber, plusMonths } from './calendar.ts'
import { power } from './decimal.ts'
import { atLocal, instant, instantOfDay, local, nanosPerDay } from './moment.ts'
import type { UntypedArithmetic } from './tree.ts'
import { type DateTimeValue, is, type NanosValue, number, significant, type Value } from './value.ts'
import { sameZone, utc } from './zone.ts'

export function calculate(operator: UntypedArithmetic, a: Value, b: Value): Value {
  if (is(a, 'number') && is(b, 'number')) return calculateNumbers(operator, a, b)
  switch (operator) {
    case '+':
      return typeof a === 'string' && typeof b === 'string' ? a + b : (plus(a, b) ?? plus(b, a))
    case '-':
      return minus(a, b)
    case '*':
      return times(a, b) ?? times(b, a)
    case '/':
      return dividedBy(a, b)
    case '**':
      return null
  }
}

function calculateNumbers(operator: UntypedArithmetic, a: Rational, b: Rational): Value {
  const result = ofNumbers(operator, a, b)
  return result && withinStandard(result)
}

/**
 * The standard's largest number is below 10^6145. Fractions stay exact until they would be written longer than that,
 * which only runaway loops reach.
 */
const longest = 10n ** 6_145n

function withinStandard(exact: Rational): Value {
  const size = exact.n < 0n ? -exact.n : exact.n
  if (size < longest && exact.d < longest) return number(exact)
  return size / exact.d < longest ? number(significant(exact, 34)) : null
}

function ofNumbers(operator: UntypedArithmetic, a: Rational, b: Rational): Rational | null {
  switch (operator) {
    case '+':
      return add(a, b)
    case '-':
      return subtract(a, b)
    case '*':
      return multiply(a, b)
    case '/':
      return b.n === 0n ? null : divide(a, b)
    case '**':
      return power(a, b)
  }
}

export function negated(value: Value): Value {
  if (is(value, 'number')) return number(negate(value))
  if (is(value, 'years and months duration')) return { ...value, months: -value.months }
  return is(value, 'days and time duration') ? { ...value, nanos: -value.nanos } : null
}

/** A moment or a duration, and a duration. */
function plus(a: Value, b: Value): Value {
  if (is(b, 'years and months duration')) return plusYearsAndMonths(a, b.months)
  return is(b, 'days and time duration') ? plusNanos(a, b.nanos) : null
}

function plusYearsAndMonths(a: Value, months: bigint): Value {
  if (is(a, 'years and months duration')) return { ...a, months: a.months + months }
  if (is(a, 'date')) return plusMonths(a, months)
  if (!is(a, 'date and time')) return null
  const date = plusMonths(a.date, months)
  return date && { ...a, date }
}

function plusNanos(a: Value, nanos: bigint): Value {
  if (is(a, 'days and time duration')) return { ...a, nanos: a.nanos + nanos }
  if (is(a, 'date')) return dateAt(dayNumber(a) + Number(floorDivide(nanos, nanosPerDay)))
  if (is(a, 'date and time')) return atLocal(local(a) + nanos, a.zone)
  if (!is(a, 'time')) return null
  const total = a.nanos + nanos
  return { ...a, nanos: total - floorDivide(total, nanosPerDay) * nanosPerDay }
}

function minus(a: Value, b: Value): Value {
  const duration = negated(b)
  if (!is(b, 'number') && duration !== null) return plus(a, duration)
  if (is(a, 'time') && is(b, 'time')) {
    const [left, right] = sameZone(a.zone, b.zone) ? [a.nanos, b.nanos] : [instantOfDay(a), instantOfDay(b)]
    const comparable = (a.zone === null) === (b.zone === null) && left !== null && right !== null
    return comparable ? nanosDuration(left - right) : null
  }
  const [left, right] = [asMoment(a), asMoment(b)]
  if (!left || !right || (left.zone === null) !== (right.zone === null)) return null
  return nanosDuration(left.zone === null ? local(left) - local(right) : instant(left) - instant(right))
}

/** A date beside a day and time is its midnight in UTC. */
function asMoment(value: Value): DateTimeValue | null {
  if (is(value, 'date')) return { kind: 'date and time', date: value, nanos: 0n, zone: utc }
  return is(value, 'date and time') ? value : null
}

function nanosDuration(nanos: bigint): NanosValue {
  return { kind: 'days and time duration', nanos }
}

function times(a: Value, b: Value): Value {
  return is(b, 'number') ? scaled(a, b) : null
}

function dividedBy(a: Value, b: Value): Value {
  if (is(b, 'number')) return b.n === 0n ? null : scaled(a, { n: b.d, d: b.n })
  if (is(a, 'years and months duration') && is(b, 'years and months duration')) return ratio(a.months, b.months)
  if (is(a, 'days and time duration') && is(b, 'days and time duration')) return ratio(a.nanos, b.nanos)
  return null
}

/** Durations are whole months and whole nanoseconds; what is left over is dropped. */
function scaled(a: Value, by: Rational): Value {
  if (is(a, 'years and months duration')) return { ...a, months: (a.months * by.n) / by.d }
  return is(a, 'days and time duration') ? { ...a, nanos: (a.nanos * by.n) / by.d } : null
}

function ratio(a: bigint, b: bigint): Value {
  return b === 0n ? null : number(divide({ n: a, d: 1n }, { n: b, d: 1n }))
}
