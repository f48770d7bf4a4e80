/** Lists: sums and averages, places, order. An empty sum is null, as the standard has it. */
import { add, divide, multiply, one, type Rational, subtract, whole, zero } from '../../rational/rational.ts'
import { calculate } from '../arithmetic.ts'
import { and, compare, equal, or, type Truth } from '../compare.ts'
import { squareRoot } from '../decimal.ts'
import {
  type FunctionValue,
  is,
  isList,
  type Kind,
  kindOf,
  type ListValue,
  type NumberValue,
  number,
  type Value,
  wholeNumber,
} from '../value.ts'
import { has, type Variant, variant } from './signature.ts'

function items(value: Value | undefined): ListValue {
  return value as ListValue
}

/** A function over numbers, which may be given as one list or one by one. */
function overNumbers(name: string, body: (numbers: readonly NumberValue[]) => Value): Variant[] {
  return overItems(name, list => {
    return list.every((item): item is NumberValue => is(item, 'number')) ? body(list) : null
  })
}

function overItems(name: string, body: (list: ListValue) => Value): Variant[] {
  return [
    variant(`${name}(list: list)`, ([list]) => body(items(list))),
    variant(`${name}(...list: any)`, ([list]) => (items(list).length > 1 ? body(items(list)) : null)),
  ]
}

function total(numbers: readonly Rational[]): Rational {
  return numbers.reduce(add, zero)
}

function mean(numbers: readonly Rational[]): Rational {
  return divide(total(numbers), whole(numbers.length))
}

const summed: readonly Kind[] = ['number', 'years and months duration', 'days and time duration']

function sum(list: ListValue): Value {
  if (list.length === 0 || !list.every(item => summed.includes(kindOf(item)))) return null
  return list.reduce((so, item) => calculate('+', so, item))
}

function extreme(list: ListValue, wanted: -1 | 1): Value {
  if (list.length === 0) return null
  return list.reduce((best, item) => {
    const order = best === null ? null : compare(item, best)
    return order === null ? null : order * wanted > 0 ? item : best
  }, list[0]!)
}

function comparable(list: ListValue): boolean {
  return list.every(item => compare(item, item) !== null)
}

function median(numbers: readonly NumberValue[]): Value {
  if (numbers.length === 0) return null
  const sorted = [...numbers].sort((a, b) => compare(a, b)!)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : number(mean([sorted[middle - 1]!, sorted[middle]!]))
}

function mode(numbers: readonly NumberValue[]): Value {
  const count = (value: Value) => numbers.filter(other => equal(other, value) === true).length
  const most = Math.max(0, ...numbers.map(count))
  return distinct(numbers.filter(value => count(value) === most)).toSorted((a, b) => compare(a, b)!)
}

function standardDeviation(numbers: readonly NumberValue[]): Value {
  if (numbers.length < 2) return null
  const middle = mean(numbers)
  const squares = numbers.map(value => subtract(value, middle)).map(distance => multiply(distance, distance))
  const root = squareRoot(divide(total(squares), whole(numbers.length - 1)))
  return root && number(root)
}

function truths(list: ListValue): Truth[] {
  return list.map(item => (typeof item === 'boolean' ? item : null))
}

function distinct(list: ListValue): ListValue {
  const kept: Value[] = []
  for (const item of list) if (!has(kept, item)) kept.push(item)
  return kept
}

/** Places count from 1, negative ones from the end; null where there is no such place. */
function place(value: Value, length: number): number | null {
  const { n, d } = value as NumberValue
  const position = Number(n / d)
  if (position === 0 || Math.abs(position) > length) return null
  return position > 0 ? position - 1 : length + position
}

function sublist([list, start, length]: readonly Value[]): Value {
  const from = place(start!, items(list).length)
  if (from === null) return null
  if (length === null) return items(list).slice(from)
  const { n, d } = length as NumberValue
  const end = from + Number(n / d)
  return n < 0n || end > items(list).length ? null : items(list).slice(from, end)
}

function insertBefore([list, position, item]: readonly Value[]): Value {
  const at = place(position!, items(list).length)
  return at === null ? null : items(list).toSpliced(at, 0, item!)
}

