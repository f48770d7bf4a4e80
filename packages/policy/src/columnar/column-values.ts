/** How a column of facts or results is kept: the smallest typed array that holds its range and one value for "missing". */
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

export function fitsByte({ min, max }: WholeRange): boolean {
  return min !== null && max !== null && min >= 0n && max <= 255n
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

const bytesOf: Readonly<Record<Storage, number>> = { byte: 1, int: 4, double: 8 }
/** A line of the processor's cache. */
const LINE = 64

/**
 * Arrays that are written side by side, in one piece of memory. Each begins some cache lines further on than a page
 * would have it: arrays of their own all begin on a page, and twenty of them push each other out of the cache.
 */
export function newValuesTogether(wanted: readonly { readonly storage: Storage; readonly length: number }[]) {
  let size = 0
  const places = wanted.map(({ storage, length }, i) => {
    const place = size + 3 * LINE * i
    size += Math.ceil((length * bytesOf[storage]) / 4096) * 4096
    return place
  })
  const memory = new ArrayBuffer(size + 3 * LINE * wanted.length)
  return wanted.map(({ storage, length }, i): ColumnValues => {
    if (storage === 'byte') return new Uint8Array(memory, places[i], length)
    return storage === 'int' ? new Int32Array(memory, places[i], length) : new Float64Array(memory, places[i], length)
  })
}
