/**
 * Works out a tree. Nothing throws for a value that does not fit: FEEL answers null, and goes on. What does throw is a
 * formula that would never end.
 */
import type { ComparisonOperator } from '../syntax/tree.ts'
import { calculate, negated } from './arithmetic.ts'
import { and, compared, makeRange, or, passes, type Truth } from './compare.ts'
import { anyType, isInstance } from './feel-type.ts'
import { bound, makeFunction } from './function-value.ts'
import { builtIn } from './functions/built-in.ts'
import { runOver } from './loops.ts'
import { readMoment } from './moment.ts'
import { property } from './property.ts'
import { canonicalName } from './read.ts'
import { type Scope, TooMuch } from './scope.ts'
import { type CellTree, type Iteration, parts, type Tree } from './tree.ts'
import {
  type Arguments,
  type ContextValue,
  is,
  isContext,
  isList,
  type ListValue,
  readNumber,
  type Value,
  wholeIn,
} from './value.ts'

/** `partial` grows with every turn. */
const mostLookedBackAt = 10_000

export function evaluateTree(tree: Tree, scope: Scope): Value {
  scope.step()
  switch (tree.kind) {
    case 'number':
      return readNumber(tree.text)
    case 'string':
    case 'boolean':
      return tree.value
    case 'null':
      return null
    case 'at':
      return readMoment(tree.text)
    case 'name':
      return named(tree.name, scope)
    case 'path':
      return follow(evaluateTree(tree.of, scope), tree.name)
    case 'filter':
      return filter(evaluateTree(tree.of, scope), tree.condition, scope)
    case 'negate':
      return negated(evaluateTree(tree.of, scope))
    case 'arithmetic':
      return calculate(tree.operator, evaluateTree(tree.left, scope), evaluateTree(tree.right, scope))
    case 'comparison':
      return compared(tree.operator, evaluateTree(tree.left, scope), evaluateTree(tree.right, scope))
    case 'between':
      return between(evaluateTree(tree.of, scope), evaluateTree(tree.low, scope), evaluateTree(tree.high, scope))
    case 'in':
      return isIn(evaluateTree(tree.of, scope), tree.tests, scope)
    case 'and':
      return and(truth(evaluateTree(tree.left, scope)), truth(evaluateTree(tree.right, scope)))
    case 'or':
      return or(truth(evaluateTree(tree.left, scope)), truth(evaluateTree(tree.right, scope)))
    case 'if':
      return evaluateTree(evaluateTree(tree.condition, scope) === true ? tree.whenTrue : tree.whenFalse, scope)
    case 'for':
      return iterate(tree.iterations, tree.body, scope)
    case 'quantified':
      return quantify(tree.quantifier, tree.iterations, tree.condition, scope)
    case 'list':
      return tree.items.map(item => evaluateTree(item, scope))
    case 'context':
      return makeContext(tree.entries, scope)
    case 'range':
      return makeRange(evaluateTree(tree.low, scope), evaluateTree(tree.high, scope), tree)
    case 'test':
      return openRange(tree.operator, evaluateTree(tree.value, scope))
    case 'instance of': {
      const type = scope.type(tree.type)
      return type && isInstance(evaluateTree(tree.of, scope), type)
    }
    case 'function':
      return functionLiteral(tree, scope)
    case 'call':
      return invoke(evaluateTree(tree.callee, scope), {
        by: 'position',
        values: tree.arguments.map(argument => evaluateTree(argument, scope)),
      })
    case 'call by name':
      return invoke(evaluateTree(tree.callee, scope), {
        by: 'name',
        values: new Map(tree.arguments.map(([name, argument]) => [name, evaluateTree(argument, scope)])),
      })
  }
}

/** A name in scope hides the function of the standard that is called the same, even where its value is null. */
function named(name: string, scope: Scope): Value {
  const value = scope.get(name)
  return value === undefined ? (builtIn(name) ?? null) : value
}

/** Whether a value passes a cell: one of its tests, or a condition about `?` that is true. */
export function passesCell(value: Value, cell: CellTree, scope: Scope): boolean {
  if (cell === 'any') return true
  const inner = scope.with(new Map([['?', value]]))
  const passed = cell.tests.some(test => passesTest(value, test, inner) === true)
  if (!cell.negated) return passed
  return !passed && cell.tests.every(test => passesTest(value, test, inner) !== null)
}

