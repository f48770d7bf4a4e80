/**
 * Text of a formula → our tree. The parser library reads FEEL; this file is the only one that knows its node
 * names. Whatever of FEEL we leave out is refused here in words, at its place.
 */
import { parser } from 'lezer-feel'
import { FaultError, stop } from './fault.ts'
import { children, type Node, span, type TreeReader } from './node.ts'
import { scan } from './scan.ts'
import type { ArithmeticOperator, ComparisonOperator, Expression } from './tree.ts'
import { type CellTest, readCellTest, readTests } from './unary-tests.ts'

export const maximumFormulaLength = 2_000
const maximumDepth = 60
const expressionParser = parser.configure({ top: 'Expression' })
const cellParser = parser.configure({ top: 'UnaryTests' })

/** A formula is read again for every day and every pack below it. Trees are never changed, so one is enough. */
const known = new Map<string, Expression>()
const mostKnown = 2_000

/** Throws a `FaultError` that points at the first thing that cannot be read. */
export function parse(source: string): Expression {
  const tree = known.get(source) ?? parseAnew(source)
  if (known.size >= mostKnown) known.clear()
  known.set(source, tree)
  return tree
}

function parseAnew(source: string): Expression {
  refuseSigns(source)
  const top = expressionParser.parse(source).topNode as Node
  const reader = new Reader(source)
  reader.refuseErrors(top)
  const parts = children(top)
  if (parts.length !== 1) stop('syntax.cannot-read', parts[1] ?? top, { text: reader.text(parts[1] ?? top) })
  return reader.expression(parts[0]!, 0)
}

/** A cell of a decision table: `-`, or tests of the column's value. */
export function parseCell(source: string): CellTest {
  refuseSigns(source)
  const top = cellParser.parse(source).topNode as Node
  const reader = new Reader(source)
  reader.refuseErrors(top)
  return readCellTest(reader, top)
}

function refuseSigns(source: string): void {
  if (source.length > maximumFormulaLength)
    stop('syntax.formula-too-long', { from: 0, to: 1 }, { limit: String(maximumFormulaLength) })
  const sign = scan(source)
  if (sign) throw new FaultError(sign)
  if (source.replace(/\/\/.*/g, '').trim() === '') stop('syntax.formula-empty', { from: 0, to: source.length })
}

class Reader implements TreeReader {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }

  text(node: Node): string {
    return this.source.slice(node.from, node.to)
  }

  refuseErrors(node: Node): void {
    for (const child of children(node)) {
      if (child.type.isError) this.refuseError(child, node)
      this.refuseErrors(child)
    }
  }

  private refuseError(node: Node, within: Node): never {
    const text = this.text(node)
    if (text !== '') return stop('syntax.cannot-read', node, { text })
    const before = this.source.slice(0, node.from).trimEnd()
    if (within.name === 'IfExpression' && /\bthen\b(?!.*\belse$)/s.test(before))
      stop('syntax.else-missing', { from: within.from, to: within.from + 2 })
    return stop(
      'syntax.something-missing',
      { from: Math.max(before.length - 1, 0), to: before.length },
      { after: before.slice(-12) },
    )
  }

  expression(node: Node, depth: number): Expression {
    if (depth > maximumDepth) stop('syntax.too-deep', node)
    const read = readers[node.name]
    return read ? read(this, node, depth + 1) : stop('syntax.left-out', node, { what: this.text(node).slice(0, 24) })
  }
}

type Read = (reader: TreeReader, node: Node, depth: number) => Expression

const readers: Readonly<Record<string, Read>> = {
  NumericLiteral: (r, n) => numberLiteral(r, n),
  StringLiteral: (r, n) => ({ kind: 'text', value: unquote(r.text(n)), ...span(n) }),
  BooleanLiteral: (r, n) => ({ kind: 'yes-no', value: r.text(n) === 'true', ...span(n) }),
  null: (_, n) => ({ kind: 'null', ...span(n) }),
  VariableName: (r, n) => ({ kind: 'name', name: nameText(r, n), ...span(n) }),
  ParenthesizedExpression: (r, n, depth) => r.expression(children(n)[1]!, depth),
  ArithmeticExpression: readArithmetic,
  Comparison: readComparison,
  Conjunction: (r, n, depth) => readLogic(r, n, depth, 'and'),
  Disjunction: (r, n, depth) => readLogic(r, n, depth, 'or'),
  IfExpression: readIf,
  ForExpression: readFor,
  QuantifiedExpression: readQuantified,
  PathExpression: (r, n, depth) => {
    const [of, , name] = children(n)
    return { kind: 'path', of: r.expression(of!, depth), name: nameText(r, name!), ...span(n) }
  },
  FilterExpression: (r, n, depth) => {
    const [of, , condition] = children(n)
    return { kind: 'filter', of: r.expression(of!, depth), condition: r.expression(condition!, depth), ...span(n) }
  },
  List: (r, n, depth) => ({
    kind: 'list',
    items: children(n)
      .filter(c => c.name !== '[' && c.name !== ']')
      .map(c => r.expression(c, depth)),
    ...span(n),
  }),
  FunctionInvocation: readCall,
  DateTimeLiteral: readDate,
}

