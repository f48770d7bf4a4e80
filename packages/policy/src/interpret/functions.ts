/** What the built-in functions compute, in the order of the language reference. */
import type { FunctionName } from '../check/checked.ts'
import { absolute, add, compare, divide, modulo, one, type Rational, whole, zero } from '../rational/rational.ts'
import { type RoundingMode, round } from '../rational/rounding.ts'
import type { Prepared } from './prepare.ts'
import { monthsBetween, sameValue, type Value } from './value.ts'

type Apply = (values: readonly Value[]) => Value

export function prepareCall(callee: FunctionName, values: readonly Prepared[]): Prepared {
  const apply = functions[callee]
  return run => apply(values.map(value => value(run)))
}

const functions: Readonly<Record<FunctionName, Apply>> = {
  sum: ([list]) => numbers(list).reduce(add, zero),
  count: ([list]) => whole((list as readonly Value[]).length),
  min: values => numbersOf(values).reduce((a, b) => (compare(a, b) <= 0 ? a : b)),
  max: values => numbersOf(values).reduce((a, b) => (compare(a, b) >= 0 ? a : b)),
  mean: ([list]) => divide(numbers(list).reduce(add, zero), whole(numbers(list).length)),
  ceiling: ([x]) => round(x as Rational, 0, 'ceiling'),
  floor: ([x]) => round(x as Rational, 0, 'floor'),
  abs: ([x]) => absolute(x as Rational),
  modulo: ([a, b]) => modulo(a as Rational, b as Rational),
  even: ([x]) => isEven(x as Rational),
  odd: ([x]) => (x as Rational).d === 1n && !isEven(x as Rational),
  decimal: rounding('half even'),
  'round up': rounding('up'),
  'round down': rounding('down'),
  'round half up': rounding('half up'),
  'round half down': rounding('half down'),
  'list contains': ([list, x]) => (list as readonly Value[]).some(item => sameValue(item, x!)),
  all: ([list]) => (list as readonly Value[]).every(item => item === true),
  any: ([list]) => (list as readonly Value[]).some(item => item === true),
  'years and months duration': ([from, to]) => ({
    months: monthsBetween(from as Temporal.PlainDate, to as Temporal.PlainDate),
  }),
}

function numbers(list: Value | undefined): readonly Rational[] {
  return list as readonly Rational[]
}

/** One list, or the values themselves. */
function numbersOf(values: readonly Value[]): readonly Rational[] {
  return Array.isArray(values[0]) ? values[0] : (values as readonly Rational[])
}

function isEven(x: Rational): boolean {
  return x.d === one.d && x.n % 2n === 0n
}

function rounding(mode: RoundingMode): Apply {
  return ([x, digits]) => round(x as Rational, Number((digits as Rational).n), mode)
}
