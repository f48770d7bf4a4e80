/** A compiled programme as a kernel over columns: what it reads, what it keeps, and how it is run or sent elsewhere. */
import { lowerProgramme } from '../lowering/lower-programme.ts'
import type { LoweredProgramme } from '../lowering/lowered.ts'
import { fits } from '../lowering/whole-range.ts'
import type { CompiledProgramme } from '../packs/compile.ts'
import type { Batch, ColumnValues } from './batch.ts'
import { printKernel } from './print.ts'
import { type KeptColumn, keptColumn, layRows, newRows, type RowLayout, type Rows } from './rows.ts'

/** Doubles hold every whole number up to here. */
const LARGEST = 2n ** 53n - 1n

/** Households `from` up to, not including, `to`; the first of them, and the first of its members, have the first rows. */
type Run = (
  from: number,
  to: number,
  offsets: Int32Array,
  columns: readonly ColumnValues[],
  rows: Rows,
  doubtful: Int32Array,
) => number

export interface Kernel {
  readonly lowered: LoweredProgramme
  /** The whole kernel as text; a worker thread makes it run again with `reviveKernel`. */
  readonly source: string
  /** Steps whose values are kept. */
  readonly kept: readonly number[]
  readonly layout: RowLayout
}

/** The kept values of the households that were run, and those of them that the exact interpreter must work out. */
export interface Answers {
  readonly rows: Rows
  readonly doubtful: Int32Array
}

/** Keeps the values of the wanted formulas; without `outputs`, of every formula. */
export function compileColumns(programme: CompiledProgramme, outputs?: readonly string[]): Kernel {
  const lowered = lowerProgramme(programme, { ...(outputs ? { outputs } : {}), largest: LARGEST })
  for (const { field, range } of lowered.columns)
    if (!fits(range, LARGEST)) throw new Error(`${field.name} may be larger than a column can hold exactly`)
  const kept = [...new Set(lowered.results.flatMap(({ value }) => stepsOf(value)))]
  const layout = layRows(lowered.steps, kept)
  return { lowered, kept, layout, source: printKernel(lowered, layout) }
}

function stepsOf(value: LoweredProgramme['results'][number]['value']): readonly number[] {
  return value.kind === 'number' ? [value.step, ...value.denominators] : [value.step]
}

/** The text was printed by `printKernel`, from numbers and from names that it makes itself. */
export function reviveKernel(source: string): Run {
  return new Function(source)() as Run
}

const runs = new WeakMap<Kernel, Run>()

/** `into` is the room of an earlier run over as many households and members, written over. */
export function runKernel(kernel: Kernel, batch: Batch, into: Room = roomForBatch(kernel, batch)): Answers {
  return runPiece(kernel, batch, { from: 0, to: batch.households }, into)
}

/** Households `from` up to, not including, `to`. */
export interface Piece {
  readonly from: number
  readonly to: number
}

/** Household `from` gets the first row of `into`, the first of its members the first row of the members. */
export function runPiece(kernel: Kernel, { offsets, values }: Batch, { from, to }: Piece, into: Room): Answers {
  const run = runs.get(kernel) ?? reviveKernel(kernel.source)
  runs.set(kernel, run)
  const { rows, doubtful } = into
  const doubts = run(from, to, offsets, values, rows, doubtful)
  return { rows, doubtful: doubtful.subarray(0, doubts) }
}

/** The values of a kept step in the rows of an answer. */
export function valuesOf({ layout }: Kernel, { rows }: Pick<Answers, 'rows'>, step: number): KeptColumn {
  return keptColumn(layout, rows, step)
}

/** Where a run writes. Millions of values are made in less time than the memory for them is got. */
export interface Room {
  readonly rows: Rows
  readonly doubtful: Int32Array
}

export function roomFor({ layout }: Kernel, households: number, members: number): Room {
  return { rows: newRows(layout, households, members), doubtful: new Int32Array(households) }
}

export function roomForBatch(kernel: Kernel, { households, offsets }: Batch): Room {
  return roomFor(kernel, households, offsets[households]!)
}
