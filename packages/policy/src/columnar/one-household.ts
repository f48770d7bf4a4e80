/**
 * A kernel for one household after another, as behind a page that works out every keystroke: its arrays are made once,
 * filled anew and read by the caller.
 */
import type { ColumnValues } from './batch.ts'
import { newValues, storageOf } from './column-values.ts'
import { type Kernel, reviveKernel } from './kernel.ts'
import { type KeptColumn, keptColumn, newRows } from './rows.ts'

export interface OneHousehold {
  /** In the order of the kernel's columns: one place for a fact of the household, one a member for theirs. */
  readonly facts: readonly ColumnValues[]
  /** In the order of the kernel's kept steps. */
  readonly answers: readonly KeptColumn[]
  /** Works it out; false when only the exact interpreter can be sure. */
  run(members: number): boolean
}

export function oneHousehold(kernel: Kernel): OneHousehold {
  const { columns, longest } = kernel.lowered
  const facts = columns.map(column => newValues(storageOf(column), column.scope === 'household' ? 1 : longest))
  const rows = newRows(kernel.layout, 1, longest)
  const offsets = new Int32Array(2)
  const doubtful = new Int32Array(1)
  const work = reviveKernel(kernel.source)
  return {
    facts,
    answers: kernel.kept.map(step => keptColumn(kernel.layout, rows, step)),
    run(members) {
      offsets[1] = members
      return work(0, 1, offsets, facts, rows, doubtful) === 0
    },
  }
}
