/** What is known of a whole number before any household is seen: proof that it fits, or that a sign is settled. */
import type { WholeRange } from './lowered.ts'

export const anyWhole: WholeRange = { min: null, max: null }

export function only(value: bigint): WholeRange {
  return { min: value, max: value }
}

export function fromTo(min: bigint | number, max: bigint | number): WholeRange {
  return { min: BigInt(min), max: BigInt(max) }
}

export function added(a: WholeRange, b: WholeRange): WholeRange {
  return { min: both(a.min, b.min, (x, y) => x + y), max: both(a.max, b.max, (x, y) => x + y) }
}

export function negated({ min, max }: WholeRange): WholeRange {
  return { min: max === null ? null : -max, max: min === null ? null : -min }
}

export function multiplied(a: WholeRange, b: WholeRange): WholeRange {
  const ends = corners(a, b, (x, y) => x * y)
  if (ends) return around(ends)
  if (isNotNegative(a) && isNotNegative(b)) return { min: a.min! * b.min!, max: null }
  return anyWhole
}

/** Of every rounding: it moves a quotient by less than one. `by` is positive. */
export function divided(of: WholeRange, by: WholeRange): WholeRange {
  const least = by.min !== null && by.min > 0n ? by.min : 1n
  const down = (end: bigint) => (end >= 0n ? (by.max === null ? 0n : end / by.max) : end / least - 1n)
  const up = (end: bigint) => (end <= 0n ? (by.max === null ? 0n : end / by.max) : end / least + 1n)
  return { min: of.min === null ? null : down(of.min), max: of.max === null ? null : up(of.max) }
}

export function leastOf(a: WholeRange, b: WholeRange): WholeRange {
  const max = a.max === null ? b.max : b.max === null || a.max < b.max ? a.max : b.max
  return { min: both(a.min, b.min, smaller), max }
}

export function greatestOf(a: WholeRange, b: WholeRange): WholeRange {
  return negated(leastOf(negated(a), negated(b)))
}

export function joined(a: WholeRange, b: WholeRange): WholeRange {
  return { min: both(a.min, b.min, smaller), max: both(a.max, b.max, larger) }
}

export function magnitude(a: WholeRange): WholeRange {
  if (isNotNegative(a)) return a
  const { max } = greatestOf(a, negated(a))
  return { min: a.max !== null && a.max < 0n ? -a.max : 0n, max }
}

/** The sum of one to `most` numbers. */
export function summed(a: WholeRange, most: bigint): WholeRange {
  return joined(a, multiplied(a, only(most)))
}

export function isNotNegative(a: WholeRange): boolean {
  return a.min !== null && a.min >= 0n
}

export function isPositive(a: WholeRange): boolean {
  return a.min !== null && a.min > 0n
}

/** Every value is within ± `largest`. */
export function fits(a: WholeRange, largest: bigint): boolean {
  return a.min !== null && a.max !== null && a.min >= -largest && a.max <= largest
}

function corners(a: WholeRange, b: WholeRange, apply: (x: bigint, y: bigint) => bigint): bigint[] | null {
  if (a.min === null || a.max === null || b.min === null || b.max === null) return null
  return [a.min, a.max].flatMap(x => [apply(x, b.min!), apply(x, b.max!)])
}

function around(ends: readonly bigint[]): WholeRange {
  return { min: ends.reduce(smaller), max: ends.reduce(larger) }
}

function both(a: bigint | null, b: bigint | null, apply: (x: bigint, y: bigint) => bigint): bigint | null {
  return a === null || b === null ? null : apply(a, b)
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}
