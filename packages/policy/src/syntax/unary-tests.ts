/** Tests of a value that is named elsewhere: what stands to the right of `in`, and in a cell of a decision table. */
import { stop } from './fault.ts'
import { children, type Node, type TreeReader } from './node.ts'
import type { ComparisonOperator, InTest } from './tree.ts'

/** One cell: anything will do, or one of the tests must hold, or (`not(…)`) none of them. */
export type CellTest = 'any' | { readonly negated: boolean; readonly tests: readonly InTest[] }

export function readTests(r: TreeReader, parts: readonly Node[], depth: number): InTest[] {
  const bracketed = parts[0]!.name === '('
  const tests = bracketed ? children(parts[1]!) : parts
  return tests.flatMap(test => {
    const inner = test.name === 'PositiveUnaryTest' ? children(test)[0]! : test
    if (inner.name === 'Conjunction' || inner.name === 'Disjunction')
      stop('syntax.in-swallows', inner, { text: r.text(inner) })
    return inner.name === 'List' ? listTests(r, inner, depth) : [readTest(r, inner, depth)]
  })
}

export function readCellTest(r: TreeReader, top: Node): CellTest {
  const parts = children(top)
  if (parts[0]!.name === 'Wildcard') return 'any'
  const tests = parts.find(part => part.name === 'PositiveUnaryTests')!
  return {
    negated: parts[0]!.name === 'not',
    tests: children(tests).map(test => {
      const inner = children(test)[0]!
      const compared = inner.name === 'SimplePositiveUnaryTest' ? children(inner).at(-1)! : inner
      if (wholeConditions.has(inner.name) || wholeConditions.has(compared.name))
        stop('table.cell-is-condition', inner, { text: r.text(inner) })
      return readTest(r, inner, 0)
    }),
  }
}

/** A cell tests the value of its column; it does not name another. */
const wholeConditions = new Set(['Conjunction', 'Disjunction', 'Comparison', 'QuantifiedExpression'])

function listTests(r: TreeReader, node: Node, depth: number): InTest[] {
  return children(node)
    .filter(c => c.name !== '[' && c.name !== ']')
    .map(c => valueTest(r, c, depth))
}

function readTest(r: TreeReader, node: Node, depth: number): InTest {
  return node.name === 'SimplePositiveUnaryTest' ? simpleTest(r, node, depth) : valueTest(r, node, depth)
}

function valueTest(r: TreeReader, node: Node, depth: number): InTest {
  return { kind: 'value', value: r.expression(node, depth) }
}

function simpleTest(r: TreeReader, node: Node, depth: number): InTest {
  const [first, second] = children(node)
  if (first!.name === 'CompareOp')
    return { kind: 'compare', operator: r.text(first!) as ComparisonOperator, value: r.expression(second!, depth) }
  if (first!.name !== 'Interval') return valueTest(r, first!, depth)
  const [open, low, , high, close] = children(first!)
  return {
    kind: 'range',
    low: r.expression(low!, depth),
    high: r.expression(high!, depth),
    includesLow: r.text(open!) === '[',
    includesHigh: r.text(close!) === ']',
  }
}
