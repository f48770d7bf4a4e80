/**
 * Text of any FEEL formula → tree, through the parser that policies use, with two settings of its own: it knows the
 * names in scope, because FEEL lets a name hold spaces and operators, and it accepts everything the grammar knows.
 */
import { parser, trackVariables } from 'lezer-feel'
import { children, type Node } from '../syntax/node.ts'
import type { ComparisonOperator } from '../syntax/tree.ts'
import type { CellTree, Iteration, Tree, TypeTree, UntypedArithmetic } from './tree.ts'

/** Names in scope, each with the names inside it. */
export interface Names {
  readonly [name: string]: Names
}

/** The formula does not follow the grammar; `at` is an offset into its text. */
export class UnreadableFormula extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

export function readFormula(source: string, names: Names = {}): Tree {
  const reader = new Reader(source)
  const [only, ...more] = children(reader.top('Expression', names))
  if (!only || more.length > 0) throw new UnreadableFormula('one expression was expected', more[0]?.from ?? 0)
  return reader.read(only)
}

/** A cell of a decision table or a list of allowed values. */
export function readCell(source: string, names: Names = {}): CellTree {
  const reader = new Reader(source)
  const top = children(reader.top('UnaryTests', names))
  if (top[0]?.name === 'Wildcard') return 'any'
  const tests = top.find(part => part.name === 'PositiveUnaryTests')
  if (!tests) throw new UnreadableFormula('a test was expected', 0)
  return { negated: top[0]!.name === 'not', tests: children(tests).map(test => reader.read(children(test)[0]!)) }
}

/** One way to write a name: no space beside an operator, one space between words. */
export function canonicalName(name: string): string {
  return name
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ ?([./\-'+*^]) ?/g, '$1')
}

const textOrRange = /"(?:\\.|[^"\\])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|\brange(\s*<)/g

/** The grammar lacks `range<…>`; it is shown `list <…>`, which is as long, and the reader keeps the places in mind. */
function hideRangeTypes(source: string): { readonly shown: string; readonly ranges: ReadonlySet<number> } {
  const ranges = new Set<number>()
  const shown = source.replace(textOrRange, (found, bracket: string | undefined, at: number) => {
    if (bracket === undefined) return found
    ranges.add(at)
    return `list ${bracket}`
  })
  return { shown, ranges }
}

class Reader {
  readonly source: string
  readonly ranges: ReadonlySet<number>
  readonly #shown: string

  constructor(source: string) {
    this.source = source
    const { shown, ranges } = hideRangeTypes(source)
    this.#shown = shown
    this.ranges = ranges
  }

