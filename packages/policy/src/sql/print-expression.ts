/** Whole numbers and truths of a lowered programme as SQL. No value is ever null: a truth is true or false. */
import type { Row } from '../check/checked.ts'
import type { CompareOperator, Truth, Whole } from '../lowering/lowered.ts'
import { addMonths, datePart, monthsBetween } from './calendar.ts'
import { quotient, remainder } from './division.ts'
import {
  add,
  call,
  choose,
  constant,
  type Fresh,
  multiply,
  named,
  negate,
  subtract,
  typed,
  type WholeNumber,
  within,
} from './whole-number.ts'

/** Where a printed expression finds what it reads. */
export interface Surroundings {
  column(column: number, row: Row): string
  /** Null where the step is no value of the rows at hand, but written out in its place. */
  step(step: number, row: Row): string | null
  written(step: number): Whole | Truth
  /** Null when the column can miss nothing. */
  missing(column: number, row: Row): string | null
  readonly fresh: Fresh
}

export function printWhole(e: Whole, at: Surroundings): string {
  return typed(wholeNumber(e, at))
}

export function wholeNumber(e: Whole, at: Surroundings): WholeNumber {
  return within(unbounded(e, at), e.range)
}

function unbounded(e: Whole, at: Surroundings): WholeNumber {
  const sub = (part: Whole) => wholeNumber(part, at)
  switch (e.kind) {
    case 'constant':
      return constant(e.value)
    case 'column':
      return named(at.column(e.column, e.row), e.range)
    case 'step': {
      const name = at.step(e.step, e.row)
      return name === null ? sub(at.written(e.step) as Whole) : named(name, e.range)
    }
    case 'add':
      return add(sub(e.left), sub(e.right))
    case 'subtract':
      return subtract(sub(e.left), sub(e.right))
    case 'multiply':
      return multiply(sub(e.left), sub(e.right))
    case 'negate':
      return negate(sub(e.of))
    case 'absolute':
      return call('abs', [sub(e.of)], e.range)
    case 'least':
    case 'greatest':
      return call(e.kind, [sub(e.left), sub(e.right)], e.range)
    case 'quotient':
      return quotient(e.rounding, sub(e.of), sub(e.by), at.fresh)
    case 'remainder':
      return remainder(sub(e.of), sub(e.by), at.fresh)
    case 'select':
      return choose(printTruth(e.condition, at), sub(e.whenTrue), sub(e.whenFalse), e.range)
    case 'date-part':
      return { text: datePart(e.part, printWhole(e.of, at)), range: e.range, short: false }
    case 'months-between':
      return monthsBetween(sub(e.start), sub(e.end), e.range, at.fresh)
    case 'add-months':
      return addMonths(sub(e.of), sub(e.months), e.range, at.fresh)
    case 'reduce':
      throw new Error('a loop stands at the top of a step')
  }
}

export function printTruth(e: Truth, at: Surroundings): string {
  const sub = (part: Truth) => printTruth(part, at)
  switch (e.kind) {
    case 'always':
      return String(e.value)
    case 'column':
      return at.column(e.column, e.row)
    case 'step':
      return at.step(e.step, e.row) ?? sub(at.written(e.step) as Truth)
    case 'and':
    case 'or':
      return `(${sub(e.left)} ${e.kind} ${sub(e.right)})`
    case 'not':
      return `(not ${sub(e.of)})`
    case 'compare':
      return `(${printWhole(e.left, at)} ${operators[e.operator]} ${wholeNumber(e.right, at).text})`
    case 'missing':
      return at.missing(e.column, e.row) ?? 'false'
    case 'select':
      return `(case when ${sub(e.condition)} then ${sub(e.whenTrue)} else ${sub(e.whenFalse)} end)`
    case 'too-large':
      throw new Error('nothing is too large for numeric')
    case 'some':
    case 'every':
      throw new Error('a loop stands at the top of a step')
  }
}

const operators: Readonly<Record<CompareOperator, string>> = {
  '=': '=',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
}
