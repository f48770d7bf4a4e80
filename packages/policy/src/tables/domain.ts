/**
 * The values that a column of a table can tell apart. Between two neighbouring ends that its cells name, every
 * number is like every other, so one sample of each stretch, and each end itself, stand for them all.
 */
import { parseDate } from '../check/literals.ts'
import {
  compare,
  divide,
  floorDivide,
  negate,
  parseRational,
  type Rational,
  subtract,
  toDecimal,
  toText,
  whole,
} from '../rational/rational.ts'
import type { NumberType, Type } from '../schema/type.ts'
import type { ComparisonOperator, Expression, InTest } from '../syntax/tree.ts'
import type { CellTest } from '../syntax/unary-tests.ts'

/** A number, the number of a day, a text, yes/no, or nothing. */
export type Sample = Rational | string | boolean | null

/** Null when a cell names something whose value is not known before a household is seen. */
export function samplesOf(type: Type, cells: readonly CellTest[]): readonly Sample[] | null {
  const values = cells.flatMap(cell => (cell === 'any' ? [] : cell.tests.flatMap(valuesOf)))
  if (values.some(value => value === undefined)) return null
  const missing: Sample[] = type.nullable ? [null] : []
  if (type.kind === 'yes-no') return [true, false, ...missing]
  if (type.kind === 'text') return type.options && [...type.options, ...missing]
  if (type.kind !== 'number' && type.kind !== 'date') return null
  const ends = values.filter(value => typeof value === 'object' && value !== null)
  return [...stretches(ends, type.kind === 'number' ? type : days), ...missing]
}

const days: Pick<NumberType, 'range' | 'whole'> = { range: { min: null, max: null }, whole: true }

/** Each end that the range allows, and one value between each two neighbours. */
function stretches(
  ends: readonly Rational[],
  { range, whole: onlyWhole }: Pick<NumberType, 'range' | 'whole'>,
): Rational[] {
  const limits = [range.min, range.max].filter(limit => limit !== null)
  const sorted = [...ends, ...limits].sort(compare)
  const points = sorted.filter((point, i) => i === 0 || compare(point, sorted[i - 1]!) !== 0)
  if (points.length === 0) return [whole(0)]
  const between = points.slice(1).map((point, i) => middle(points[i]!, point, onlyWhole))
  const before = range.min ? [] : [subtract(points[0]!, whole(1))]
  const after = range.max ? [] : [subtract(points.at(-1)!, whole(-1))]
  const isPossible = (value: Rational) =>
    (!onlyWhole || value.d === 1n) &&
    (!range.min || compare(value, range.min) >= 0) &&
    (!range.max || compare(value, range.max) <= 0)
  return [...before, ...points, ...between.filter(value => value !== null), ...after].filter(isPossible).sort(compare)
}

function middle(a: Rational, b: Rational, onlyWhole: boolean): Rational | null {
  const centre = divide(subtract(b, negate(a)), whole(2))
  if (!onlyWhole) return centre
  const candidate = whole(floorDivide(centre.n, centre.d))
  if (compare(candidate, a) > 0) return candidate
  const next = whole(floorDivide(a.n, a.d) + 1n)
  return compare(next, b) < 0 ? next : null
}

function valuesOf(test: InTest): (Sample | undefined)[] {
  return test.kind === 'range' ? [literal(test.low), literal(test.high)] : [literal(test.value)]
}

/** Undefined for anything but a written value. */
function literal(e: Expression): Sample | undefined {
  switch (e.kind) {
    case 'number':
      return parseRational(e.text)!
    case 'negate': {
      const of = literal(e.of)
      return typeof of === 'object' && of !== null ? negate(of) : undefined
    }
    case 'text':
    case 'yes-no':
      return e.value
    case 'null':
      return null
    case 'date': {
      const day = parseDate(e.text)
      return day ? whole(epoch.until(day, { largestUnit: 'days' }).days) : undefined
    }
    default:
      return undefined
  }
}

const epoch = Temporal.PlainDate.from('1970-01-01')

/** Whether a cell holds for a sample; every value in the cell is a written one. */
export function hits(cell: CellTest, sample: Sample): boolean {
  return cell === 'any' || cell.tests.some(test => holds(test, sample)) !== cell.negated
}

function holds(test: InTest, sample: Sample): boolean {
  if (test.kind === 'value') return compareWith('=', sample, literal(test.value)!)
  if (test.kind === 'compare') return compareWith(test.operator, sample, literal(test.value)!)
  const [low, high] = [literal(test.low)!, literal(test.high)!]
  return (
    compareWith(test.includesLow ? '>=' : '>', sample, low) && compareWith(test.includesHigh ? '<=' : '<', sample, high)
  )
}

function compareWith(operator: ComparisonOperator, a: Sample, b: Sample): boolean {
  const isNumber = typeof a === 'object' && a !== null && typeof b === 'object' && b !== null
  const order = isNumber ? compare(a, b) : a === b ? 0 : Number.NaN
  switch (operator) {
    case '=':
      return order === 0
    case '!=':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

export function showSample(sample: Sample, type: Type): string {
  if (sample === null) return 'null'
  if (typeof sample === 'string') return `"${sample}"`
  if (typeof sample === 'boolean') return String(sample)
  if (type.kind === 'date') return epoch.add({ days: Number(toText(sample)) }).toString()
  return toDecimal(sample)
}
