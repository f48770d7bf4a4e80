/** Situations into columns and back: what the interpreter reads of one household, the kernel reads of many. */
import type { Situation } from '../evaluation.ts'
import { readSituation } from '../interpret/facts.ts'
import { type FactTable, Unknown } from '../interpret/run.ts'
import type { Value } from '../interpret/value.ts'
import { type Column, type LoweredProgramme, packDate } from '../lowering/lowered.ts'
import type { CompiledProgramme } from '../packs/compile.ts'
import { refuse } from '../problem.ts'
import { fraction, multiply, type Rational } from '../rational/rational.ts'
import type { Batch, ColumnValues } from './batch.ts'
import { missingIn, newValues, storageOf } from './column-values.ts'

/** Refuses what the interpreter refuses; the columns are those of the kernel. */
export function batchOf(
  programme: CompiledProgramme,
  lowered: Pick<LoweredProgramme, 'columns' | 'texts'>,
  situations: readonly Situation[],
): Batch {
  return batchOfFacts(
    programme,
    lowered,
    situations.map(situation => readSituation(situation, programme.internals.reader)),
  )
}

/** The same for facts that have been read; null stands for a household whose facts do not fit the form. */
export function batchOfFacts(
  programme: CompiledProgramme,
  { columns, texts }: Pick<LoweredProgramme, 'columns' | 'texts'>,
  read: readonly (FactTable | null)[],
): Batch {
  const facts = read.map(each => each ?? nothingKnown)
  const offsets = new Int32Array(facts.length + 1)
  for (const [h, { members }] of facts.entries()) offsets[h + 1] = offsets[h]! + members.length
  const codes = new Map(texts.map((text, code) => [text, code]))
  const values = columns.map(column => {
    const filled = newValues(storageOf(column), column.scope === 'household' ? facts.length : offsets[facts.length]!)
    fill(filled, column, programme.internals.slots.fields.get(column.field.name)!, facts, codes)
    return filled
  })
  const outside = read.flatMap((each, h) => (each ? [] : [h]))
  return { households: facts.length, offsets, values, columns, outside }
}

/** Keeps the place of a household that nothing is computed for: one person of whom every fact is missing. */
const nothingKnown: FactTable = { household: [], members: [[]] }

function fill(
  values: ColumnValues,
  column: Column,
  slot: number,
  facts: readonly FactTable[],
  codes: ReadonlyMap<string, number>,
): void {
  let at = 0
  for (const { household, members } of facts)
    for (const row of column.scope === 'household' ? [household] : members)
      values[at++] = stored(row[slot] ?? null, column, codes)
}

function stored(value: Value | Unknown, column: Column, codes: ReadonlyMap<string, number>): number {
  if (value === null || value instanceof Unknown) return missingIn(column)
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string') return codes.get(value)!
  if (value instanceof Temporal.PlainDate) return packDate(value.year, value.month, value.day)
  const { n } = multiply(value as Rational, { n: 10n ** BigInt(column.field.decimals), d: 1n })
  return Number(n)
}

/** The facts of household `h` as the interpreter takes them. Fields without a column are read by no formula here. */
export function factsAt(programme: CompiledProgramme, batch: Batch, texts: readonly string[], h: number): FactTable {
  const { fields } = programme.form
  const columnOf = new Map(batch.columns.map((column, i) => [column.field.name, i]))
  const row = (scope: Column['scope'], index: number) =>
    fields.map(field => {
      const i = columnOf.get(field.name)
      if (i === undefined || field.scope !== scope) return null
      return factOf(batch.columns[i]!, batch.values[i]![index]!, texts)
    })
  const members: (Value | Unknown)[][] = []
  for (let m = batch.offsets[h]!; m < batch.offsets[h + 1]!; m++) members.push(row('member', m))
  return { household: row('household', h), members }
}

function factOf(column: Column, value: number, texts: readonly string[]): Value | Unknown {
  if (column.missing !== 'never' && value === missingIn(column)) return missingFact(column)
  switch (column.encoding) {
    case 'yes-no':
      return value === 1
    case 'choice':
      return texts[value] ?? null
    case 'date':
      return Temporal.PlainDate.from({ year: value >> 9, month: (value >> 5) & 15, day: value & 31 })
    case 'number':
      return fraction(BigInt(value), 10n ** BigInt(column.field.decimals))
  }
}

function missingFact({ missing, field }: Column): null | Unknown {
  if (missing === 'absent') return null
  return new Unknown(() => refuse('policy.fact-undetermined', { field: field.name, fieldId: field.id }))
}
