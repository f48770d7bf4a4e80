/**
 * A decision table as one formula, so that checker, interpreter and compilers need to know nothing of tables:
 * a chain of `if`s, a sum, or the largest of what hits. Only rows that hit have their result read.
 */
import type { ComparisonOperator, Expression, Span } from '../syntax/tree.ts'
import { isNullTest, type Table, type TableCell, type TableRow } from './table.ts'

export function tableExpression(table: Table): Expression {
  switch (table.hit) {
    case 'unique':
    case 'any':
    case 'first':
    case 'priority':
      return chain(table, row => rowCondition(table, row))
    case 'collect min':
      return chain(table, row => isBest(table, row, '<='))
    case 'collect max':
      return chain(table, row => isBest(table, row, '>='))
    case 'collect sum':
      return total(table, row => row.output)
    case 'collect count':
      return total(table, row => number('1', row))
  }
}

/** All cells of a row hold. */
export function rowCondition(table: Table, row: TableRow): Expression {
  const tested = row.cells.flatMap((cell, column) => cellCondition(table, cell, column) ?? [])
  return tested.reduce<Expression | null>((a, b) => (a ? both('and', a, b) : b), null) ?? yes(row)
}

/** Without a default the last row stands for everything left; that nothing else is left has been proven. */
function chain(table: Table, condition: (row: TableRow) => Expression): Expression {
  const rows = table.byDefault ? table.rows : table.rows.slice(0, -1)
  return rows.reduceRight<Expression>(
    (otherwise, row) => choice(condition(row), row.output, otherwise),
    table.byDefault ?? table.rows.at(-1)!.output,
  )
}

/** The row hits, and no later row that hits has a better result. */
function isBest(table: Table, row: TableRow, operator: ComparisonOperator): Expression {
  const later = table.rows.slice(table.rows.indexOf(row) + 1)
  return later.reduce<Expression>(
    (condition, other) => {
      const misses: Expression = { kind: 'not', of: rowCondition(table, other), ...spanOf(other) }
      const isWorse: Expression = {
        kind: 'comparison',
        operator,
        left: row.output,
        right: other.output,
        ...spanOf(other.output),
      }
      return both('and', condition, both('or', misses, isWorse))
    },
    rowCondition(table, row),
  )
}

/** Where no row hits the sum is 0, or the default. */
function total(table: Table, of: (row: TableRow) => Expression): Expression {
  const parts = table.rows.map(row => choice(rowCondition(table, row), of(row), number('0', row)))
  const sum = parts.reduce((left, right) => ({ kind: 'arithmetic', operator: '+', left, right, ...spanOf(right) }))
  if (!table.byDefault) return sum
  const anyHits = table.rows.map(row => rowCondition(table, row)).reduce((a, b) => both('or', a, b))
  return choice(anyHits, sum, table.byDefault)
}

/** Null when the cell says that anything will do. A column that tests for null lets no null into its other tests. */
function cellCondition(table: Table, { test, ...at }: TableCell, column: number): Expression | null {
  if (test === 'any') return null
  const input: Expression = { ...table.inputs[column]!, ...at }
  const isNull = (operator: '=' | '!='): Expression => {
    return { kind: 'comparison', operator, left: input, right: { kind: 'null', ...at }, ...at }
  }
  const tests = test.tests.filter(one => !isNullTest(one))
  const nullHits = tests.length < test.tests.length
  const inTests: Expression = { kind: 'in', of: input, tests, ...at }
  const holds = nullHits
    ? tests.length === 0
      ? isNull('=')
      : both('or', isNull('='), inTests)
    : testsNull(table, column)
      ? both('and', isNull('!='), inTests)
      : inTests
  return test.negated ? { kind: 'not', of: holds, ...at } : holds
}

function testsNull({ rows }: Table, column: number): boolean {
  return rows.some(({ cells }) => {
    const { test } = cells[column]!
    return test !== 'any' && test.tests.some(isNullTest)
  })
}

function spanOf({ from, to }: Span): Span {
  return { from, to }
}

function both(kind: 'and' | 'or', left: Expression, right: Expression): Expression {
  return { kind, left, right, from: left.from, to: right.to }
}

function choice(condition: Expression, whenTrue: Expression, whenFalse: Expression): Expression {
  return { kind: 'if', condition, whenTrue, whenFalse, ...spanOf(whenTrue) }
}

function number(text: string, at: Span): Expression {
  return { kind: 'number', text, ...spanOf(at) }
}

function yes(at: Span): Expression {
  return { kind: 'yes-no', value: true, ...spanOf(at) }
}
