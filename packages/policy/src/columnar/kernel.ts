/** A compiled programme as a kernel over columns: what it reads, what it keeps, and how it is run or sent elsewhere. */
import { lowerProgramme } from '../lowering/lower-programme.ts'
import type { LoweredProgramme, Step } from '../lowering/lowered.ts'
import { nodeOf } from '../lowering/references.ts'
import { fits } from '../lowering/whole-range.ts'
import type { CompiledProgramme } from '../packs/compile.ts'
import type { Batch, ColumnValues } from './batch.ts'
import { fitsByte, fitsInt, newValuesTogether, type Storage } from './column-values.ts'
import { printKernel } from './print.ts'

/** Doubles hold every whole number up to here. */
const LARGEST = 2n ** 53n - 1n

type Run = (
  from: number,
  to: number,
  offsets: Int32Array,
  columns: readonly ColumnValues[],
  kept: readonly ColumnValues[],
  doubtful: Int32Array,
) => number

export interface Kernel {
  readonly lowered: LoweredProgramme
  /** The whole kernel as text; a worker thread makes it run again with `reviveKernel`. */
  readonly source: string
  /** Steps whose values are kept, in the order of the answers' arrays. */
  readonly kept: readonly number[]
}

/** The kept values of a batch, and the households that the exact interpreter must work out. */
export interface Answers {
  readonly kept: readonly ColumnValues[]
  readonly doubtful: Int32Array
}

/** Keeps the values of the wanted formulas; without `outputs`, of every formula. */
export function compileColumns(programme: CompiledProgramme, outputs?: readonly string[]): Kernel {
  const lowered = lowerProgramme(programme, { ...(outputs ? { outputs } : {}), largest: LARGEST })
  for (const { field, range } of lowered.columns)
    if (!fits(range, LARGEST)) throw new Error(`${field.name} may be larger than a column can hold exactly`)
  const kept = [...new Set(lowered.results.flatMap(({ value }) => stepsOf(value)))]
  return { lowered, kept, source: printKernel(lowered, kept) }
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
export function runKernel(kernel: Kernel, batch: Batch, into: Room = roomFor(kernel, batch)): Answers {
  const run = runs.get(kernel) ?? reviveKernel(kernel.source)
  runs.set(kernel, run)
  const { kept, doubtful } = into
  const doubts = run(0, batch.households, batch.offsets, batch.values, kept, doubtful)
  return { kept, doubtful: doubtful.subarray(0, doubts) }
}

/** Where a run writes. Millions of values are made in less time than the memory for them is got. */
export interface Room {
  readonly kept: readonly ColumnValues[]
  readonly doubtful: Int32Array
}

export function roomFor(kernel: Kernel, { households, offsets }: Batch): Room {
  return { kept: newKept(kernel, households, offsets[households]!), doubtful: new Int32Array(households) }
}

/** Room for the kept values of so many households and members. */
export function newKept({ kept, lowered: { steps } }: Kernel, households: number, members: number): ColumnValues[] {
  return newValuesTogether(
    kept.map(place => {
      const step = steps[place]!
      return { storage: storageOfStep(step), length: step.scope === 'household' ? households : members }
    }),
  )
}

function storageOfStep(step: Step): Storage {
  const node = nodeOf(step)
  if (!('range' in node) || fitsByte(node.range)) return 'byte'
  return fitsInt(node.range) ? 'int' : 'double'
}
