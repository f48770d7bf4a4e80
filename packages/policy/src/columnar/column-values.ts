/** How a column of facts is kept: the smallest typed array that holds its range and one value for "missing". */
import type { Column, WholeRange } from '../lowering/lowered.ts'
import { fits } from '../lowering/whole-range.ts'
import type { ColumnValues } from './batch.ts'

export type Storage = 'byte' | 'int' | 'double'

const INT_LIMIT = 2n ** 31n - 1n

/** Outside every range that its array may hold. */
export const MISSING: Readonly<Record<Storage, number>> = { byte: 255, int: -(2 ** 31), double: -(2 ** 53) }

export function fitsInt(range: WholeRange): boolean {
  return fits(range, INT_LIMIT)
}

export function storageOf({ encoding, range }: Pick<Column, 'encoding' | 'range'>): Storage {
  if (encoding === 'yes-no' || (encoding === 'choice' && range.max !== null && range.max < 255n)) return 'byte'
  return fitsInt(range) ? 'int' : 'double'
}

export function missingIn(column: Column): number {
  return MISSING[storageOf(column)]
}

export function newValues(storage: Storage, length: number): ColumnValues {
  if (storage === 'byte') return new Uint8Array(length)
  return storage === 'int' ? new Int32Array(length) : new Float64Array(length)
}
