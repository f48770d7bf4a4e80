/**
 * Numbers as n / (scale · d₁ · d₂ …) and their arithmetic. Dividing only moves a number under the line; sums align,
 * comparisons multiply across, and `× 人数` cancels a waiting `÷ 人数`. Nothing here rounds but `rounded`.
 */
import type { Rational } from '../rational/rational.ts'
import type { CompareOperator, Truth, Whole, WholeRounding } from './lowered.ts'
import { NotLowerable } from './not-lowerable.ts'
import { compare } from './truth.ts'
import * as whole from './whole.ts'
import { isPositive, negated } from './whole-range.ts'

/** A step that is proven positive and waits below the line. */
export type Divisor = Whole & { readonly kind: 'step' }

export interface Scaled {
  readonly n: Whole
  readonly scale: bigint
  readonly under: readonly Divisor[]
}

export function scaled(n: Whole, scale = 1n): Scaled {
  return { n, scale, under: [] }
}

export function ofRational({ n, d }: Rational): Scaled {
  return scaled(whole.constant(n), d)
}

export function negate(a: Scaled): Scaled {
  return { ...a, n: whole.negate(a.n) }
}

export function add(a: Scaled, b: Scaled): Scaled {
  return aligned(a, b, whole.add)
}

export function subtract(a: Scaled, b: Scaled): Scaled {
  return aligned(a, b, whole.subtract)
}

export function least(a: Scaled, b: Scaled): Scaled {
  return aligned(a, b, whole.least)
}

export function greatest(a: Scaled, b: Scaled): Scaled {
  return aligned(a, b, whole.greatest)
}

export function choose(condition: Truth, a: Scaled, b: Scaled): Scaled {
  return aligned(a, b, (x, y) => whole.choose(condition, x, y))
}

export function absolute(a: Scaled): Scaled {
  return { ...a, n: whole.absolute(a.n) }
}

/** `b` is proven positive: both over one line, the remainder of the numerators is the remainder. */
export function modulo(a: Scaled, b: Scaled): Scaled {
  if (!isPositive(b.n.range)) throw new NotLowerable('the divisor of modulo is not proven positive')
  return aligned(a, b, whole.remainder)
}

export function multiply(a: Scaled, b: Scaled): Scaled {
  const [left, right] = [cancel(a, b), cancel(b, a)]
  if (left) return shortened(left)
  if (right) return shortened(right)
  return shortened({
    n: whole.multiply(a.n, b.n),
    scale: a.scale * b.scale,
    under: [...a.under, ...b.under].sort(byStep),
  })
}

/** a · b where b, but for its scale, is one of the divisors that wait below a. */
function cancel(a: Scaled, b: Scaled): Scaled | null {
  if (b.under.length > 0 || b.n.kind !== 'step') return null
  const at = a.under.findIndex(divisor => isSameStep(divisor, b.n))
  return at < 0 ? null : { n: a.n, scale: a.scale * b.scale, under: a.under.toSpliced(at, 1) }
}

/** a ÷ b. `waiting` makes a step of a divisor that is no constant, so that it can wait below the line. */
export function divide(a: Scaled, b: Scaled, waiting: (by: Whole) => Divisor): Scaled {
  if (b.n.kind === 'constant') return divideByConstant(a, b.n.value, b)
  if (isPositive(negated(b.n.range))) return negate(divide(a, negate(b), waiting))
  if (!isPositive(b.n.range)) throw new NotLowerable('the sign of a divisor is not proven')
  const rest = common(a.under, b.under)
  const turned: Scaled = { n: times(a.n, rest.onlyRight, b.scale), scale: a.scale, under: rest.onlyLeft }
  const divisor = waiting(b.n)
  return { ...turned, under: [...turned.under, divisor].sort(byStep) }
}

function divideByConstant(a: Scaled, by: bigint, { scale, under }: Scaled): Scaled {
  const rest = common(a.under, under)
  const n = times(by < 0n ? whole.negate(a.n) : a.n, rest.onlyRight, scale)
  return shortened({ n, scale: a.scale * (by < 0n ? -by : by), under: rest.onlyLeft })
}

export function compareScaled(operator: CompareOperator, a: Scaled, b: Scaled): Truth {
  const { left, right } = align(a, b)
  return compare(operator, left, right)
}

/** Rounded to `digits` after the point. */
export function rounded(rounding: WholeRounding, digits: number, a: Scaled): Scaled {
  const wanted = 10n ** BigInt(digits)
  const shared = greatestCommonDivisor(wanted, a.scale)
  const of = whole.multiply(a.n, whole.constant(wanted / shared))
  return scaled(whole.quotient(rounding, of, lineOf({ ...a, scale: a.scale / shared })), wanted)
}

/** Everything below the line as one whole number; it is positive. */
export function lineOf({ scale, under }: Pick<Scaled, 'scale' | 'under'>): Whole {
  return times(whole.constant(1n), under, scale)
}

/** Both numerators over the same line, and that line. */
export function align(a: Scaled, b: Scaled) {
  const scale = (a.scale / greatestCommonDivisor(a.scale, b.scale)) * b.scale
  const rest = common(a.under, b.under)
  return {
    left: times(a.n, rest.onlyRight, scale / a.scale),
    right: times(b.n, rest.onlyLeft, scale / b.scale),
    scale,
    under: [...a.under, ...rest.onlyRight].sort(byStep),
  }
}

function aligned(a: Scaled, b: Scaled, apply: (x: Whole, y: Whole) => Whole): Scaled {
  const { left, right, scale, under } = align(a, b)
  return shortened({ n: apply(left, right), scale, under })
}

function times(n: Whole, divisors: readonly Divisor[], factor: bigint): Whole {
  return divisors.reduce<Whole>(whole.multiply, whole.multiply(n, whole.constant(factor)))
}

/** A constant over a line is brought to lowest terms; nothing is left under a zero. */
function shortened(a: Scaled): Scaled {
  if (a.n.kind !== 'constant') return a
  if (a.n.value === 0n) return scaled(a.n)
  const shared = greatestCommonDivisor(a.n.value < 0n ? -a.n.value : a.n.value, a.scale)
  return { ...a, n: whole.constant(a.n.value / shared), scale: a.scale / shared }
}

/** Divisors of one side only, each as often as it stands there more than on the other. */
function common(left: readonly Divisor[], right: readonly Divisor[]) {
  const onlyRight = [...right]
  const onlyLeft = left.filter(divisor => {
    const at = onlyRight.findIndex(other => isSameStep(divisor, other))
    if (at >= 0) onlyRight.splice(at, 1)
    return at < 0
  })
  return { onlyLeft, onlyRight }
}

function isSameStep(a: Whole, b: Whole): boolean {
  return a.kind === 'step' && b.kind === 'step' && a.step === b.step && a.row === b.row
}

function byStep(a: Divisor, b: Divisor): number {
  return a.step - b.step
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}
