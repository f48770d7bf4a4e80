/** Arithmetic: units, ranges, and divisors that can never be zero. */
import type { Rational } from '../rational/rational.ts'
import {
  addRanges,
  anything,
  isPositive,
  maximumOf,
  minimumOf,
  multiplyRanges,
  negateRange,
  type Range,
  union,
} from '../schema/range.ts'
import { date, type ListType, type NumberType, nameType, number, type Type } from '../schema/type.ts'
import { multiplyUnits, nameUnit, sameUnit, type Unit } from '../schema/unit.ts'
import { stop } from '../syntax/fault.ts'
import type { ArithmeticOperator, Span } from '../syntax/tree.ts'
import type { Checked } from './checked.ts'
import { requirePresent } from './context.ts'

export function requireNumber(checked: Checked, at: Span = checked): NumberType {
  requirePresent(checked, at)
  if (checked.type.kind !== 'number') return wrongType('number', checked.type, at)
  return checked.type
}

export function wrongType(wanted: Type['kind'], found: Type, at: Span): never {
  return stop('check.wrong-type', at, {
    wanted: nameType({ kind: wanted } as Type),
    wantedEn: wanted,
    found: nameType(found),
    foundEn: found.kind,
  })
}

export function checkArithmetic(operator: ArithmeticOperator, left: Checked, right: Checked, at: Span): Checked {
  const node = (type: Type): Checked => ({ kind: 'arithmetic', operator, left, right, type, from: at.from, to: at.to })
  if ((operator === '+' || operator === '-') && left.type.kind === 'date' && right.type.kind === 'duration') {
    requirePresent(left, left)
    return node(date)
  }
  const [a, b] = [requireNumber(left), requireNumber(right)]
  if (operator === '+') return node(added(a, b, addRanges(a.range, b.range), at))
  if (operator === '-') return node(added(a, b, addRanges(a.range, negateRange(b.range)), at))
  const unit = multiplyUnits(a.unit, b.unit, operator === '*' ? 1 : -1)
  const adaptable = a.adaptable && b.adaptable
  if (operator === '*') return node(number(unit, multiplyRanges(a.range, b.range), adaptable, a.whole && b.whole))
  if (!isPositive(b.range)) stop('check.divisor-may-be-zero', right)
  return node(number(unit, quotientRange(a.range, b.range), adaptable))
}

function added(a: NumberType, b: NumberType, range: Range, at: Span): NumberType {
  return number(commonUnit(a, b, at), range, a.adaptable && b.adaptable, a.whole && b.whole)
}

/** The unit both sides share; a bare number takes the other's. */
export function commonUnit(a: NumberType, b: NumberType, at: Span): Unit {
  if (a.adaptable) return b.unit
  if (b.adaptable || sameUnit(a.unit, b.unit)) return a.unit
  return stop('check.unlike-units', at, { left: nameUnit(a.unit), right: nameUnit(b.unit) })
}

/** A divisor of at least one cannot make a number larger, which is all that is needed here. */
function quotientRange(a: Range, b: Range): Range {
  const atLeastOne = b.min !== null && b.min.n >= b.min.d
  if (!atLeastOne) return a.min && a.min.n >= 0n && b.min && b.min.n > 0n ? { min: zeroOf(a.min), max: null } : anything
  return union(a, { min: zeroOf(a.min), max: zeroOf(a.max) })
}

function zeroOf(end: Rational | null): Rational | null {
  return end && { n: 0n, d: 1n }
}

/** `min(a, b)` and `max(a, b)`. */
export function checkExtreme(callee: 'min' | 'max', values: readonly Checked[], at: Span): NumberType {
  const combine = callee === 'min' ? minimumOf : maximumOf
  return values
    .map(v => requireNumber(v))
    .reduce((a, b) =>
      number(commonUnit(a, b, at), combine(a.range, b.range), a.adaptable && b.adaptable, a.whole && b.whole),
    )
}

/** The sum of a list of `fewest` to `longest` numbers. */
export function sumType(element: NumberType, list: ListType): NumberType {
  const longest: Rational = { n: BigInt(list.longest), d: 1n }
  const many = multiplyRanges(element.range, { min: longest, max: longest })
  return number(element.unit, union(element.range, many), element.adaptable, element.whole)
}