function numberLiteral(r: TreeReader, node: Node): Expression {
  const text = r.text(node)
  const digits = text.startsWith('-') ? text.slice(1).trim() : text
  if (!/^(\d{1,30}(\.\d{1,30})?|\.\d{1,30})$/.test(digits)) stop('syntax.number', node, { text })
  const literal: Expression = { kind: 'number', text: digits.startsWith('.') ? `0${digits}` : digits, ...span(node) }
  return text.startsWith('-') ? { kind: 'negate', of: literal, ...span(node) } : literal
}

function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/g, '$1')
}

/** Two names side by side are one name to the parser; to us an operator is missing between them. */
function nameText(r: TreeReader, node: Node): string {
  const text = r.text(node)
  if (/\s/.test(text)) stop('syntax.missing-operator', node, { name: text })
  return text
}

function readArithmetic(r: TreeReader, node: Node, depth: number): Expression {
  const parts = children(node)
  if (parts.length === 2) return { kind: 'negate', of: r.expression(parts[1]!, depth), ...span(node) }
  const [left, operator, right] = parts
  return {
    kind: 'arithmetic',
    operator: r.text(operator!) as ArithmeticOperator,
    left: r.expression(left!, depth),
    right: r.expression(right!, depth),
    ...span(node),
  }
}

function readLogic(r: TreeReader, node: Node, depth: number, kind: 'and' | 'or'): Expression {
  const [left, , right] = children(node)
  return { kind, left: r.expression(left!, depth), right: r.expression(right!, depth), ...span(node) }
}

function readComparison(r: TreeReader, node: Node, depth: number): Expression {
  const parts = children(node)
  const of = r.expression(parts[0]!, depth)
  const word = parts[1]!.name
  if (word === 'between')
    return {
      kind: 'between',
      of,
      low: r.expression(parts[2]!, depth),
      high: r.expression(parts[4]!, depth),
      ...span(node),
    }
  if (word === 'in') return { kind: 'in', of, tests: readTests(r, parts.slice(2), depth), ...span(node) }
  return {
    kind: 'comparison',
    operator: r.text(parts[1]!) as ComparisonOperator,
    left: of,
    right: r.expression(parts[2]!, depth),
    ...span(node),
  }
}

const binary = new Set(['ArithmeticExpression', 'Comparison', 'Conjunction', 'Disjunction'])

/** `else x + y` reads as `else (x + y)`, which the eye may not see: brackets are asked for. */
function readIf(r: TreeReader, node: Node, depth: number): Expression {
  const [, condition, , whenTrue, , whenFalse] = children(node)
  const tail = whenFalse!
  if (binary.has(tail.name) && children(tail).length > 2)
    stop('syntax.tail-swallows', tail, { word: 'else', text: r.text(tail) })
  return {
    kind: 'if',
    condition: r.expression(condition!, depth),
    whenTrue: r.expression(whenTrue!, depth),
    whenFalse: r.expression(tail, depth),
    ...span(node),
  }
}

function readIterator(r: TreeReader, node: Node, depth: number): { variable: string; over: Expression } {
  const iterators = children(node)
  if (iterators.length !== 1) stop('syntax.several-iterators', iterators[1]!)
  const [variable, , context] = children(iterators[0]!)
  const over = children(context!)
  if (over.length !== 1) stop('syntax.left-out', context!, { what: r.text(context!) })
  return { variable: r.text(variable!), over: r.expression(over[0]!, depth) }
}

function readFor(r: TreeReader, node: Node, depth: number): Expression {
  const [, iterators, , body] = children(node)
  return { kind: 'for', ...readIterator(r, iterators!, depth), body: r.expression(body!, depth), ...span(node) }
}

function readQuantified(r: TreeReader, node: Node, depth: number): Expression {
  const [word, iterators, , condition] = children(node)
  if (condition!.name === 'Conjunction' || condition!.name === 'Disjunction')
    stop('syntax.tail-swallows', condition!, { word: 'satisfies', text: r.text(condition!) })
  return {
    kind: 'quantified',
    quantifier: r.text(word!) as 'some' | 'every',
    ...readIterator(r, iterators!, depth),
    condition: r.expression(condition!, depth),
    ...span(node),
  }
}

function readCall(r: TreeReader, node: Node, depth: number): Expression {
  const [callee, , parameters] = children(node)
  if (parameters!.name !== 'PositionalParameters') stop('syntax.named-arguments', parameters!)
  const words = r.text(callee!).split(/\s+/).join(' ')
  const values = children(parameters!).map(p => r.expression(p, depth))
  if (words === 'not' && values.length !== 1)
    stop('check.wrong-number-of-arguments', node, { name: words, wanted: '1', found: String(values.length) })
  if (words === 'not') return { kind: 'not', of: values[0]!, ...span(node) }
  return { kind: 'call', callee: words, arguments: values, ...span(node) }
}

/** `date("2021-07-01")`, `duration("P6M")` and `@"2021-07-01"` are literals; `date(…)` of anything else is left out. */
function readDate(r: TreeReader, node: Node): Expression {
  const text = /"([^"]*)"/.exec(r.text(node))?.[1]
  const word = r.text(node).startsWith('@')
    ? text?.startsWith('P')
      ? 'duration'
      : 'date'
    : /^[a-z ]+/.exec(r.text(node))?.[0]
  if (text === undefined || (word !== 'date' && word !== 'duration'))
    return stop('syntax.left-out', node, { what: r.text(node) })
  return { kind: word, text, ...span(node) }
}
