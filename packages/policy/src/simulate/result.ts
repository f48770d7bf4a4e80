/**
 * What a simulation answers. Amounts are whole fen in safe integers: a month for a programme that pays monthly (a year
 * is twelve of them), one time for one that pays once.
 */
import type { Paid } from '../packs/programme-file.ts'
import type { Change } from './change.ts'

/** Households that one set of rules puts into one category in one area. */
export interface Tally {
  readonly area: string
  readonly category: string
  readonly households: number
  /** Of these, entitled to something or still paid. */
  readonly helped: number
  /** People whom the grants cover. */
  readonly people: number
  readonly fen: number
}

export interface VariantResult {
  readonly name: string
  readonly paid: Paid
  /** By area and category, in the order of the areas; empty ones are left out. */
  readonly tallies: readonly Tally[]
  /** How many could not be worked out, by the code of the problem. */
  readonly refused: Readonly<Record<string, number>>
  /** How many the exact interpreter worked out because the columns could not be sure. */
  readonly interpreted: number
}

/** Households of one area to which the same happens. */
export interface ChangeTally {
  readonly area: string
  readonly change: Change
  readonly households: number
  readonly fenBefore: number
  readonly fenAfter: number
}

export interface Comparison {
  readonly before: string
  readonly after: string
  readonly changes: readonly ChangeTally[]
  /** Who moves from one category to another, the largest group first. */
  readonly moves: readonly { readonly from: string; readonly to: string; readonly households: number }[]
}

export interface SimulationResult {
  readonly households: number
  readonly variants: readonly VariantResult[]
  readonly comparisons: readonly Comparison[]
}

/** One household to which something happens, for the list with names. */
export interface Changed {
  /** Position in the batch. */
  readonly household: number
  readonly change: Exclude<Change, 'unchanged'>
  readonly fenBefore: number
  readonly fenAfter: number
  readonly categoryBefore: string
  readonly categoryAfter: string
}