function passesTest(value: Value, test: Tree, scope: Scope): Truth {
  const result = evaluateTree(test, scope)
  return asksAboutValue(test) ? truth(result) : passes(value, result)
}

function asksAboutValue(tree: Tree): boolean {
  return mentions(tree, '?')
}

function mentions(tree: Tree, name: string): boolean {
  return tree.kind === 'name' ? tree.name === name : parts(tree).some(part => mentions(part, name))
}

function truth(value: Value): Truth {
  return typeof value === 'boolean' ? value : null
}

function invoke(callee: Value, given: Arguments): Value {
  return is(callee, 'function') ? callee.call(given) : null
}

function follow(value: Value, name: string): Value {
  if (isList(value)) return value.map(item => follow(item, name))
  return isContext(value) ? entry(value, name) : property(value, name)
}

function entry(context: ContextValue, name: string): Value {
  if (context.has(name)) return context.get(name)!
  for (const [key, value] of context) if (canonicalName(key) === name) return value
  return null
}

/** A number picks a place, from the end if negative; a condition picks items. What is no list is a list of one. */
function filter(value: Value, condition: Tree, scope: Scope): Value {
  if (value === null) return null
  const list = isList(value) ? value : [value]
  const first = evaluateTree(condition, itemScope(list[0] ?? null, scope))
  if (is(first, 'number')) return at(list, first)
  return list.filter(item => evaluateTree(condition, itemScope(item, scope)) === true)
}

function itemScope(item: Value, scope: Scope): Scope {
  const named = new Map<string, Value>([['item', item]])
  if (isContext(item)) for (const [name, value] of item) named.set(name, value)
  return scope.with(named)
}

function at(list: ListValue, place: Value): Value {
  const position = wholeIn(place)
  if (position === null || position === 0) return null
  return list[position > 0 ? position - 1 : list.length + position] ?? null
}

function between(value: Value, low: Value, high: Value): Truth {
  return and(compared('>=', value, low), compared('<=', value, high))
}

function isIn(value: Value, tests: readonly Tree[], scope: Scope): Truth {
  const inner = scope.with(new Map([['?', value]]))
  return tests.map(test => passesTest(value, test, inner)).reduce(or, false)
}

function openRange(operator: ComparisonOperator, end: Value): Value {
  const [below, above] = [!/^(<|!)/.test(operator), !/^(>|!)/.test(operator)]
  const included = /^[<>]?=$/.test(operator)
  return {
    kind: 'range',
    test: { operator, end },
    low: below ? end : null,
    high: above ? end : null,
    includesLow: below && included,
    includesHigh: above && included,
  }
}

function makeContext(entries: readonly (readonly [string, Tree])[], scope: Scope): Value {
  const made = new Map<string, Value>()
  for (const [name, tree] of entries) {
    if (made.has(name)) return null
    made.set(name, evaluateTree(tree, scope.with(made)))
  }
  return made
}

function iterate(iterations: readonly Iteration[], body: Tree, scope: Scope): Value {
  const results: Value[] = []
  const looksBack = mentions(body, 'partial')
  const ran = runOver(iterations, scope, evaluateTree, inner => {
    const seen = looksBack ? inner.with(new Map([['partial', resultsSoFar(results)]])) : inner
    results.push(evaluateTree(body, seen))
  })
  return ran ? results : null
}

/** Copied, as a result may keep it. */
function resultsSoFar(results: readonly Value[]): Value {
  if (results.length > mostLookedBackAt) throw new TooMuch()
  return [...results]
}

function quantify(
  quantifier: 'some' | 'every',
  iterations: readonly Iteration[],
  condition: Tree,
  scope: Scope,
): Value {
  let answer: Truth = quantifier === 'every'
  const ran = runOver(iterations, scope, evaluateTree, inner => {
    const found = truth(evaluateTree(condition, inner))
    answer = quantifier === 'every' ? and(answer, found) : or(answer, found)
  })
  return ran ? answer : null
}

function functionLiteral(tree: Extract<Tree, { kind: 'function' }>, scope: Scope): Value {
  const parameters = tree.parameters.map(({ name, type }) => ({
    name,
    type: (type && scope.type(type)) ?? anyType,
  }))
  if (tree.external) return makeFunction(parameters, anyType, () => null)
  return makeFunction(parameters, anyType, values => evaluateTree(tree.body, scope.with(bound(parameters, values))))
}