  top(top: 'Expression' | 'UnaryTests', names: Names): Node {
    const configured = parser.configure({ top, contextTracker: trackVariables(names) })
    let node: Node
    try {
      node = configured.parse(this.#shown).topNode as Node
    } catch {
      // Keeping track of names, the library throws on some texts that are no formula.
      throw new UnreadableFormula('the formula cannot be read', 0)
    }
    refuseErrors(node)
    return node
  }

  text(node: Node): string {
    return this.source.slice(node.from, node.to)
  }

  name(node: Node): string {
    return canonicalName(this.text(node))
  }

  readonly read = (node: Node): Tree => {
    const read = readers[node.name]
    if (!read) throw new UnreadableFormula(`${node.name} cannot be read`, node.from)
    return read(this, node)
  }

  readAll(nodes: readonly Node[]): Tree[] {
    return nodes.map(this.read)
  }
}

function refuseErrors(node: Node): void {
  if (node.type.isError) throw new UnreadableFormula('the formula cannot be read here', node.from)
  for (const child of children(node)) refuseErrors(child)
}

const readers: Readonly<Record<string, (r: Reader, node: Node) => Tree>> = {
  NumericLiteral: (r, n) => ({ kind: 'number', text: r.text(n).replace(/\s/g, '') }),
  StringLiteral: (r, n) => ({ kind: 'string', value: unquote(r.text(n)) }),
  BooleanLiteral: (r, n) => ({ kind: 'boolean', value: r.text(n) === 'true' }),
  null: () => ({ kind: 'null' }),
  '?': () => ({ kind: 'name', name: '?' }),
  VariableName: (r, n) => ({ kind: 'name', name: r.name(n) }),
  SpecialFunctionName: (r, n) => ({ kind: 'name', name: r.name(n) }),
  DateTimeConstructor: (r, n) => ({ kind: 'name', name: r.name(n) }),
  DateTimeLiteral: readDateTime,
  ParenthesizedExpression: (r, n) => r.read(children(n)[1]!),
  ArithmeticExpression: readArithmetic,
  Comparison: readComparison,
  Conjunction: (r, n) => readLogic(r, n, 'and'),
  Disjunction: (r, n) => readLogic(r, n, 'or'),
  IfExpression: (r, n) => {
    const [, condition, , whenTrue, , whenFalse] = children(n)
    return { kind: 'if', condition: r.read(condition!), whenTrue: r.read(whenTrue!), whenFalse: r.read(whenFalse!) }
  },
  ForExpression: (r, n) => {
    const [, iterations, , body] = children(n)
    return { kind: 'for', iterations: readIterations(r, iterations!), body: r.read(body!) }
  },
  QuantifiedExpression: (r, n) => {
    const [word, iterations, , condition] = children(n)
    const quantifier = r.text(word!) as 'some' | 'every'
    return { kind: 'quantified', quantifier, iterations: readIterations(r, iterations!), condition: r.read(condition!) }
  },
  PathExpression: (r, n) => {
    const [of, , name] = children(n)
    return { kind: 'path', of: r.read(of!), name: r.name(name!) }
  },
  FilterExpression: (r, n) => {
    const [of, , condition] = children(n)
    return { kind: 'filter', of: r.read(of!), condition: r.read(condition!) }
  },
  InstanceOfExpression: (r, n) => {
    const [of, , , type] = children(n)
    return { kind: 'instance of', of: r.read(of!), type: readType(r, type!) }
  },
  List: (r, n) => ({ kind: 'list', items: r.readAll(between(children(n))) }),
  Context: (r, n) => ({ kind: 'context', entries: between(children(n)).map(entry => readEntry(r, entry)) }),
  Interval: readInterval,
  SimplePositiveUnaryTest: (r, n) => {
    const [first, value] = children(n)
    if (first!.name !== 'CompareOp') return r.read(first!)
    return { kind: 'test', operator: r.text(first!) as ComparisonOperator, value: r.read(value!) }
  },
  FunctionDefinition: readFunction,
  FunctionInvocation: (r, n) => {
    const [callee, ...rest] = children(n)
    return readCall(r, r.read(callee!), rest[1]!)
  },
}

/** Without the brackets at both ends. */
function between(nodes: readonly Node[]): readonly Node[] {
  return nodes.slice(1, -1)
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', "'": "'" }

/** An escape the standard does not know stays as written, so that `"\s"` can be a pattern. */
function unquote(text: string): string {
  return text
    .slice(1, -1)
    .replace(
      /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|([\s\S]))/g,
      (all, four?: string, six?: string, sign?: string) => {
        if (sign !== undefined) return escapes[sign] ?? all
        const code = Number.parseInt(four ?? six!, 16)
        return code > 0x10ffff ? all : four ? String.fromCharCode(code) : String.fromCodePoint(code)
      },
    )
}

function readDateTime(r: Reader, node: Node): Tree {
  const [first, , given] = children(node)
  if (first!.name !== 'AtLiteral') return readCall(r, r.read(first!), given!)
  return { kind: 'at', text: unquote(r.text(children(first!)[0]!)) }
}

function readArithmetic(r: Reader, node: Node): Tree {
  const parts = children(node)
  if (parts.length === 2) {
    const of = r.read(parts[1]!)
    return r.text(parts[0]!) === '-' ? { kind: 'negate', of } : of
  }
  const [left, sign, right] = parts
  const operator = r.text(sign!) === '^' ? '**' : (r.text(sign!) as UntypedArithmetic)
  return { kind: 'arithmetic', operator, left: r.read(left!), right: r.read(right!) }
}

function readLogic(r: Reader, node: Node, kind: 'and' | 'or'): Tree {
  const [left, , right] = children(node)
  return { kind, left: r.read(left!), right: r.read(right!) }
}

function readComparison(r: Reader, node: Node): Tree {
  const parts = children(node)
  const left = r.read(parts[0]!)
  const word = parts[1]!.name
  if (word === 'between') return { kind: 'between', of: left, low: r.read(parts[2]!), high: r.read(parts[4]!) }
  if (word !== 'in')
    return { kind: 'comparison', operator: r.text(parts[1]!) as ComparisonOperator, left, right: r.read(parts[2]!) }
  if (parts[2]!.name === '(')
    return { kind: 'in', of: left, tests: children(parts[3]!).map(test => r.read(children(test)[0]!)) }
  return readBareIn(r, left, children(parts[2]!)[0]!)
}

/** The grammar reads `a in b and c` as `a in (b and c)`; the standard's precedence makes it `(a in b) and c`. */
function readBareIn(r: Reader, of: Tree, test: Node): Tree {
  if (test.name !== 'Conjunction' && test.name !== 'Disjunction') return { kind: 'in', of, tests: [r.read(test)] }
  const [left, , right] = children(test)
  return {
    kind: test.name === 'Conjunction' ? 'and' : 'or',
    left: readBareIn(r, of, left!),
    right: r.read(right!),
  }
}

function readIterations(r: Reader, node: Node): Iteration[] {
  return children(node).map(iteration => {
    const [variable, , context] = children(iteration)
    const [over, , to] = children(context!)
    return { variable: r.name(variable!), over: r.read(over!), to: to ? r.read(to) : null }
  })
}

function readEntry(r: Reader, node: Node): readonly [string, Tree] {
  const [key, value] = children(node)
  const name = children(key!)[0]!
  return [name.name === 'StringLiteral' ? unquote(r.text(name)) : r.name(name), r.read(value!)]
}

function readInterval(r: Reader, node: Node): Tree {
  const [open, low, , high, close] = children(node)
  return {
    kind: 'range',
    low: r.read(low!),
    high: r.read(high!),
    includesLow: r.text(open!) === '[',
    includesHigh: r.text(close!) === ']',
  }
}

function readFunction(r: Reader, node: Node): Tree {
  const nodes = children(node)
  const parameters = nodes.find(part => part.name === 'FormalParameters')
  const body = nodes.find(part => part.name === 'FunctionBody')!
  return {
    kind: 'function',
    parameters: (parameters ? children(parameters) : []).map(parameter => {
      const [name, type] = children(parameter)
      return { name: r.name(name!), type: type ? readType(r, type) : null }
    }),
    external: nodes.some(part => part.name === 'external'),
    body: r.read(children(body)[0]!),
  }
}

function readCall(r: Reader, callee: Tree, given: Node): Tree {
  if (given.name !== 'NamedParameters') return { kind: 'call', callee, arguments: r.readAll(children(given)) }
  const named = children(given).map(parameter => {
    const [name, value] = children(parameter)
    return [r.name(name!), r.read(value!)] as const
  })
  return { kind: 'call by name', callee, arguments: named }
}

function readType(r: Reader, node: Node): TypeTree {
  const inner = node.name === 'Type' || node.name === 'ArgumentType' ? children(node)[0]! : node
  if (inner.name === 'Type') return readType(r, inner)
  const parts = children(inner)
  if (inner.name === 'ListType')
    return { kind: r.ranges.has(inner.from) ? 'range' : 'list', of: readType(r, parts.find(p => p.name === 'Type')!) }
  if (inner.name === 'ContextType') {
    const entries = children(parts.find(part => part.name === 'ContextEntryTypes')!)
    return {
      kind: 'context',
      entries: entries.map(entry => [r.name(children(entry)[0]!), readType(r, children(entry)[1]!)]),
    }
  }
  if (inner.name === 'FunctionType') {
    const given = parts.find(part => part.name === 'ArgumentTypes')
    const result = parts.find(part => part.name === 'Type')!
    return {
      kind: 'function',
      parameters: (given ? children(given) : []).map(one => readType(r, one)),
      result: readType(r, result),
    }
  }
  return { kind: 'named', name: r.name(inner) }
}
