/** Equality, order and membership. Values of unlike kinds are not unequal: the comparison has no answer, null. */
import { compare as compareNumbers } from '../rational/rational.ts'
import type { ComparisonOperator } from '../syntax/tree.ts'
import { instant, instantOfDay, local, nanosPerSecond } from './moment.ts'
import {
  type ContextValue,
  type DateTimeValue,
  is,
  isContext,
  isList,
  kindOf,
  type ListValue,
  type RangeValue,
  type TimeValue,
  type Value,
} from './value.ts'
import { sameZone } from './zone.ts'

export type Truth = boolean | null

export function equal(a: Value, b: Value): Truth {
  if (a === null || b === null) return a === b
  if (kindOf(a) !== kindOf(b)) return null
  if (typeof a !== 'object') return a === b
  if (isList(a)) return equalLists(a, b as ListValue)
  if (isContext(a)) return equalContexts(a, b as ContextValue)
  if (a.kind === 'function') return a === b
  if (a.kind === 'range') return equalRanges(a, b as RangeValue)
  if (a.kind === 'time' && sameZone(a.zone, (b as TimeValue).zone))
    return seconds(a.nanos) === seconds((b as TimeValue).nanos)
  const order = compare(wholeSeconds(a), wholeSeconds(b))
  return order === null ? false : order === 0
}

/** Equality looks at hours, minutes and seconds; the standard's `second` is whole. */
function wholeSeconds(value: Value): Value {
  return is(value, 'time') || is(value, 'date and time')
    ? { ...value, nanos: seconds(value.nanos) * nanosPerSecond }
    : value
}

function seconds(nanos: bigint): bigint {
  return nanos / nanosPerSecond
}

function equalLists(a: ListValue, b: ListValue): Truth {
  return a.length === b.length && everyTrue(a.map((item, i) => () => equal(item, b[i]!)))
}

function equalContexts(a: ContextValue, b: ContextValue): Truth {
  return (
    a.size === b.size &&
    everyTrue(
      [...a].map(
        ([name, value]) =>
          () =>
            b.has(name) && equal(value, b.get(name)!),
      ),
    )
  )
}

function everyTrue(truths: readonly (() => Truth)[]): boolean {
  return truths.every(truth => truth() === true)
}

function equalRanges(a: RangeValue, b: RangeValue): boolean {
  return (
    a.test?.operator === b.test?.operator &&
    equal(a.test?.end ?? null, b.test?.end ?? null) === true &&
    a.includesLow === b.includesLow &&
    a.includesHigh === b.includesHigh &&
    equal(a.low, b.low) === true &&
    equal(a.high, b.high) === true
  )
}

/** Negative, zero or positive; null where there is no order. */
export function compare(a: Value, b: Value): number | null {
  if (is(a, 'number') && is(b, 'number')) return compareNumbers(a, b)
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  if (is(a, 'date') && is(b, 'date')) return a.year - b.year || a.month - b.month || a.day - b.day
  if (is(a, 'time') && is(b, 'time')) return compareTimes(a, b)
  if (is(a, 'date and time') && is(b, 'date and time')) return compareDateTimes(a, b)
  if (is(a, 'years and months duration') && is(b, 'years and months duration')) return sign(a.months - b.months)
  if (is(a, 'days and time duration') && is(b, 'days and time duration')) return sign(a.nanos - b.nanos)
  return null
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function compareTimes(a: TimeValue, b: TimeValue): number | null {
  if (sameZone(a.zone, b.zone)) return sign(a.nanos - b.nanos)
  if (a.zone === null || b.zone === null) return null
  const [left, right] = [instantOfDay(a), instantOfDay(b)]
  return left === null || right === null ? null : sign(left - right)
}

function compareDateTimes(a: DateTimeValue, b: DateTimeValue): number | null {
  if (a.zone === null && b.zone === null) return sign(local(a) - local(b))
  return a.zone === null || b.zone === null ? null : sign(instant(a) - instant(b))
}

function sign(difference: bigint): number {
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function compared(operator: ComparisonOperator, a: Value, b: Value): Truth {
  if (operator === '=') return equal(a, b)
  if (operator === '!=') return not(equal(a, b))
  const order = compare(a, b)
  if (order === null) return null
  switch (operator) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

export function not(truth: Truth): Truth {
  return truth === null ? null : !truth
}

export function and(a: Truth, b: Truth): Truth {
  return a === false || b === false ? false : a === null || b === null ? null : true
}

export function or(a: Truth, b: Truth): Truth {
  return not(and(not(a), not(b)))
}

/** Null for a range that runs backwards or whose ends cannot be compared; a missing end is kept, and nothing lies within. */
export function makeRange(low: Value, high: Value, ends: Pick<RangeValue, 'includesLow' | 'includesHigh'>): Value {
  const order = compare(low, high)
  if (low !== null && high !== null && (order === null || order > 0)) return null
  const { includesLow, includesHigh } = ends
  return { kind: 'range', test: null, low, high, includesLow, includesHigh }
}

/** Whether a point lies in a range; null where an end is missing or of another kind. */
export function within(point: Value, range: RangeValue): Truth {
  if (range.test !== null) return compared(range.test.operator, point, range.test.end)
  const [low, high] = [compare(point, range.low), compare(point, range.high)]
  if (low === null || high === null) return null
  return (low > 0 || (low === 0 && range.includesLow)) && (high < 0 || (high === 0 && range.includesHigh))
}

/** One alternative to the right of `in`: a range holds the value, a list has it or a range that holds it. */
export function passes(value: Value, test: Value): Truth {
  if (is(test, 'range')) return is(value, 'range') ? equal(value, test) : within(value, test)
  if (!isList(test)) return equal(value, test)
  if (equal(value, test) === true) return true
  return test.some(item => passesItem(value, item) === true)
}

function passesItem(value: Value, item: Value): Truth {
  return is(item, 'range') && !is(value, 'range') ? within(value, item) : equal(value, item)
}

/** The same value in the same form: unlike `=`, moments of different zones are different. */
export function same(a: Value, b: Value): boolean {
  if (kindOf(a) !== kindOf(b)) return false
  if (is(a, 'time') && is(b, 'time')) return a.nanos === b.nanos && sameZone(a.zone, b.zone)
  if (is(a, 'date and time') && is(b, 'date and time')) return local(a) === local(b) && sameZone(a.zone, b.zone)
  return equal(a, b) === true
}
