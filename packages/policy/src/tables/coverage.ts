/**
 * Whether the rows of a table leave anything out, contradict each other, or can never hit. Columns are gone
 * through from left to right, each sample of a column keeping the rows that still hit.
 */
import type { Type } from '../schema/type.ts'
import { stop } from '../syntax/fault.ts'
import { hits, type Sample, samplesOf, showSample } from './domain.ts'
import type { Table, TableCell, TableRow } from './table.ts'

const mostSteps = 20_000

/** Stops at the first thing that is wrong. `types` are those of the inputs. */
export function checkCoverage(table: Table, types: readonly Type[]): void {
  const samples = types.map((type, column) => samplesOf(type, columnOf(table, column)))
  const unknown = samples.indexOf(null)
  if (unknown >= 0) refuseUnknown(table, unknown, types[unknown]!)
  else new Search(table, types, samples as readonly (readonly Sample[])[]).run()
}

function columnOf({ rows }: Table, column: number) {
  return rows.map(row => row.cells[column]!.test)
}

/** A column with values that are not known yet cannot be searched; only some ways of hitting get along without. */
function refuseUnknown(table: Table, column: number, type: Type): void {
  const cells = table.rows.map(row => row.cells[column]!)
  const at = cells.find(cell => samplesOf(type, [cell.test]) === null) ?? table
  if (table.hit === 'unique' || table.hit === 'any') stop('table.cannot-compare', at, { hit: table.hit })
  if (needsDefault(table) && !table.byDefault) stop('table.default-needed', at)
}

function needsDefault({ hit }: Table): boolean {
  return hit !== 'collect sum' && hit !== 'collect count'
}

class Search {
  private readonly seen = new Set<string>()
  private readonly useful = new Set<TableRow>()
  private readonly table: Table
  private readonly types: readonly Type[]
  private readonly samples: readonly (readonly Sample[])[]

  constructor(table: Table, types: readonly Type[], samples: readonly (readonly Sample[])[]) {
    this.table = table
    this.types = types
    this.samples = samples
  }

  run(): void {
    this.visit(this.table.rows, [])
    const useless = this.table.rows.find(row => !this.useful.has(row))
    if (useless) stop('table.row-never-hits', useless, { row: String(useless.number) })
  }

  /** `rows` still hit after the columns for which a value has been picked. */
  private visit(rows: readonly TableRow[], picked: readonly Sample[]): void {
    const column = picked.length
    if (rows.length === 0) this.gap(picked)
    else if (column === this.samples.length) this.all(rows, picked)
    else this.pick(column, rows, picked)
  }

  private pick(column: number, rows: readonly TableRow[], picked: readonly Sample[]): void {
    for (const sample of this.samples[column]!) {
      const left = rows.filter(row => hits(row.cells[column]!.test, sample))
      const key = `${column}:${left.map(row => row.number).join()}`
      if (this.seen.has(key)) continue
      this.seen.add(key)
      if (this.seen.size > mostSteps) stop('table.too-many-combinations', this.table)
      this.visit(left, [...picked, sample])
    }
  }

  private gap(picked: readonly Sample[]): void {
    if (this.table.byDefault || !needsDefault(this.table)) return
    stop('table.gap', this.table, { example: this.example(picked, '、'), exampleEn: this.example(picked, ', ') })
  }

  /** These rows all hit together. */
  private all(rows: readonly TableRow[], picked: readonly Sample[]): void {
    const { hit } = this.table
    const [first, ...others] = rows
    const takesFirst = hit === 'first' || hit === 'priority'
    for (const row of takesFirst ? [first!] : rows) this.useful.add(row)
    const other =
      hit === 'unique' ? others[0] : hit === 'any' ? others.find(o => o.outputText !== first!.outputText) : undefined
    if (!other) return
    stop(hit === 'any' ? 'table.results-differ' : 'table.overlap', firstTest(other), {
      first: String(first!.number),
      second: String(other.number),
      example: this.example(picked, '、'),
      exampleEn: this.example(picked, ', '),
    })
  }

  private example(picked: readonly Sample[], between: string): string {
    return picked
      .map((sample, i) => `${this.table.inputNames[i]} = ${showSample(sample, this.types[i]!)}`)
      .join(between)
  }
}

function firstTest(row: TableRow): TableCell {
  return row.cells.find(cell => cell.test !== 'any') ?? row.cells[0]!
}
