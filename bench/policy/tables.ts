/** The population as two tables, household and member, for databases: their columns, and their rows as text. */
import type { Population } from './population.ts'
import { RowWriter } from './rows.ts'

/** Money in fen, yes/no as 1 and 0; wide enough for every reader, narrow enough for the fastest. */
export const householdColumns = ['id', 'urban', 'deposits', 'vehicles', 'homes'] as const
export const memberColumns = [
  'household',
  'nr',
  'age',
  'wage',
  'pension',
  'other_income',
  'employed',
  'grade',
  'kind',
  'ill',
  'student',
] as const

/** Columns that need 32 bits; the others fit in a byte. */
export const wideColumns: ReadonlySet<string> = new Set([
  'id',
  'household',
  'deposits',
  'wage',
  'pension',
  'other_income',
])

export function createTables(): string {
  const columns = (names: readonly string[]) =>
    names.map(name => `${name} ${wideColumns.has(name) ? 'integer' : 'smallint'} not null`).join(', ')
  return `
    create table household (${columns(householdColumns)});
    create table member (${columns(memberColumns)});`
}

export function* householdRows(population: Population): Generator<Buffer> {
  const { households, urban, deposits, vehicles, homes } = population
  const rows = new RowWriter()
  for (let h = 0; h < households; h++) {
    if (rows.full) yield rows.take()
    rows.put(h + 1)
    rows.put(urban[h]!)
    rows.put(deposits[h]!)
    rows.put(vehicles[h]!)
    rows.put(homes[h]!, true)
  }
  yield rows.take()
}

export function* memberRows(population: Population): Generator<Buffer> {
  const { households, offsets, age, wage, pension, otherIncome, employed, grade, kind, ill, student } = population
  const rows = new RowWriter()
  for (let h = 0; h < households; h++) {
    const first = offsets[h]!
    for (let m = first; m < offsets[h + 1]!; m++) {
      if (rows.full) yield rows.take()
      rows.put(h + 1)
      rows.put(m - first + 1)
      rows.put(age[m]!)
      rows.put(wage[m]!)
      rows.put(pension[m]!)
      rows.put(otherIncome[m]!)
      rows.put(employed[m]!)
      rows.put(grade[m]!)
      rows.put(kind[m]!)
      rows.put(ill[m]!)
      rows.put(student[m]!, true)
    }
  }
  yield rows.take()
}
