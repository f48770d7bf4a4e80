/**
 * The text of a decision table → its cells, each with its place. One line is one row, `|` separates columns; the
 * first line names the inputs and the result, a line that begins with 默认 (default) holds the value for all else.
 *
 *     年龄      | 残疾类别       | 增发比例
 *     [0..18)   | -              | 0.1
 *     >= 60     | "智力", "精神" | 0.2
 *     默认      |                | 0
 */
import { FaultError, stop } from '../syntax/fault.ts'
import type { Span } from '../syntax/tree.ts'

export interface Cell extends Span {
  readonly text: string
}

export interface Grid {
  readonly inputs: readonly Cell[]
  readonly rows: readonly { readonly tests: readonly Cell[]; readonly output: Cell }[]
  readonly byDefault: Cell | null
}

export const tableLimits = { characters: 8_000, rows: 100, columns: 12 } as const
const defaultWords = new Set(['默认', 'default'])

export function readGrid(source: string): Grid {
  const start = { from: 0, to: 1 }
  if (source.length > tableLimits.characters)
    stop('table.too-large', start, {
      limit: `${tableLimits.characters} 个字符`,
      limitEn: `${tableLimits.characters} characters`,
    })
  const [header, ...lines] = linesOf(source)
  if (!header || lines.length === 0) return stop('table.empty', start)
  if (header.length < 2) stop('table.no-inputs', header[0]!)
  const last = lines.at(-1)!
  const byDefault = defaultWords.has(last[0]!.text) ? readDefault(last) : null
  const rows = byDefault ? lines.slice(0, -1) : lines
  if (rows.length === 0) stop('table.empty', start)
  if (rows.length > tableLimits.rows || header.length > tableLimits.columns)
    stop('table.too-large', rows[tableLimits.rows]?.[0] ?? header[0]!, {
      limit: `${tableLimits.rows} 行、${tableLimits.columns} 列`,
      limitEn: `${tableLimits.rows} rows or ${tableLimits.columns} columns`,
    })
  return { inputs: header.slice(0, -1), rows: rows.map(row => readRow(row, header.length)), byDefault }
}

function readRow(cells: readonly Cell[], columns: number): Grid['rows'][number] {
  if (defaultWords.has(cells[0]!.text)) stop('table.default-not-last', cells[0]!)
  if (cells.length !== columns)
    stop('table.wrong-number-of-cells', cells.at(-1)!, { wanted: String(columns), found: String(cells.length) })
  const empty = cells.find(cell => cell.text === '')
  if (empty) stop('table.empty-cell', empty)
  return { tests: cells.slice(0, -1), output: cells.at(-1)! }
}

/** Between the word and the value nothing is tested. */
function readDefault(cells: readonly Cell[]): Cell {
  const tested = cells.slice(1, -1).find(cell => cell.text !== '' && cell.text !== '-')
  if (tested) stop('table.default-tests', tested)
  const value = cells.at(-1)!
  return value.text === '' || cells.length === 1 ? stop('table.empty-cell', value) : value
}

/** Lines of cells, without empty ones and without the `---` under a heading. */
function linesOf(source: string): Cell[][] {
  const lines: Cell[][] = []
  let from = 0
  for (const line of source.split('\n')) {
    const cells = cellsOf(line, from)
    if (cells.length > 0 && !cells.every(cell => /^:?-{3,}:?$/.test(cell.text))) lines.push(cells)
    from += line.length + 1
  }
  return lines
}

function cellsOf(line: string, lineStart: number): Cell[] {
  const ends = [...separators(line, lineStart), line.length]
  let from = 0
  const cells = ends.map(end => {
    const written = line.slice(from, end)
    const start = lineStart + from + (written.length - written.trimStart().length)
    from = end + 1
    const text = written.trim()
    return { text, from: start, to: start + Math.max(text.length, 1) }
  })
  return withoutBorders(cells)
}

/** Where `|` separates; one inside a text does not. */
function separators(line: string, lineStart: number): number[] {
  const found: number[] = []
  let inText = false
  for (const [at, sign] of [...line.matchAll(/[|｜"]/g)].map(match => [match.index, match[0]] as const)) {
    if (sign === '"') inText = !inText
    else if (inText) continue
    else if (sign === '｜') throw wideBar(lineStart + at)
    else found.push(at)
  }
  return found
}

function wideBar(at: number): FaultError {
  return new FaultError({
    code: 'syntax.wrong-sign',
    at: { from: at, to: at + 1 },
    values: { sign: '｜', better: '|' },
  })
}

/** `| a | b |` and `a | b` are the same row. */
function withoutBorders(cells: Cell[]): Cell[] {
  const left = cells[0]!.text === '' ? cells.slice(1) : cells
  return left.at(-1)?.text === '' ? left.slice(0, -1) : left
}
