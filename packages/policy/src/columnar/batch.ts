/**
 * Many households side by side: one typed array for each field, members of one household next to each other. This is
 * the shape in which the columnar reader takes a register and gives its answers.
 */
import type { Column } from '../lowering/lowered.ts'
import type { Paid } from '../packs/programme-file.ts'

export type ColumnValues = Int32Array | Uint8Array | Float64Array

export interface Batch {
  readonly households: number
  /** Members of household h are at `offsets[h]` up to, not including, `offsets[h + 1]`. */
  readonly offsets: Int32Array
  /** In the order of `columns`: by household or by member, as the column's scope says. */
  readonly values: readonly ColumnValues[]
  readonly columns: readonly Column[]
  /**
   * Households with a fact outside what the form allows, as `withOutside` finds them in raw columns; nothing is
   * computed for them here, and the interpreter refuses them.
   */
  readonly outside: readonly number[]
}

/** The decision of every household of a batch, one array for each part of it. */
export interface Decisions {
  readonly eligible: Uint8Array
  /** Positions in `routes` and `categories`. */
  readonly route: Uint8Array
  readonly category: Uint8Array
  readonly routes: readonly string[]
  readonly categories: readonly string[]
  /** How the programme pays; `once` makes the amounts below sums that are paid one time. */
  readonly paid: Paid
  readonly amountFenPerMonth: Float64Array
  readonly coveredPeople: Uint8Array
  /** Households for which nothing could be decided, with the code of the problem. */
  readonly refused: ReadonlyMap<number, string>
  /** How many the exact interpreter worked out, because the columns could not be sure. */
  readonly interpreted: number
}
