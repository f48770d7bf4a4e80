/**
 * The formula tree as written, before names are known. It is ours: no type of the parser library appears
 * outside `parse.ts`, so that the library can be replaced. `from` and `to` are offsets into the formula text.
 */
export interface Span {
  readonly from: number
  readonly to: number
}

export type ArithmeticOperator = '+' | '-' | '*' | '/'
export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>='

export type Expression = Span &
  (
    | { readonly kind: 'number'; readonly text: string }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'yes-no'; readonly value: boolean }
    | { readonly kind: 'null' }
    | { readonly kind: 'date'; readonly text: string }
    | { readonly kind: 'duration'; readonly text: string }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'path'; readonly of: Expression; readonly name: string }
    | { readonly kind: 'negate'; readonly of: Expression }
    | { readonly kind: 'not'; readonly of: Expression }
    | {
        readonly kind: 'arithmetic'
        readonly operator: ArithmeticOperator
        readonly left: Expression
        readonly right: Expression
      }
    | {
        readonly kind: 'comparison'
        readonly operator: ComparisonOperator
        readonly left: Expression
        readonly right: Expression
      }
    | { readonly kind: 'between'; readonly of: Expression; readonly low: Expression; readonly high: Expression }
    | { readonly kind: 'in'; readonly of: Expression; readonly tests: readonly InTest[] }
    | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
    | {
        readonly kind: 'if'
        readonly condition: Expression
        readonly whenTrue: Expression
        readonly whenFalse: Expression
      }
    | { readonly kind: 'for'; readonly variable: string; readonly over: Expression; readonly body: Expression }
    | {
        readonly kind: 'quantified'
        readonly quantifier: 'some' | 'every'
        readonly variable: string
        readonly over: Expression
        readonly condition: Expression
      }
    | { readonly kind: 'filter'; readonly of: Expression; readonly condition: Expression }
    | { readonly kind: 'list'; readonly items: readonly Expression[] }
    | { readonly kind: 'call'; readonly callee: string; readonly arguments: readonly Expression[] }
  )

/** One alternative to the right of `in`: a value, a comparison (`> 3`) or a range with open or closed ends. */
export type InTest =
  | { readonly kind: 'value'; readonly value: Expression }
  | { readonly kind: 'compare'; readonly operator: ComparisonOperator; readonly value: Expression }
  | {
      readonly kind: 'range'
      readonly low: Expression
      readonly high: Expression
      readonly includesLow: boolean
      readonly includesHigh: boolean
    }
