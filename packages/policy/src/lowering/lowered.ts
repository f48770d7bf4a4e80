/**
 * The lowered programme: what the columnar and the SQL reader print. Every number is a whole number over a known
 * denominator, every comparison is between whole numbers, every loop over the members is a step of its own. The
 * printers decide nothing about arithmetic; whatever could differ between them has been settled here.
 *
 * A number with value v stands as a whole number n with v = n / (scale · d₁ · d₂ …): `scale` is known beforehand,
 * the d are steps that are proven positive. So dividing rounds nothing, and `× 人数` cancels a pending `÷ 人数`.
 */
import type { Row } from '../check/checked.ts'
import type { Field, Scope } from '../schema/field.ts'

/** Inclusive; an absent end is unbounded. */
export interface WholeRange {
  readonly min: bigint | null
  readonly max: bigint | null
}

/**
 * How a field stands in a column. Numbers are multiplied by 10^decimals; a date is `packDate`d; a choice is its
 * position in `LoweredProgramme.texts`; yes/no is 1 or 0.
 */
export interface Column {
  readonly field: Field
  readonly scope: Scope
  readonly encoding: 'number' | 'yes-no' | 'choice' | 'date'
  readonly range: WholeRange
  /** What a missing value means: nothing to say (null in formulas), not found out yet, or it cannot happen. */
  readonly missing: 'absent' | 'undetermined' | 'never'
}

export type CompareOperator = '=' | '!=' | '<' | '<=' | '>' | '>='
export type WholeRounding = 'floor' | 'ceiling' | 'up' | 'down' | 'half up' | 'half down' | 'half even'
export type DatePart = 'year' | 'month' | 'day'

/** A whole number: an amount, a count, the code of a text, a packed date, months. `row` says whose value it is. */
export type Whole = { readonly range: WholeRange } & (
  | { readonly kind: 'constant'; readonly value: bigint }
  | { readonly kind: 'column'; readonly column: number; readonly row: Row }
  | { readonly kind: 'step'; readonly step: number; readonly row: Row }
  | {
      readonly kind: 'add' | 'subtract' | 'multiply' | 'least' | 'greatest'
      readonly left: Whole
      readonly right: Whole
    }
  | { readonly kind: 'negate' | 'absolute'; readonly of: Whole }
  /** `by` is proven positive. */
  | { readonly kind: 'quotient'; readonly rounding: WholeRounding; readonly of: Whole; readonly by: Whole }
  /** With the sign of `by`, which is proven positive. */
  | { readonly kind: 'remainder'; readonly of: Whole; readonly by: Whole }
  | { readonly kind: 'select'; readonly condition: Truth; readonly whenTrue: Whole; readonly whenFalse: Whole }
  /** Over all members, each in turn bound to `row`; there is always at least one. */
  | { readonly kind: 'reduce'; readonly how: 'sum' | 'least' | 'greatest'; readonly row: number; readonly of: Whole }
  | { readonly kind: 'date-part'; readonly part: DatePart; readonly of: Whole }
  /** Full months between two packed dates, as `monthsBetween` counts them. */
  | { readonly kind: 'months-between'; readonly start: Whole; readonly end: Whole }
  /** A packed date moved by months; a day that the month lacks becomes its last. */
  | { readonly kind: 'add-months'; readonly of: Whole; readonly months: Whole }
)

/** Yes or no; there is no third value, because the checker lets no formula compute with a missing one. */
export type Truth =
  | { readonly kind: 'always'; readonly value: boolean }
  | { readonly kind: 'column'; readonly column: number; readonly row: Row }
  | { readonly kind: 'step'; readonly step: number; readonly row: Row }
  | { readonly kind: 'and' | 'or'; readonly left: Truth; readonly right: Truth }
  | { readonly kind: 'not'; readonly of: Truth }
  | { readonly kind: 'compare'; readonly operator: CompareOperator; readonly left: Whole; readonly right: Whole }
  | { readonly kind: 'missing'; readonly column: number; readonly row: Row }
  | { readonly kind: 'select'; readonly condition: Truth; readonly whenTrue: Truth; readonly whenFalse: Truth }
  /** Over all members, each in turn bound to `row`. */
  | { readonly kind: 'some' | 'every'; readonly row: number; readonly of: Truth }
  /** The whole number is too large to be exact in this reader. */
  | { readonly kind: 'too-large'; readonly of: Whole }

/** One computed value of the household, or of each member; later steps name it by position. */
export interface Step {
  /** For reading: the formula it belongs to. */
  readonly name: string
  readonly scope: Scope
  /**
   * Order of work: household steps of pass 0, members of pass 1, household of pass 1, members of pass 2 … Within a
   * pass, in the order of the list. A member step reads other members only from an earlier pass.
   */
  readonly pass: number
  readonly value: { readonly kind: 'whole'; readonly whole: Whole } | { readonly kind: 'truth'; readonly truth: Truth }
}

/** Where the result of a formula stands once the steps are done. */
export interface Result {
  readonly rule: string
  readonly scope: Scope
  readonly value:
    | {
        readonly kind: 'number'
        readonly step: number
        readonly scale: bigint
        readonly denominators: readonly number[]
      }
    /** `step` holds the truth, the code of the text, the packed date or the months. */
    | { readonly kind: 'yes-no' | 'text' | 'date' | 'duration'; readonly step: number }
  /** A truth step: this household must be worked out by the interpreter. Null when that can never be. */
  readonly doubt: number | null
  /** Why it is always in doubt: the formula needs something that only the interpreter has. */
  readonly reason?: string
}

export interface LoweredProgramme {
  readonly columns: readonly Column[]
  /** Every text that a choice can be or a formula names; its position is its code. */
  readonly texts: readonly string[]
  readonly steps: readonly Step[]
  readonly results: readonly Result[]
  /** How many members a household may have. */
  readonly longest: number
}

/** A day as one whole number that sorts like the day and whose parts are cut out by shifts. */
export function packDate(year: number, month: number, day: number): number {
  return year * 512 + month * 32 + day
}