function remove([list, position]: readonly Value[]): Value {
  const at = place(position!, items(list).length)
  return at === null ? null : items(list).toSpliced(at, 1)
}

function replaceAt([list, position, item]: readonly Value[]): Value {
  const at = place(position!, items(list).length)
  return at === null ? null : items(list).with(at, item!)
}

function replaceMatching([list, match, item]: readonly Value[]): Value {
  const test = match as FunctionValue
  if (test.parameters.length !== 2) return null
  const answers = items(list).map(old => test.call({ by: 'position', values: [old, item!] }))
  if (!answers.every(answer => typeof answer === 'boolean')) return null
  return items(list).map((old, i) => (answers[i] ? item! : old))
}

function flatten(value: Value): ListValue {
  return isList(value) ? value.flatMap(flatten) : [value]
}

/** A merge, because the order is a formula that may contradict itself, which no library sort promises to survive. */
function sort([list, precedes]: readonly Value[]): Value {
  const before = (a: Value, b: Value) => (precedes as FunctionValue).call({ by: 'position', values: [a, b] }) === true
  const merge = (left: ListValue, right: ListValue): ListValue => {
    const merged: Value[] = []
    let [i, j] = [0, 0]
    while (i < left.length && j < right.length) merged.push(before(right[j]!, left[i]!) ? right[j++]! : left[i++]!)
    return [...merged, ...left.slice(i), ...right.slice(j)]
  }
  const sorted = (part: ListValue): ListValue => {
    const middle = Math.floor(part.length / 2)
    return part.length < 2 ? part : merge(sorted(part.slice(0, middle)), sorted(part.slice(middle)))
  }
  return sorted(items(list))
}

export const listFunctions: readonly Variant[] = [
  ...overItems('min', list => (comparable(list) ? extreme(list, -1) : null)),
  ...overItems('max', list => (comparable(list) ? extreme(list, 1) : null)),
  ...overItems('sum', sum),
  ...overNumbers('mean', numbers => (numbers.length === 0 ? null : number(mean(numbers)))),
  ...overNumbers('product', numbers => (numbers.length === 0 ? null : number(numbers.reduce<Rational>(multiply, one)))),
  ...overNumbers('median', median),
  ...overNumbers('mode', mode),
  ...overNumbers('stddev', standardDeviation),
  ...overItems('all', list => truths(list).reduce(and, true)),
  ...overItems('any', list => truths(list).reduce(or, false)),
  variant('not(negand: any)', ([value]) => (typeof value === 'boolean' ? !value : null)),
  variant('count(list: list)', ([list]) => wholeNumber(items(list).length)),
  variant('list contains(list: list, element: any)', ([list, element]) => has(items(list), element!)),
  variant('sublist(list: list, start position: number, length?: number)', sublist),
  variant('append(list: list, ...item: any)', ([list, added]) => [...items(list), ...items(added)]),
  variant('concatenate(...list: any)', ([lists]) => {
    return items(lists).includes(null) ? null : items(lists).flatMap(list => (isList(list) ? list : [list]))
  }),
  variant('union(...list: any)', ([lists]) => {
    return items(lists).includes(null) ? null : distinct(items(lists).flatMap(list => (isList(list) ? list : [list])))
  }),
  variant('insert before(list: list, position: number, newItem: any)', insertBefore),
  variant('remove(list: list, position: number)', remove),
  variant('list replace(list: list, position: number, newItem: any)', replaceAt),
  variant('list replace(list: list, match: function, newItem: any)', replaceMatching),
  variant('reverse(list: list)', ([list]) => items(list).toReversed()),
  variant('index of(list: list, match: any)', ([list, match]) => {
    return items(list).flatMap((item, i) => (equal(item, match!) === true ? [wholeNumber(i + 1)] : []))
  }),
  variant('distinct values(list: list)', ([list]) => distinct(items(list))),
  variant('flatten(list: list)', ([list]) => flatten(list!)),
  variant('sort(list: list, precedes: function)', sort),
]
