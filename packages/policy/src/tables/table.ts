/** A decision table as read: inputs, tests and results as trees, its rows in the order in which they are tried. */
import { FaultError, stop } from '../syntax/fault.ts'
import { parse, parseCell } from '../syntax/parse.ts'
import type { Expression, InTest, Span } from '../syntax/tree.ts'
import type { CellTest } from '../syntax/unary-tests.ts'
import { type Cell, type Grid, readGrid } from './grid.ts'

/** What is to be done when several rows hit. */
export const hitPolicies = [
  'unique',
  'any',
  'first',
  'priority',
  'collect sum',
  'collect min',
  'collect max',
  'collect count',
] as const
export type HitPolicy = (typeof hitPolicies)[number]

export const hitNames: Readonly<Record<HitPolicy, string>> = {
  unique: '唯一命中',
  any: '任意命中',
  first: '首个命中',
  priority: '按优先次序',
  'collect sum': '命中各行相加',
  'collect min': '命中各行取最低',
  'collect max': '命中各行取最高',
  'collect count': '命中几行',
}

/** What a version says of its table beside the rows. */
export interface TableFrame {
  readonly hit: HitPolicy
  /** Results from the most to the least wanted; only for `priority`. */
  readonly order: readonly string[]
}

export interface TableCell extends Span {
  readonly test: CellTest
}

export interface TableRow extends Span {
  /** As a reader counts, the heading left out. */
  readonly number: number
  readonly cells: readonly TableCell[]
  readonly output: Expression
  readonly outputText: string
}

export interface Table extends Span {
  readonly hit: HitPolicy
  readonly inputs: readonly Expression[]
  readonly inputNames: readonly string[]
  readonly rows: readonly TableRow[]
  readonly byDefault: Expression | null
}

/** Throws a `FaultError` that points into the text of the table. */
export function readTable(source: string, { hit, order }: TableFrame): Table {
  const grid = readGrid(source)
  const rows = grid.rows.map((row, i) => readRow(row, i + 1))
  return {
    hit,
    inputs: grid.inputs.map(input => readAt(input, parse)),
    inputNames: grid.inputs.map(input => input.text),
    rows: hit === 'priority' ? inOrder(rows, order, grid) : rows,
    byDefault: grid.byDefault && readAt(grid.byDefault, parse),
    from: grid.inputs[0]!.from,
    to: grid.inputs[0]!.to,
  }
}

function readRow({ tests, output }: Grid['rows'][number], number: number): TableRow {
  return {
    number,
    cells: tests.map(cell => ({ test: readAt(cell, parseCell), from: cell.from, to: cell.to })),
    output: readAt(output, parse),
    outputText: output.text,
    from: tests[0]!.from,
    to: output.to,
  }
}

/** Rows with a more wanted result first; of equal ones the earlier. */
function inOrder(rows: readonly TableRow[], order: readonly string[], grid: Grid): TableRow[] {
  const plain = (text: string) => text.replace(/^"(.*)"$/, '$1')
  const rank = (row: TableRow) => {
    const place = order.map(plain).indexOf(plain(row.outputText))
    if (place < 0)
      stop('table.not-in-order', grid.rows[row.number - 1]!.output, {
        value: plain(row.outputText),
        order: order.map(plain).join('、'),
      })
    return place
  }
  return rows.toSorted((a, b) => rank(a) - rank(b))
}

/** Reads one cell; whatever is found or wrong stands where it stands in the whole table. */
function readAt<Read extends Expression | CellTest>(cell: Cell, read: (source: string) => Read): Read {
  try {
    return moved(read(cell.text), cell.from)
  } catch (error) {
    if (!(error instanceof FaultError)) throw error
    const { code, at, values } = error.fault
    throw new FaultError({ code, at: { from: at.from + cell.from, to: at.to + cell.from }, values })
  }
}

/** The same tree, its places counted from further on. */
function moved<Tree>(tree: Tree, by: number): Tree {
  if (Array.isArray(tree)) return tree.map(part => moved(part, by)) as Tree
  if (typeof tree !== 'object' || tree === null) return tree
  return Object.fromEntries(
    Object.entries(tree).map(([key, part]) =>
      typeof part === 'number' && (key === 'from' || key === 'to') ? [key, part + by] : [key, moved(part, by)],
    ),
  ) as Tree
}

export function isNullTest(test: InTest): boolean {
  return test.kind === 'value' && test.value.kind === 'null'
}
