/**
 * Whole numbers put together, with what is known of their size. Constants fold here, so that a printer never meets
 * `x * 1` or a choice between two branches of which one cannot be.
 */
import type { Row } from '../check/checked.ts'
import { type DatePart, packDate, type Truth, type Whole, type WholeRange, type WholeRounding } from './lowered.ts'
import {
  added,
  divided,
  fromTo,
  greatestOf,
  isNotNegative,
  joined,
  leastOf,
  magnitude,
  multiplied,
  negated,
  only,
  summed,
} from './whole-range.ts'

export const zero = constant(0n)
export const one = constant(1n)

export function constant(value: bigint): Whole {
  return { kind: 'constant', value, range: only(value) }
}

function isConstant(a: Whole, value: bigint): boolean {
  return a.kind === 'constant' && a.value === value
}

export function add(left: Whole, right: Whole): Whole {
  if (left.kind === 'constant' && right.kind === 'constant') return constant(left.value + right.value)
  if (isConstant(left, 0n)) return right
  if (isConstant(right, 0n)) return left
  return { kind: 'add', left, right, range: added(left.range, right.range) }
}

export function subtract(left: Whole, right: Whole): Whole {
  if (left.kind === 'constant' && right.kind === 'constant') return constant(left.value - right.value)
  if (isConstant(right, 0n)) return left
  if (isConstant(left, 0n)) return negate(right)
  return { kind: 'subtract', left, right, range: added(left.range, negated(right.range)) }
}

export function multiply(left: Whole, right: Whole): Whole {
  if (left.kind === 'constant' && right.kind === 'constant') return constant(left.value * right.value)
  if (left.kind === 'constant') return multiply(right, left)
  if (isConstant(right, 0n)) return zero
  if (isConstant(right, 1n)) return left
  // Constants stand outside, so that `标准 × 人数` is one product however often its multiples are asked for.
  if (left.kind === 'multiply' && left.right.kind === 'constant')
    return right.kind === 'constant'
      ? multiply(left.left, constant(left.right.value * right.value))
      : multiply(multiply(left.left, right), left.right)
  if (right.kind === 'multiply' && right.right.kind === 'constant')
    return multiply(multiply(left, right.left), right.right)
  return { kind: 'multiply', left, right, range: multiplied(left.range, right.range) }
}

export function negate(of: Whole): Whole {
  if (of.kind === 'constant') return constant(-of.value)
  if (of.kind === 'negate') return of.of
  return { kind: 'negate', of, range: negated(of.range) }
}

export function absolute(of: Whole): Whole {
  return isNotNegative(of.range) ? of : { kind: 'absolute', of, range: magnitude(of.range) }
}

export function least(left: Whole, right: Whole): Whole {
  if (surelyAtMost(left, right)) return left
  if (surelyAtMost(right, left)) return right
  return { kind: 'least', left, right, range: leastOf(left.range, right.range) }
}

export function greatest(left: Whole, right: Whole): Whole {
  if (surelyAtMost(left, right)) return right
  if (surelyAtMost(right, left)) return left
  return { kind: 'greatest', left, right, range: greatestOf(left.range, right.range) }
}

function surelyAtMost(a: Whole, b: Whole): boolean {
  return a.range.max !== null && b.range.min !== null && a.range.max <= b.range.min
}

/** `by` must be known to be positive. */
export function quotient(rounding: WholeRounding, of: Whole, by: Whole): Whole {
  if (isConstant(by, 1n)) return of
  return { kind: 'quotient', rounding, of, by, range: divided(of.range, by.range) }
}

/** With the sign of `by`, which must be known to be positive. */
export function remainder(of: Whole, by: Whole): Whole {
  const { max } = by.range
  return { kind: 'remainder', of, by, range: { min: 0n, max: max === null ? null : max - 1n } }
}

export function choose(condition: Truth, whenTrue: Whole, whenFalse: Whole): Whole {
  if (condition.kind === 'always') return condition.value ? whenTrue : whenFalse
  if (whenTrue.kind === 'constant' && whenFalse.kind === 'constant' && whenTrue.value === whenFalse.value)
    return whenTrue
  return { kind: 'select', condition, whenTrue, whenFalse, range: joined(whenTrue.range, whenFalse.range) }
}

export function reduce(how: 'sum' | 'least' | 'greatest', row: number, of: Whole, longest: number): Whole {
  const range = how === 'sum' ? summed(of.range, BigInt(longest)) : of.range
  return { kind: 'reduce', how, row, of, range }
}

export function columnValue(column: number, row: Row, range: WholeRange): Whole {
  return { kind: 'column', column, row, range }
}

export function stepValue(step: number, row: Row, range: WholeRange): Whole & { readonly kind: 'step' } {
  return { kind: 'step', step, row, range }
}

/** Any day that four digits of a year can write. */
export const anyDate: WholeRange = fromTo(packDate(0, 1, 1), packDate(9999, 12, 31))

export function datePart(part: DatePart, of: Whole): Whole {
  const range = part === 'year' ? yearsOf(of.range) : fromTo(1, part === 'month' ? 12 : 31)
  return { kind: 'date-part', part, of, range }
}

export function monthsBetween(start: Whole, end: Whole): Whole {
  const apart = added(yearsOf(end.range), negated(yearsOf(start.range)))
  const range = multiplied(added(apart, fromTo(-1, 1)), only(12n))
  return { kind: 'months-between', start, end, range }
}

export function addMonths(of: Whole, months: Whole): Whole {
  const years = added(yearsOf(of.range), divided(added(months.range, fromTo(-11, 11)), only(12n)))
  const range = added(multiplied(years, only(BigInt(packDate(1, 0, 0)))), fromTo(0, packDate(0, 12, 31)))
  return { kind: 'add-months', of, months, range }
}

function yearsOf(range: WholeRange): WholeRange {
  const year = (end: bigint | null) => end && end >> 9n
  return { min: year(range.min), max: year(range.max) }
}

/** 1 where the truth holds, else 0: how members are counted. */
export function countIf(condition: Truth): Whole {
  return choose(condition, one, zero)
}
