/** How points and ranges lie to each other, and ranges read from text. */
import { negated } from '../arithmetic.ts'
import { compare, makeRange, type Truth } from '../compare.ts'
import { readDate, readDateTime, readDuration, readMoment, readTime } from '../moment.ts'
import { readFormula } from '../read.ts'
import type { Tree } from '../tree.ts'
import { is, kindOf, type RangeValue, readNumber, type Value } from '../value.ts'
import { type Variant, variant } from './signature.ts'

type Range = Pick<RangeValue, 'low' | 'high' | 'includesLow' | 'includesHigh'>

/** A point is the range from itself to itself. */
function asRange(value: Value): Range {
  return is(value, 'range') ? value : { low: value, high: value, includesLow: true, includesHigh: true }
}

/** Where one end lies to another: an end that is not included lies a hair inside. */
function lowToLow(a: Range, b: Range): number {
  return compare(a.low, b.low)! || Number(b.includesLow) - Number(a.includesLow)
}

function highToHigh(a: Range, b: Range): number {
  return compare(a.high, b.high)! || Number(a.includesHigh) - Number(b.includesHigh)
}

/** Negative where the first range ends before the second begins, positive where they share a point. */
function highToLow(a: Range, b: Range): number {
  return compare(a.high, b.low)! || (a.includesHigh && b.includesLow ? 1 : -1)
}

type Relation = (a: Range, b: Range) => boolean

const covers: Relation = (a, b) => lowToLow(a, b) <= 0 && highToHigh(a, b) >= 0
const overlaps: Relation = (a, b) => highToLow(a, b) > 0 && highToLow(b, a) > 0
const overlapsBefore: Relation = (a, b) => overlaps(a, b) && lowToLow(a, b) < 0 && highToHigh(a, b) <= 0
const meets: Relation = (a, b) => a.includesHigh && b.includesLow && compare(a.high, b.low) === 0
const starts: Relation = (a, b) => lowToLow(a, b) === 0 && highToHigh(a, b) <= 0
const finishes: Relation = (a, b) => highToHigh(a, b) === 0 && lowToLow(a, b) >= 0
const coincides: Relation = (a, b) => lowToLow(a, b) === 0 && highToHigh(a, b) === 0

function swapped(relation: Relation): Relation {
  return (a, b) => relation(b, a)
}

type Shape = 'point' | 'range'

/** A relation and the shapes that it accepts for its first and second argument. */
function related(name: string, relation: Relation, shapes: readonly (readonly [Shape, Shape])[]): Variant[] {
  return shapes.map(([first, second]) => {
    const parameters = first === second ? `${first}1: any, ${second}2: any` : `${first}: any, ${second}: any`
    return variant(`${name}(${parameters})`, ([a, b]) => {
      return [a!, b!].some(value => value === null) ? null : answer(relation, a!, b!, shapes)
    })
  })
}

function answer(relation: Relation, a: Value, b: Value, shapes: readonly (readonly [Shape, Shape])[]): Truth {
  const shapeOf = (value: Value): Shape => (kindOf(value) === 'range' ? 'range' : 'point')
  if (!shapes.some(([first, second]) => first === shapeOf(a) && second === shapeOf(b))) return null
  const [left, right] = [asRange(a), asRange(b)]
  return compare(left.low, right.low) === null || compare(left.high, right.high) === null ? null : relation(left, right)
}

const anyShapes = [
  ['point', 'point'],
  ['point', 'range'],
  ['range', 'point'],
  ['range', 'range'],
] as const
const twoRanges = [['range', 'range']] as const
const intoRange = [
  ['point', 'range'],
  ['range', 'range'],
] as const
const ofRange = [
  ['range', 'point'],
  ['range', 'range'],
] as const
const alike = [
  ['point', 'point'],
  ['range', 'range'],
] as const

/** Only literals may stand at the ends: no names, no calls but those that make a date, a time or a duration of text. */
function rangeFrom([text]: readonly Value[]): Value {
  const tree = readRange(text as string)
  if (!tree) return null
  const [low, high] = [literal(tree.low), literal(tree.high)]
  return low === null || high === null ? null : makeRange(low, high, tree)
}

function readRange(text: string): Extract<Tree, { kind: 'range' }> | null {
  try {
    const tree = readFormula(text)
    return tree.kind === 'range' ? tree : null
  } catch {
    return null
  }
}

function literal(tree: Tree): Value {
  switch (tree.kind) {
    case 'number':
      return readNumber(tree.text)
    case 'string':
    case 'boolean':
      return tree.value
    case 'at':
      return readMoment(tree.text)
    case 'negate':
      return negated(literal(tree.of))
    case 'call':
      return madeOfText(tree)
    default:
      return null
  }
}

function madeOfText({ callee, arguments: [text, ...more] }: Extract<Tree, { kind: 'call' }>): Value {
  if (callee.kind !== 'name' || text?.kind !== 'string' || more.length > 0) return null
  return momentMakers.get(callee.name)?.(text.value) ?? null
}

const momentMakers: ReadonlyMap<string, (text: string) => Value> = new Map<string, (text: string) => Value>([
  ['date', readDate],
  ['time', readTime],
  ['date and time', readDateTime],
  ['duration', readDuration],
])

export const rangeFunctions: readonly Variant[] = [
  ...related('before', (a, b) => highToLow(a, b) < 0, anyShapes),
  ...related('after', (a, b) => highToLow(b, a) < 0, anyShapes),
  ...related('meets', meets, twoRanges),
  ...related('met by', swapped(meets), twoRanges),
  ...related('overlaps', overlaps, twoRanges),
  ...related('overlaps before', overlapsBefore, twoRanges),
  ...related('overlaps after', swapped(overlapsBefore), twoRanges),
  ...related('finishes', finishes, intoRange),
  ...related('finished by', swapped(finishes), ofRange),
  ...related('includes', covers, ofRange),
  ...related('during', swapped(covers), intoRange),
  ...related('starts', starts, intoRange),
  ...related('started by', swapped(starts), ofRange),
  ...related('coincides', coincides, alike),
  variant('range(from: string)', rangeFrom),
]
