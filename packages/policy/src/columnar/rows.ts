/**
 * Where a kernel keeps its values: one row of whole numbers for each household and one for each member, in at most four
 * arrays. An array for each value would be easier to read; but each costs the loop an address, a length and a check of
 * its own at every store, and with twenty of them those outweigh the arithmetic.
 */
import type { Step } from '../lowering/lowered.ts'
import { nodeOf } from '../lowering/references.ts'
import type { Scope } from '../schema/field.ts'
import { fitsInt } from './column-values.ts'

export type RowsName = 'householdInts' | 'householdDoubles' | 'memberInts' | 'memberDoubles'
export const rowsNames: readonly RowsName[] = ['householdInts', 'householdDoubles', 'memberInts', 'memberDoubles']

/** Which place of which row a step's value has, and how many places each row has. */
export interface RowLayout {
  readonly places: ReadonlyMap<number, { readonly rows: RowsName; readonly at: number }>
  readonly widths: Readonly<Record<RowsName, number>>
}

export interface Rows {
  readonly householdInts: Int32Array
  readonly householdDoubles: Float64Array
  readonly memberInts: Int32Array
  readonly memberDoubles: Float64Array
}

/** The values of one step: `values[i * width + at]` is that of the i-th household or member. */
export interface KeptColumn {
  readonly values: Int32Array | Float64Array
  readonly width: number
  readonly at: number
}

export function layRows(steps: readonly Step[], kept: readonly number[]): RowLayout {
  const widths = { householdInts: 0, householdDoubles: 0, memberInts: 0, memberDoubles: 0 }
  const places = new Map(
    kept.map(step => {
      const rows = rowsOf(steps[step]!)
      return [step, { rows, at: widths[rows]++ }]
    }),
  )
  return { places, widths }
}

function rowsOf(step: Step): RowsName {
  const node = nodeOf(step)
  return `${step.scope}${!('range' in node) || fitsInt(node.range) ? 'Ints' : 'Doubles'}`
}

export function scopeOf(rows: RowsName): Scope {
  return rows.startsWith('household') ? 'household' : 'member'
}

/** Rows for so many households and members. */
export function newRows({ widths }: RowLayout, households: number, members: number): Rows {
  return {
    householdInts: new Int32Array(widths.householdInts * households),
    householdDoubles: new Float64Array(widths.householdDoubles * households),
    memberInts: new Int32Array(widths.memberInts * members),
    memberDoubles: new Float64Array(widths.memberDoubles * members),
  }
}

export function keptColumn({ places, widths }: RowLayout, rows: Rows, step: number): KeptColumn {
  const place = places.get(step)
  if (!place) throw new Error(`the values of step ${step} are not kept`)
  return { values: rows[place.rows], width: widths[place.rows], at: place.at }
}

export function valueAt({ values, width, at }: KeptColumn, i: number): number {
  return values[i * width + at]!
}

/** The rows from that of a household and that of a member on, in the same memory: where another piece of a batch goes. */
export function rowsFrom({ widths }: RowLayout, rows: Rows, household: number, member: number): Rows {
  return {
    householdInts: rows.householdInts.subarray(widths.householdInts * household),
    householdDoubles: rows.householdDoubles.subarray(widths.householdDoubles * household),
    memberInts: rows.memberInts.subarray(widths.memberInts * member),
    memberDoubles: rows.memberDoubles.subarray(widths.memberDoubles * member),
  }
}
