/** The built-in functions, in the order of the language reference. */

import { whole, zero } from '../rational/rational.ts'
import { between, exactly, isPositive, maximumOf, minimumOf, negateRange, type Range, union } from '../schema/range.ts'
import { duration, type ListType, type NumberType, number, type Type, yesNo } from '../schema/type.ts'
import { stop } from '../syntax/fault.ts'
import type { Expression } from '../syntax/tree.ts'
import { comparable } from './agree.ts'
import { type Checked, type FunctionName, functionNames } from './checked.ts'
import { type Context, requirePresent } from './context.ts'
import { checkMembers, countType, isMembers } from './lists.ts'
import { checkExtreme, requireNumber, sumType, wrongType } from './numbers.ts'
import { mostSimilar } from './similar.ts'

type Call = Expression & { kind: 'call' }

/** How many arguments each takes; null for "one list, or two and more values". */
const arity: Readonly<Record<FunctionName, number | null>> = {
  sum: 1,
  count: 1,
  min: null,
  max: null,
  mean: 1,
  ceiling: 1,
  floor: 1,
  abs: 1,
  modulo: 2,
  even: 1,
  odd: 1,
  decimal: 2,
  'round up': 2,
  'round down': 2,
  'round half up': 2,
  'round half down': 2,
  'list contains': 2,
  all: 1,
  any: 1,
  'years and months duration': 2,
}

export function checkCall(call: Call, context: Context): Checked {
  const callee = functionNames.find(name => name === call.callee) ?? unknownFunction(call)
  const wanted = arity[callee]
  if (wanted !== null ? call.arguments.length !== wanted : call.arguments.length === 0)
    stop('check.wrong-number-of-arguments', call, {
      name: callee,
      wanted: String(wanted ?? '1+'),
      found: String(call.arguments.length),
    })
  const values = call.arguments.map(argument =>
    callee === 'count' && isMembers(argument, context)
      ? checkMembers(argument, context)
      : context.check(argument, context),
  )
  const type = resultType(callee, values, call, context)
  return { kind: 'call', callee, arguments: values, type, from: call.from, to: call.to }
}

function unknownFunction(call: Call): never {
  const similar = mostSimilar(call.callee, functionNames)
  return stop('check.unknown-function', call, { name: call.callee, known: similar ?? functionNames.join('、') })
}

function resultType(callee: FunctionName, values: readonly Checked[], call: Call, context: Context): Type {
  const first = values[0]!
  switch (callee) {
    case 'count':
      return countType(requireList(first))
    case 'sum':
      return sumType(elementsOf(callee, first, context), requireList(first))
    case 'mean':
      return { ...elementsOf(callee, first, context), whole: false }
    case 'min':
    case 'max':
      return values.length === 1 ? elementsOf(callee, first, context) : checkExtreme(callee, values, call)
    case 'ceiling':
    case 'floor':
      return { ...widened(requireNumber(first)), whole: true }
    case 'abs':
      return absoluteType(requireNumber(first))
    case 'modulo':
      return moduloType(values)
    case 'even':
    case 'odd':
      requireNumber(first)
      return yesNo
    case 'all':
    case 'any':
      if (requireList(first).of.kind !== 'yes-no') wrongType('yes-no', requireList(first).of, first)
      return yesNo
    case 'list contains':
      return containsType(values)
    case 'years and months duration':
      for (const value of values) requireDate(value)
      return duration
    default:
      requireDigits(values[1]!)
      return widened(requireNumber(first))
  }
}

function requireList(checked: Checked): ListType {
  return checked.type.kind === 'list' ? checked.type : wrongType('list', checked.type, checked)
}

function elementsOf(callee: FunctionName, checked: Checked, context: Context): NumberType {
  const list = requireList(checked)
  if (list.mayBeEmpty)
    stop('check.sum-may-be-empty', checked, { name: callee, collection: context.declarations.collection.name })
  if (list.of.kind !== 'number') return wrongType('number', list.of, checked)
  return list.of
}

/** Rounding moves a number by less than one. */
function widened(type: NumberType): NumberType {
  const { min, max } = type.range
  const isWhole = (end: typeof min) => end === null || end.d === 1n
  if (isWhole(min) && isWhole(max)) return type
  const outward: Range = { min: min && { n: min.n / min.d - 1n, d: 1n }, max: max && { n: max.n / max.d + 1n, d: 1n } }
  return { ...type, range: outward }
}

function absoluteType(type: NumberType): NumberType {
  const reach = maximumOf(type.range, negateRange(type.range))
  return { ...type, range: { min: type.range.min && type.range.min.n > 0n ? type.range.min : zero, max: reach.max } }
}

function moduloType(values: readonly Checked[]): NumberType {
  const [a, b] = [requireNumber(values[0]!), requireNumber(values[1]!)]
  if (!isPositive(b.range)) stop('check.divisor-may-be-zero', values[1]!)
  return number(
    a.unit,
    minimumOf(union(exactly(zero), b.range), { min: whole(0), max: b.range.max }),
    a.adaptable && b.adaptable,
    a.whole && b.whole,
  )
}

/** The value must be of the kind, unit and closed list of what is in the list. */
function containsType([given, value]: readonly Checked[]): Type {
  const list = requireList(given!)
  requirePresent(value!, value!)
  if (given!.kind === 'list') for (const item of given!.items) comparable(item, value!, item, '=')
  else comparable({ ...given!, type: list.of } as Checked, value!, value!, '=')
  return yesNo
}

function requireDate(checked: Checked): void {
  requirePresent(checked, checked)
  if (checked.type.kind !== 'date') wrongType('date', checked.type, checked)
}

/** Digits are written out, so that the compilers know them. */
function requireDigits(checked: Checked): void {
  const { min, max } = between(0, 10)
  const fits =
    checked.kind === 'number' && checked.value.d === 1n && checked.value.n >= min!.n && checked.value.n <= max!.n
  if (!fits) stop('check.digits', checked)
}
