/** What `for`, `some` and `every` run over: lists, ranges of whole numbers or days, one value for itself. */
import { dateAt, dayNumber } from './calendar.ts'
import { compare } from './compare.ts'
import { mostElements, type Scope, TooMuch } from './scope.ts'
import type { Iteration, Tree } from './tree.ts'
import { is, isList, type ListValue, type RangeValue, type Value, wholeIn, wholeNumber } from './value.ts'

type Evaluate = (tree: Tree, scope: Scope) => Value

/** Takes the step for every combination, the last iteration fastest; false where there is nothing to run over. */
export function runOver(
  iterations: readonly Iteration[],
  scope: Scope,
  evaluate: Evaluate,
  step: (scope: Scope) => void,
): boolean {
  const [first, ...rest] = iterations
  if (!first) {
    step(scope)
    return true
  }
  const elements = elementsOf(first, scope, evaluate)
  return (
    elements?.every(element => runOver(rest, scope.with(new Map([[first.variable, element]])), evaluate, step)) ?? false
  )
}

function elementsOf({ over, to }: Iteration, scope: Scope, evaluate: Evaluate): ListValue | null {
  const from = evaluate(over, scope)
  if (to) return steps(from, evaluate(to, scope), true, true)
  if (is(from, 'range')) return from.test === null ? upwards(from) : null
  if (from === null) return null
  return isList(from) ? from : [from]
}

function upwards(range: RangeValue): ListValue | null {
  const order = compare(range.low, range.high)
  return order === null || order > 0 ? null : steps(range.low, range.high, range.includesLow, range.includesHigh)
}

/** Whole numbers or days from one end to the other, in either direction. */
function steps(from: Value, to: Value, includesFirst: boolean, includesLast: boolean): ListValue | null {
  const dates = is(from, 'date') && is(to, 'date')
  const first = is(from, 'date') ? dayNumber(from) : wholeIn(from)
  const last = is(to, 'date') ? dayNumber(to) : wholeIn(to)
  if (first === null || last === null || is(from, 'date') !== is(to, 'date')) return null
  const count = Math.abs(last - first) + 1
  if (count > mostElements) throw new TooMuch()
  const all = Array.from({ length: count }, (_, i) => (first <= last ? first + i : first - i))
  const kept = all.slice(includesFirst ? 0 : 1, includesLast ? count : count - 1)
  return kept.map(n => (dates ? dateAt(n) : wholeNumber(n)))
}
