/**
 * The checked tree: every name resolved, every node typed. The interpreter runs it as it stands, and the
 * compilers to come read the same tree, so that no reader of a formula decides anything on its own.
 */
import type { Rational } from '../rational/rational.ts'
import type { Type } from '../schema/type.ts'
import type { ArithmeticOperator, ComparisonOperator, Span } from '../syntax/tree.ts'

/** Which member a name is about: the household itself, or the row bound by the n-th loop around it. */
export type Row = 'household' | number

export type Checked = Span & { readonly type: Type } & CheckedNode

type CheckedNode =
  | { readonly kind: 'number'; readonly value: Rational }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'yes-no'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'date'; readonly value: Temporal.PlainDate }
  | { readonly kind: 'duration'; readonly months: number }
  | { readonly kind: 'day-of-evaluation' }
  | { readonly kind: 'field' | 'rule'; readonly name: string; readonly row: Row }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'part'; readonly part: Part; readonly of: Checked }
  | { readonly kind: 'negate' | 'not'; readonly of: Checked }
  | {
      readonly kind: 'arithmetic'
      readonly operator: ArithmeticOperator
      readonly left: Checked
      readonly right: Checked
    }
  | {
      readonly kind: 'comparison'
      readonly operator: ComparisonOperator
      readonly left: Checked
      readonly right: Checked
    }
  | { readonly kind: 'in'; readonly of: Checked; readonly tests: readonly CheckedTest[] }
  | { readonly kind: 'and' | 'or'; readonly left: Checked; readonly right: Checked }
  | { readonly kind: 'if'; readonly condition: Checked; readonly whenTrue: Checked; readonly whenFalse: Checked }
  /** `body` for each member bound to `row`, if `condition` holds for it. */
  | { readonly kind: 'each'; readonly row: number; readonly condition: Checked | null; readonly body: Checked }
  | {
      readonly kind: 'quantified'
      readonly quantifier: 'some' | 'every'
      readonly row: number
      readonly filter: Checked | null
      readonly condition: Checked
    }
  | { readonly kind: 'list'; readonly items: readonly Checked[] }
  | { readonly kind: 'call'; readonly callee: FunctionName; readonly arguments: readonly Checked[] }

export type CheckedTest =
  | { readonly kind: 'compare'; readonly operator: ComparisonOperator; readonly value: Checked }
  | {
      readonly kind: 'range'
      readonly low: Checked
      readonly high: Checked
      readonly includesLow: boolean
      readonly includesHigh: boolean
    }

export type Part = 'year' | 'month' | 'day' | 'years' | 'months'

export const functionNames = [
  'sum',
  'count',
  'min',
  'max',
  'mean',
  'ceiling',
  'floor',
  'abs',
  'modulo',
  'even',
  'odd',
  'decimal',
  'round up',
  'round down',
  'round half up',
  'round half down',
  'list contains',
  'all',
  'any',
  'years and months duration',
] as const
export type FunctionName = (typeof functionNames)[number]
