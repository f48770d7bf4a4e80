/** Numbers: rounding, remainders, roots, and numbers read from text. */
import { absolute, modulo, type Rational } from '../../rational/rational.ts'
import { type RoundingMode, round } from '../../rational/rounding.ts'
import { calculate } from '../arithmetic.ts'
import { exponential, logarithm, squareRoot } from '../decimal.ts'
import { is, type NumberValue, number, readNumber, type Value } from '../value.ts'
import { type Variant, variant } from './signature.ts'

const [leastScale, mostScale] = [-6_111, 6_176]

/** The digits are what is whole of the scale; scales outside the standard's numbers have no answer. */
function rounded(mode: RoundingMode): (values: readonly Value[]) => Value {
  return ([value, scale]) => {
    const digits = scale === null ? 0n : (scale as NumberValue).n / (scale as NumberValue).d
    if (digits < leastScale || digits > mostScale) return null
    return number(round(value as NumberValue, Number(digits), mode))
  }
}

function orNull(result: Rational | null): Value {
  return result && number(result)
}

/** A digit after the decimal point ends the grouping; a separator may not stand for both. */
function numberFrom([text, grouping, decimal]: readonly Value[]): Value {
  if (grouping !== null && ![' ', ',', '.'].includes(grouping as string)) return null
  if (decimal !== null && ![',', '.'].includes(decimal as string)) return null
  if (grouping !== null && grouping === decimal) return null
  const plain = grouping === null ? (text as string) : (text as string).replaceAll(grouping as string, '')
  const pointed = decimal === null ? plain : plain.replace(decimal as string, '.')
  return /^-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(pointed) ? readNumber(pointed) : null
}

function isEven(value: Value): boolean | null {
  const { n, d } = value as NumberValue
  return d === 1n && n % 2n === 0n
}

function isOdd(value: Value): boolean | null {
  const { n, d } = value as NumberValue
  return d === 1n && n % 2n !== 0n
}

function absoluteOf([value]: readonly Value[]): Value {
  if (is(value!, 'number')) return number(absolute(value))
  const negative = is(value!, 'days and time duration') ? value.nanos < 0n : (value as { months: bigint }).months < 0n
  return negative ? calculate('*', value!, number({ n: -1n, d: 1n })) : value!
}

export const numberFunctions: readonly Variant[] = [
  variant('decimal(n: number, scale: number)', rounded('half even')),
  variant('floor(n: number, scale: number)', rounded('floor')),
  variant('floor(n: number)', ([n]) => rounded('floor')([n!, null])),
  variant('ceiling(n: number, scale: number)', rounded('ceiling')),
  variant('ceiling(n: number)', ([n]) => rounded('ceiling')([n!, null])),
  variant('round up(n: number, scale: number)', rounded('up')),
  variant('round down(n: number, scale: number)', rounded('down')),
  variant('round half up(n: number, scale: number)', rounded('half up')),
  variant('round half down(n: number, scale: number)', rounded('half down')),
  variant('abs(n: number|years and months duration|days and time duration)', absoluteOf),
  variant('modulo(dividend: number, divisor: number)', ([a, b]) =>
    (b as NumberValue).n === 0n ? null : number(modulo(a as NumberValue, b as NumberValue)),
  ),
  variant('sqrt(number: number)', ([n]) => orNull(squareRoot(n as NumberValue))),
  variant('exp(number: number)', ([n]) => orNull(exponential(n as NumberValue))),
  variant('log(number: number)', ([n]) => orNull(logarithm(n as NumberValue))),
  variant('even(number: number)', ([n]) => isEven(n!)),
  variant('odd(number: number)', ([n]) => isOdd(n!)),
  variant('number(from: string, grouping separator?: string, decimal separator?: string)', numberFrom),
]
