/**
 * Works out a tree. Nothing throws for a value that does not fit: FEEL answers null, and goes on. What does throw is a
 * formula that would never end.
 */
import type { ComparisonOperator } from '../syntax/tree.ts'
import { calculate, negated } from './arithmetic.ts'
import { dateAt, dayNumber } from './calendar.ts'
import { and, compare, compared, makeRange, or, passes, type Truth } from './compare.ts'
import { anyType, builtInType, type FeelType, isInstance } from './feel-type.ts'
import { bound, makeFunction } from './function-value.ts'
import { builtIn } from './functions/built-in.ts'
import { readMoment } from './moment.ts'
import { property } from './property.ts'
import { canonicalName } from './read.ts'
import { type CellTree, type Iterator, parts, type Tree, type TypeTree } from './tree.ts'
import {
  type ContextValue,
  is,
  isContext,
  isList,
  type ListValue,
  type RangeValue,
  readNumber,
  type Value,
  wholeIn,
  wholeNumber,
} from './value.ts'

/** Names and types that a formula may use. */
export class Scope {
  readonly #values: ReadonlyMap<string, Value>
  readonly #parent: Scope | null
  readonly #types: ((name: string) => FeelType | null) | null

  constructor(
    values: ReadonlyMap<string, Value> = new Map(),
    parent: Scope | null = null,
    types: ((name: string) => FeelType | null) | null = null,
  ) {
    this.#values = new Map([...values].map(([name, value]) => [canonicalName(name), value]))
    this.#parent = parent
    this.#types = types
  }

  with(values: ReadonlyMap<string, Value>): Scope {
    return new Scope(values, this)
  }

  get(name: string): Value | undefined {
    return this.#values.has(name) ? this.#values.get(name)! : this.#parent?.get(name)
  }

  type(name: string): FeelType | null {
    return builtInType(name) ?? this.#types?.(name) ?? this.#parent?.type(name) ?? null
  }
}

/** A formula that asks for more than this many elements is a mistake, not a calculation. */
const mostElements = 1_000_000

export class TooMuch extends Error {}

export function evaluateTree(tree: Tree, scope: Scope): Value {
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
      return scope.get(tree.name) ?? builtIn(tree.name) ?? null
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
      return iterate(tree.iterators, tree.body, scope)
    case 'quantified':
      return quantify(tree.quantifier, tree.iterators, tree.condition, scope)
    case 'list':
      return tree.items.map(item => evaluateTree(item, scope))
    case 'context':
      return makeContext(tree.entries, scope)
    case 'range':
      return makeRange(evaluateTree(tree.low, scope), evaluateTree(tree.high, scope), tree)
    case 'test':
      return openRange(tree.operator, evaluateTree(tree.value, scope))
    case 'instance of': {
      const type = typeOf(tree.type, scope)
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

function invoke(callee: Value, given: Parameters<Extract<Value, { kind: 'function' }>['call']>[0]): Value {
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

function iterate(iterators: readonly Iterator[], body: Tree, scope: Scope): Value {
  const results: Value[] = []
  const looksBack = mentions(body, 'partial')
  const step = (inner: Scope) => {
    if (results.length >= mostElements) throw new TooMuch('too many elements')
    const seen = looksBack ? inner.with(new Map([['partial', [...results]]])) : inner
    results.push(evaluateTree(body, seen))
    return true
  }
  return run(iterators, scope, step) ? results : null
}

function quantify(quantifier: 'some' | 'every', iterators: readonly Iterator[], condition: Tree, scope: Scope): Value {
  const truths: Truth[] = []
  const step = (inner: Scope) => truths.push(truth(evaluateTree(condition, inner))) > 0
  if (!run(iterators, scope, step)) return null
  return quantifier === 'some' ? truths.reduce(or, false) : truths.reduce(and, true)
}

/** Runs the step for every combination, the last iterator fastest; false where there is nothing to run over. */
function run(iterators: readonly Iterator[], scope: Scope, step: (scope: Scope) => boolean): boolean {
  const [first, ...rest] = iterators
  if (!first) return step(scope)
  const elements = elementsOf(first, scope)
  return elements?.every(element => run(rest, scope.with(new Map([[first.variable, element]])), step)) ?? false
}

function elementsOf({ over, to }: Iterator, scope: Scope): ListValue | null {
  const from = evaluateTree(over, scope)
  if (to) return steps(from, evaluateTree(to, scope), true, true)
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
  if (count > mostElements) throw new TooMuch('too many elements')
  const all = Array.from({ length: count }, (_, i) => (first <= last ? first + i : first - i))
  const kept = all.slice(includesFirst ? 0 : 1, includesLast ? count : count - 1)
  return kept.map(n => (dates ? dateAt(n) : wholeNumber(n)))
}

function functionLiteral(tree: Extract<Tree, { kind: 'function' }>, scope: Scope): Value {
  const parameters = tree.parameters.map(({ name, type }) => ({
    name,
    type: type ? (typeOf(type, scope) ?? anyType) : anyType,
  }))
  if (tree.external) return makeFunction(parameters, anyType, () => null)
  return makeFunction(parameters, anyType, values => evaluateTree(tree.body, scope.with(bound(parameters, values))))
}

export function typeOf(tree: TypeTree, scope: Scope): FeelType | null {
  switch (tree.kind) {
    case 'named':
      return scope.type(tree.name)
    case 'list':
    case 'range': {
      const of = typeOf(tree.of, scope)
      return of && { is: tree.kind, of }
    }
    case 'context': {
      const entries = tree.entries.map(([name, type]) => [name, typeOf(type, scope)] as const)
      return entries.some(([, type]) => type === null)
        ? null
        : { is: 'context', entries: new Map(entries as [string, FeelType][]) }
    }
    case 'function': {
      const [result, ...parameters] = [tree.result, ...tree.parameters].map(type => typeOf(type, scope))
      if (!result || parameters.some(type => type === null)) return null
      return { is: 'function', parameters: parameters as FeelType[], result }
    }
  }
}
