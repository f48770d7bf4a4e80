/**
 * What is known of a number before any household is seen: its smallest and largest value. The checker uses it
 * to prove that a divisor is never zero; later the compilers use it to prove that whole numbers do not overflow.
 */
import { add, compare, multiply, negate, type Rational, whole } from '../rational/rational.ts'

/** An absent end is unbounded. */
export interface Range {
  readonly min: Rational | null
  readonly max: Rational | null
}

export const anything: Range = { min: null, max: null }

export function exactly(value: Rational): Range {
  return { min: value, max: value }
}

export function between(min: number, max: number): Range {
  return { min: whole(min), max: whole(max) }
}

export function isPositive({ min }: Range): boolean {
  return min !== null && min.n > 0n
}

export function addRanges(a: Range, b: Range): Range {
  return { min: a.min && b.min && add(a.min, b.min), max: a.max && b.max && add(a.max, b.max) }
}

export function negateRange(a: Range): Range {
  return { min: a.max && negate(a.max), max: a.min && negate(a.min) }
}

export function multiplyRanges(a: Range, b: Range): Range {
  if (a.min && a.max && b.min && b.max)
    return around([a.min, a.max].flatMap(x => [multiply(x, b.min!), multiply(x, b.max!)]))
  if (isNotNegative(a) && isNotNegative(b)) return { min: multiply(a.min!, b.min!), max: null }
  return anything
}

export function isNotNegative(a: Range): boolean {
  return a.min !== null && a.min.n >= 0n
}

/** The smallest range that holds both. */
export function union(a: Range, b: Range): Range {
  return { min: a.min && b.min && least(a.min, b.min), max: a.max && b.max && greatest(a.max, b.max) }
}

export function minimumOf(a: Range, b: Range): Range {
  return { min: a.min && b.min && least(a.min, b.min), max: a.max && b.max ? least(a.max, b.max) : (a.max ?? b.max) }
}

export function maximumOf(a: Range, b: Range): Range {
  return negateRange(minimumOf(negateRange(a), negateRange(b)))
}

function around(values: readonly Rational[]): Range {
  return { min: values.reduce(least), max: values.reduce(greatest) }
}

function least(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b
}

function greatest(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b
}
