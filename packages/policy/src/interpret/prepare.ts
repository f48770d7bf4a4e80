/**
 * The checked tree → a function that computes it for one household. Prepared once per programme and day; no
 * name is looked up and no text is read while households are evaluated.
 */
import type { Checked, CheckedTest } from '../check/checked.ts'
import { add, divide, multiply, negate, type Rational, subtract } from '../rational/rational.ts'
import type { ComparisonOperator } from '../syntax/tree.ts'
import { prepareCall } from './functions.ts'
import type { Run } from './run.ts'
import { type Months, order, sameValue, type Value } from './value.ts'

export type Prepared = (run: Run) => Value

/** Where names have their place in a run. */
export interface Slots {
  readonly fields: ReadonlyMap<string, number>
  readonly rules: ReadonlyMap<string, number>
  readonly parameters: ReadonlyMap<string, number>
}

export function prepare(tree: Checked, slots: Slots): Prepared {
  const sub = (inner: Checked) => prepare(inner, slots)
  switch (tree.kind) {
    case 'number':
    case 'text':
    case 'yes-no':
    case 'date': {
      const { value } = tree
      return () => value
    }
    case 'null':
      return () => null
    case 'duration': {
      const value = { months: tree.months }
      return () => value
    }
    case 'day-of-evaluation':
      return run => run.day
    case 'field':
    case 'rule':
    case 'parameter':
      return prepareName(tree, slots)
    case 'part':
      return preparePart(tree.part, sub(tree.of))
    case 'negate': {
      const of = sub(tree.of)
      return run => negate(of(run) as Rational)
    }
    case 'not': {
      const of = sub(tree.of)
      return run => !of(run)
    }
    case 'arithmetic':
      return prepareArithmetic(tree, slots)
    case 'comparison':
      return prepareComparison(tree.operator, sub(tree.left), sub(tree.right))
    case 'in':
      return prepareIn(sub(tree.of), tree.tests, slots)
    case 'and': {
      const [left, right] = [sub(tree.left), sub(tree.right)]
      return run => left(run) && right(run)
    }
    case 'or': {
      const [left, right] = [sub(tree.left), sub(tree.right)]
      return run => left(run) || right(run)
    }
    case 'if': {
      const [condition, whenTrue, whenFalse] = [sub(tree.condition), sub(tree.whenTrue), sub(tree.whenFalse)]
      return run => (condition(run) ? whenTrue(run) : whenFalse(run))
    }
    case 'each':
      return prepareEach(tree, slots)
    case 'quantified':
      return prepareQuantified(tree, slots)
    case 'list': {
      const items = tree.items.map(sub)
      return run => items.map(item => item(run))
    }
    case 'call':
      return prepareCall(tree.callee, tree.arguments.map(sub))
  }
}

function prepareName(tree: Checked & { kind: 'field' | 'rule' | 'parameter' }, slots: Slots): Prepared {
  if (tree.kind === 'parameter') {
    const slot = slots.parameters.get(tree.name)!
    return run => run.parameter(slot)
  }
  const slot = (tree.kind === 'field' ? slots.fields : slots.rules).get(tree.name)!
  const { row } = tree
  if (tree.kind === 'field')
    return row === 'household' ? run => run.fact(slot, -1) : run => run.fact(slot, run.rows[row]!)
  return row === 'household' ? run => run.rule(slot, -1) : run => run.rule(slot, run.rows[row]!)
}

function preparePart(part: string, of: Prepared): Prepared {
  const number = (n: number): Rational => ({ n: BigInt(n), d: 1n })
  if (part === 'years') return run => number(Math.trunc((of(run) as Months).months / 12))
  if (part === 'months') return run => number((of(run) as Months).months % 12)
  const key = part as 'year' | 'month' | 'day'
  return run => number((of(run) as Temporal.PlainDate)[key])
}

function prepareArithmetic(tree: Checked & { kind: 'arithmetic' }, slots: Slots): Prepared {
  const [left, right] = [prepare(tree.left, slots), prepare(tree.right, slots)]
  if (tree.type.kind === 'date') {
    const sign = tree.operator === '+' ? 1 : -1
    return run => (left(run) as Temporal.PlainDate).add({ months: sign * (right(run) as Months).months })
  }
  const apply = { '+': add, '-': subtract, '*': multiply, '/': divide }[tree.operator]
  return run => apply(left(run) as Rational, right(run) as Rational)
}

function prepareComparison(operator: ComparisonOperator, left: Prepared, right: Prepared): Prepared {
  return run => holds(operator, left(run), right(run))
}

function holds(operator: ComparisonOperator, a: Value, b: Value): boolean {
  switch (operator) {
    case '=':
      return sameValue(a, b)
    case '!=':
      return !sameValue(a, b)
    case '<':
      return order(a, b) < 0
    case '<=':
      return order(a, b) <= 0
    case '>':
      return order(a, b) > 0
    case '>=':
      return order(a, b) >= 0
  }
}

function prepareIn(of: Prepared, tests: readonly CheckedTest[], slots: Slots): Prepared {
  const prepared = tests.map(test => prepareTest(test, slots))
  return run => {
    const value = of(run)
    return prepared.some(test => test(run, value))
  }
}

function prepareTest(test: CheckedTest, slots: Slots): (run: Run, value: Value) => boolean {
  if (test.kind === 'compare') {
    const other = prepare(test.value, slots)
    return (run, value) => holds(test.operator, value, other(run))
  }
  const [low, high] = [prepare(test.low, slots), prepare(test.high, slots)]
  const [above, below]: ComparisonOperator[] = [test.includesLow ? '>=' : '>', test.includesHigh ? '<=' : '<']
  return (run, value) => holds(above!, value, low(run)) && holds(below!, value, high(run))
}

function prepareEach(tree: Checked & { kind: 'each' }, slots: Slots): Prepared {
  const condition = tree.condition && prepare(tree.condition, slots)
  const body = prepare(tree.body, slots)
  const { row } = tree
  return run => {
    const values: Value[] = []
    for (let member = 0; member < run.size; member++) {
      run.rows[row] = member
      if (!condition || condition(run)) values.push(body(run))
    }
    return values
  }
}

function prepareQuantified(tree: Checked & { kind: 'quantified' }, slots: Slots): Prepared {
  const filter = tree.filter && prepare(tree.filter, slots)
  const condition = prepare(tree.condition, slots)
  const { row } = tree
  const wanted = tree.quantifier === 'some'
  return run => {
    for (let member = 0; member < run.size; member++) {
      run.rows[row] = member
      if (filter && !filter(run)) continue
      if (condition(run) === wanted) return wanted
    }
    return !wanted
  }
}
