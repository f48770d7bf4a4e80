/** The tree of an untyped formula: all of FEEL, names not yet looked up. */
import type { ArithmeticOperator, ComparisonOperator } from '../syntax/tree.ts'

export type UntypedArithmetic = ArithmeticOperator | '**'

export interface Iteration {
  readonly variable: string
  readonly over: Tree
  /** `1..n`, which runs both ways. */
  readonly to: Tree | null
}

export type TypeTree =
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'list' | 'range'; readonly of: TypeTree }
  | { readonly kind: 'context'; readonly entries: readonly (readonly [string, TypeTree])[] }
  | { readonly kind: 'function'; readonly parameters: readonly TypeTree[]; readonly result: TypeTree }

export type Tree =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  /** `@"…"` */
  | { readonly kind: 'at'; readonly text: string }
  /** A name, or `?` for the value under test. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'path'; readonly of: Tree; readonly name: string }
  | { readonly kind: 'filter'; readonly of: Tree; readonly condition: Tree }
  | { readonly kind: 'negate'; readonly of: Tree }
  | { readonly kind: 'arithmetic'; readonly operator: UntypedArithmetic; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'comparison'; readonly operator: ComparisonOperator; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'between'; readonly of: Tree; readonly low: Tree; readonly high: Tree }
  | { readonly kind: 'in'; readonly of: Tree; readonly tests: readonly Tree[] }
  | { readonly kind: 'and' | 'or'; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'if'; readonly condition: Tree; readonly whenTrue: Tree; readonly whenFalse: Tree }
  | { readonly kind: 'for'; readonly iterations: readonly Iteration[]; readonly body: Tree }
  | {
      readonly kind: 'quantified'
      readonly quantifier: 'some' | 'every'
      readonly iterations: readonly Iteration[]
      readonly condition: Tree
    }
  | { readonly kind: 'list'; readonly items: readonly Tree[] }
  | { readonly kind: 'context'; readonly entries: readonly (readonly [string, Tree])[] }
  | {
      readonly kind: 'range'
      readonly low: Tree
      readonly high: Tree
      readonly includesLow: boolean
      readonly includesHigh: boolean
    }
  /** `< 10` without a left side: a test, or a range that is open on one end. */
  | { readonly kind: 'test'; readonly operator: ComparisonOperator; readonly value: Tree }
  | { readonly kind: 'instance of'; readonly of: Tree; readonly type: TypeTree }
  | {
      readonly kind: 'function'
      readonly parameters: readonly { readonly name: string; readonly type: TypeTree | null }[]
      readonly external: boolean
      readonly body: Tree
    }
  | { readonly kind: 'call'; readonly callee: Tree; readonly arguments: readonly Tree[] }
  | {
      readonly kind: 'call by name'
      readonly callee: Tree
      readonly arguments: readonly (readonly [string, Tree])[]
    }

/** A cell of a decision table, or the values that a type allows: anything, or one of the tests, or none of them. */
export type CellTree = 'any' | { readonly negated: boolean; readonly tests: readonly Tree[] }

/** The parts of a tree, for whoever looks at all of it. */
export function parts(tree: Tree): readonly Tree[] {
  switch (tree.kind) {
    case 'path':
    case 'negate':
    case 'instance of':
      return [tree.of]
    case 'filter':
      return [tree.of, tree.condition]
    case 'arithmetic':
    case 'comparison':
    case 'and':
    case 'or':
      return [tree.left, tree.right]
    case 'between':
      return [tree.of, tree.low, tree.high]
    case 'in':
      return [tree.of, ...tree.tests]
    case 'if':
      return [tree.condition, tree.whenTrue, tree.whenFalse]
    case 'for':
      return [...iterated(tree.iterations), tree.body]
    case 'quantified':
      return [...iterated(tree.iterations), tree.condition]
    case 'list':
      return tree.items
    case 'context':
      return tree.entries.map(([, value]) => value)
    case 'range':
      return [tree.low, tree.high]
    case 'test':
      return [tree.value]
    case 'function':
      return [tree.body]
    case 'call':
      return [tree.callee, ...tree.arguments]
    case 'call by name':
      return [tree.callee, ...tree.arguments.map(([, value]) => value)]
    default:
      return []
  }
}

function iterated(iterations: readonly Iteration[]): Tree[] {
  return iterations.flatMap(({ over, to }) => (to ? [over, to] : [over]))
}
