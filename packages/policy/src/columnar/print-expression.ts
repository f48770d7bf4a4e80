/**
 * Whole numbers and truths as JavaScript. Truths are 0 and 1 joined with `&` and `|`, and a choice between something
 * and nothing is a product: what costs time is the processor guessing a branch wrong, not arithmetic.
 */
import type { Row } from '../check/checked.ts'
import type { Truth, Whole, WholeRounding } from '../lowering/lowered.ts'
import { added, isNotNegative, only } from '../lowering/whole-range.ts'
import { fitsInt } from './column-values.ts'

/** Where a printed expression finds what it reads. */
export interface Surroundings {
  column(column: number, row: Row): string
  step(step: number, row: Row): string
  /** The value that stands for "missing" in a column, or null when none can be missing. */
  missing(column: number): number | null
}

export function printWhole(e: Whole, at: Surroundings): string {
  const sub = (part: Whole) => printWhole(part, at)
  switch (e.kind) {
    case 'constant':
      return e.value < 0n ? `(${e.value})` : String(e.value)
    case 'column':
      return at.column(e.column, e.row)
    case 'step':
      return at.step(e.step, e.row)
    case 'add':
      return asInt(e, `${sub(e.left)} + ${sub(e.right)}`)
    case 'subtract':
      return asInt(e, `${sub(e.left)} - ${sub(e.right)}`)
    case 'multiply':
      return product(e, sub(e.left), sub(e.right))
    case 'negate':
      return asInt(e, `0 - ${sub(e.of)}`)
    case 'absolute':
      return `Math.abs(${sub(e.of)})`
    case 'least':
      return `Math.min(${sub(e.left)}, ${sub(e.right)})`
    case 'greatest':
      return `Math.max(${sub(e.left)}, ${sub(e.right)})`
    case 'quotient':
      return printQuotient(e, sub(e.of), sub(e.by))
    case 'remainder':
      return isNotNegative(e.of.range) ? `(${sub(e.of)} % ${sub(e.by)})` : `modulo(${sub(e.of)}, ${sub(e.by)})`
    case 'select':
      return printSelect(e, at)
    case 'date-part':
      return printPart(e.part, sub(e.of))
    case 'months-between':
      return `monthsBetween(${sub(e.start)}, ${sub(e.end)})`
    case 'add-months':
      return `addMonths(${sub(e.of)}, ${sub(e.months)})`
    case 'reduce':
      throw new Error('a loop stands at the top of a step')
  }
}

/** Whole numbers of 32 bits are told so; the rest are doubles that hold whole numbers. */
function asInt({ range }: Whole, text: string): string {
  return fitsInt(range) ? `(${text} | 0)` : `(${text})`
}

function product({ range }: Whole, left: string, right: string): string {
  return fitsInt(range) ? `Math.imul(${left}, ${right})` : `(${left} * ${right})`
}

/** In 32 bits a choice is a mask, so that nothing is guessed; in doubles one side may still be a product. */
function printSelect(e: Whole & { kind: 'select' }, at: Surroundings): string {
  const condition = printTruth(e.condition, at)
  const [a, b] = [e.whenTrue, e.whenFalse]
  if (fitsInt(e.range)) return masked(condition, a, b, at)
  if (isZero(b)) return `(${condition} * ${printWhole(a, at)})`
  return `(${condition} ? ${printWhole(a, at)} : ${printWhole(b, at)})`
}

function masked(condition: string, a: Whole, b: Whole, at: Surroundings): string {
  if (a.kind === 'constant' && b.kind === 'constant' && b.value !== 0n)
    return `(${b.value} + (${a.value - b.value} & -${condition}))`
  if (isZero(b)) return isOne(a) ? condition : `(${printWhole(a, at)} & -${condition})`
  const otherwise = `(${printWhole(b, at)} & ${condition} - 1)`
  return isZero(a) ? otherwise : `(${printWhole(a, at)} & -${condition} | ${otherwise})`
}

function isZero(e: Whole): boolean {
  return e.kind === 'constant' && e.value === 0n
}

function isOne(e: Whole): boolean {
  return e.kind === 'constant' && e.value === 1n
}

const roundings: Readonly<Record<WholeRounding, (of: string, by: string) => string>> = {
  floor: (of, by) => `Math.floor(${of} / ${by})`,
  ceiling: (of, by) => `Math.ceil(${of} / ${by})`,
  down: (of, by) => `Math.trunc(${of} / ${by})`,
  up: (of, by) => `up(${of}, ${by})`,
  'half up': (of, by) => `halfUp(${of}, ${by})`,
  'half down': (of, by) => `halfDown(${of}, ${by})`,
  'half even': (of, by) => `halfEven(${of}, ${by})`,
}

function printQuotient(e: Whole & { kind: 'quotient' }, of: string, by: string): string {
  const cutsOff = e.rounding === 'down' || (e.rounding === 'floor' && isNotNegative(e.of.range))
  if (cutsOff && fitsInt(e.of.range)) return `(${of} / ${by} | 0)`
  return pushedOver(e, of) ?? roundings[e.rounding](of, by)
}

/**
 * A 32-bit division by a constant cuts off without a real division; what has to go up is pushed over the next multiple
 * first, what has to go down below the last.
 */
function pushedOver({ rounding, of: { kind, range }, by }: Whole & { kind: 'quotient' }, of: string): string | null {
  if (by.kind !== 'constant' || (kind !== 'step' && kind !== 'column')) return null
  const push = rounding === 'ceiling' ? by.value - 1n : rounding === 'floor' ? 1n - by.value : 0n
  if (push === 0n || !fitsInt(range) || !fitsInt(added(range, only(push)))) return null
  const always = rounding === 'ceiling' && isNotNegative(range)
  const pushed = always ? push : `(${push} & -(${of} ${push > 0n ? '>' : '<'} 0))`
  return `((${of} + ${pushed}) / ${by.value} | 0)`
}

function printPart(part: 'year' | 'month' | 'day', date: string): string {
  if (part === 'year') return `(${date} >> 9)`
  return part === 'month' ? `(${date} >> 5 & 15)` : `(${date} & 31)`
}

export function printTruth(e: Truth, at: Surroundings): string {
  const sub = (part: Truth) => printTruth(part, at)
  switch (e.kind) {
    case 'always':
      return e.value ? '1' : '0'
    case 'column': {
      const value = at.column(e.column, e.row)
      return at.missing(e.column) === null ? value : `+(${value} === 1)`
    }
    case 'step':
      return at.step(e.step, e.row)
    case 'and':
      return `(${sub(e.left)} & ${sub(e.right)})`
    case 'or':
      return `(${sub(e.left)} | ${sub(e.right)})`
    case 'not':
      return `(${sub(e.of)} ^ 1)`
    case 'compare':
      return `+(${printWhole(e.left, at)} ${operators[e.operator]} ${printWhole(e.right, at)})`
    case 'missing': {
      const sentinel = at.missing(e.column)
      return sentinel === null ? '0' : `+(${at.column(e.column, e.row)} === ${sentinel})`
    }
    case 'select':
      return `(${sub(e.condition)} ? ${sub(e.whenTrue)} : ${sub(e.whenFalse)})`
    case 'too-large':
      return `+(Math.abs(${printWhole(e.of, at)}) > ${Number.MAX_SAFE_INTEGER})`
    case 'some':
    case 'every':
      throw new Error('a loop stands at the top of a step')
  }
}

const operators = { '=': '===', '!=': '!==', '<': '<', '<=': '<=', '>': '>', '>=': '>=' } as const
