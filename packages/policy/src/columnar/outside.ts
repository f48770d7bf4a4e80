/**
 * Raw columns against what the form allows. Whoever fills columns from somewhere else than `batchOf` has nobody before
 * him who refused a wrong fact; a kernel's proofs hold only within the ranges.
 */
import { type Column, type LoweredProgramme, packDate } from '../lowering/lowered.ts'
import type { Batch, ColumnValues } from './batch.ts'
import { missingIn } from './column-values.ts'

/** The batch with the households set aside that have a fact outside its range, no member, or too many. */
export function withOutside(
  { longest, texts }: Pick<LoweredProgramme, 'longest' | 'texts'>,
  batch: Omit<Batch, 'outside'>,
): Batch {
  const { households, offsets, columns, values } = batch
  const isOutside = new Uint8Array(households)
  for (let h = 0; h < households; h++) {
    const members = offsets[h + 1]! - offsets[h]!
    if (members < 1 || members > longest) isOutside[h] = 1
  }
  for (const [i, column] of columns.entries()) {
    const wrong = wrongPlaces(values[i]!, column, texts)
    if (wrong.length === 0) continue
    if (column.scope === 'household') for (const h of wrong) isOutside[h] = 1
    else markOwners(wrong, offsets, isOutside)
  }
  const outside: number[] = []
  for (let h = 0; h < households; h++) if (isOutside[h]) outside.push(h)
  return { ...batch, outside }
}

function wrongPlaces(values: ColumnValues, column: Column, texts: readonly string[]): number[] {
  const [min, max] = [Number(column.range.min), Number(column.range.max)]
  const missing = column.missing === 'never' ? Number.NaN : missingIn(column)
  const isListed = listed(column, texts)
  const wrong: number[] = []
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    const fits = value >= min && value <= max && Number.isSafeInteger(value) && isListed(value)
    if (!fits && value !== missing) wrong.push(i)
  }
  return wrong
}

/** Within the range of a choice or a date not every number is an option, or a day. */
function listed({ encoding, field }: Column, texts: readonly string[]): (value: number) => boolean {
  if (encoding === 'date') return isDay
  if (encoding !== 'choice') return () => true
  const codes = new Set(field.options.map(option => texts.indexOf(option.value)))
  return value => codes.has(value)
}

function isDay(packed: number): boolean {
  const [year, month, day] = [packed >> 9, (packed >> 5) & 15, packed & 31]
  if (month < 1 || month > 12 || day < 1) return false
  const { daysInMonth } = Temporal.PlainYearMonth.from({ year, month })
  return day <= daysInMonth && packDate(year, month, day) === packed
}

/** `places` are members, in order. */
function markOwners(places: readonly number[], offsets: Int32Array, isOutside: Uint8Array): void {
  let h = 0
  for (const place of places) {
    while (offsets[h + 1]! <= place) h++
    isOutside[h] = 1
  }
}
