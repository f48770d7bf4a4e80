/** Boxed expressions of a model, read from XML. Texts stay texts here: whether they can be read is found when they run. */
import { childOf, childrenOf, type Element, textOf } from './xml.ts'

/** A variable or parameter with its declared type, if any. */
export interface Declared {
  readonly name: string
  readonly type: string | null
}

interface Typed {
  /** The declared type of the result, if any. */
  readonly type: string | null
}

export interface DecisionTable extends Typed {
  readonly box: 'decision table'
  readonly hitPolicy: string
  readonly aggregation: string | null
  readonly inputs: readonly { readonly text: string; readonly type: string | null; readonly allowed: string | null }[]
  readonly outputs: readonly {
    readonly name: string | null
    readonly type: string | null
    readonly allowed: string | null
    readonly fallback: Boxed | null
  }[]
  readonly rules: readonly { readonly tests: readonly string[]; readonly results: readonly Boxed[] }[]
}

interface Iteration {
  readonly variable: string
  readonly over: Boxed
  readonly body: Boxed
}

export type Boxed = Typed &
  (
    | { readonly box: 'literal'; readonly text: string }
    | DecisionTable
    | {
        readonly box: 'context'
        readonly entries: readonly (Declared | { readonly name: null; readonly type: null })[]
        readonly values: readonly Boxed[]
      }
    | { readonly box: 'invocation'; readonly callee: Boxed; readonly bindings: readonly (readonly [string, Boxed])[] }
    | {
        readonly box: 'function'
        readonly external: boolean
        readonly parameters: readonly Declared[]
        readonly body: Boxed
      }
    | { readonly box: 'list'; readonly items: readonly Boxed[] }
    | { readonly box: 'relation'; readonly columns: readonly string[]; readonly rows: readonly (readonly Boxed[])[] }
    | { readonly box: 'conditional'; readonly condition: Boxed; readonly whenTrue: Boxed; readonly whenFalse: Boxed }
    | { readonly box: 'filter'; readonly of: Boxed; readonly match: Boxed }
    | ({ readonly box: 'for' } & Iteration)
    | ({ readonly box: 'some' | 'every' } & Iteration)
    /** An expression that the model leaves out, or of a kind that the standard does not know. */
    | { readonly box: 'missing'; readonly what: string }
  )

const readers: Readonly<Record<string, (element: Element) => Boxed>> = {
  literalExpression: readLiteral,
  decisionTable: readTable,
  context: readContext,
  invocation: readInvocation,
  functionDefinition: readFunction,
  list: element => ({ box: 'list', type: typeOf(element), items: boxesIn(element) }),
  relation: readRelation,
  conditional: element => ({
    box: 'conditional',
    type: typeOf(element),
    condition: boxIn(childOf(element, 'if')),
    whenTrue: boxIn(childOf(element, 'then')),
    whenFalse: boxIn(childOf(element, 'else')),
  }),
  filter: element => ({
    box: 'filter',
    type: typeOf(element),
    of: boxIn(childOf(element, 'in')),
    match: boxIn(childOf(element, 'match')),
  }),
  for: element => readIterator(element, 'for', 'return'),
  some: element => readIterator(element, 'some', 'satisfies'),
  every: element => readIterator(element, 'every', 'satisfies'),
}

/** The first expression inside an element. */
export function boxIn(element: Element | undefined): Boxed {
  return (element && boxesIn(element)[0]) ?? missing('no expression')
}

function boxesIn(element: Element): readonly Boxed[] {
  return element.children.flatMap(child => readers[child.name]?.(child) ?? [])
}

function missing(what: string): Boxed {
  return { box: 'missing', type: null, what }
}

export function typeOf(element: Element | undefined): string | null {
  return element?.attributes.get('typeRef') || null
}

export function declared(element: Element): Declared {
  return { name: element.attributes.get('name') ?? '', type: typeOf(element) }
}

function readLiteral(element: Element): Boxed {
  const text = textOf(element, 'text')
  return text ? { box: 'literal', type: typeOf(element), text } : missing('an empty expression')
}

function cellText(element: Element): string {
  return textOf(element, 'text') || '-'
}

function readTable(element: Element): DecisionTable {
  return {
    box: 'decision table',
    type: typeOf(element),
    hitPolicy: element.attributes.get('hitPolicy') ?? 'UNIQUE',
    aggregation: element.attributes.get('aggregation') ?? null,
    inputs: childrenOf(element, 'input').map(input => {
      const expression = childOf(input, 'inputExpression')
      return {
        text: textOf(expression, 'text') ?? '',
        type: typeOf(expression),
        allowed: textOf(childOf(input, 'inputValues'), 'text') || null,
      }
    }),
    outputs: childrenOf(element, 'output').map(output => ({
      name: output.attributes.get('name') ?? null,
      type: typeOf(output),
      allowed: textOf(childOf(output, 'outputValues'), 'text') || null,
      fallback: fallbackOf(output),
    })),
    rules: childrenOf(element, 'rule').map(rule => ({
      tests: childrenOf(rule, 'inputEntry').map(cellText),
      results: childrenOf(rule, 'outputEntry').map(readLiteral),
    })),
  }
}

function fallbackOf(output: Element): Boxed | null {
  const entry = childOf(output, 'defaultOutputEntry')
  return entry ? readLiteral(entry) : null
}

function readContext(element: Element): Boxed {
  const entries = childrenOf(element, 'contextEntry')
  return {
    box: 'context',
    type: typeOf(element),
    entries: entries.map(entry => {
      const variable = childOf(entry, 'variable')
      return variable ? declared(variable) : { name: null, type: null }
    }),
    values: entries.map(boxIn),
  }
}

function readInvocation(element: Element): Boxed {
  return {
    box: 'invocation',
    type: typeOf(element),
    callee: boxIn(element),
    bindings: childrenOf(element, 'binding').map(binding => [
      childOf(binding, 'parameter')?.attributes.get('name') ?? '',
      boxIn(binding),
    ]),
  }
}

/** Also the logic of a business knowledge model. A kind other than FEEL is code that we do not run. */
export function readFunction(element: Element): Extract<Boxed, { box: 'function' }> {
  const body = boxIn(element)
  return {
    box: 'function',
    type: typeOf(element),
    external: (element.attributes.get('kind') ?? 'FEEL') !== 'FEEL',
    parameters: childrenOf(element, 'formalParameter').map(declared),
    body,
  }
}

function readRelation(element: Element): Boxed {
  return {
    box: 'relation',
    type: typeOf(element),
    columns: childrenOf(element, 'column').map(column => column.attributes.get('name') ?? ''),
    rows: childrenOf(element, 'row').map(boxesIn),
  }
}

function readIterator(element: Element, box: 'for' | 'some' | 'every', body: 'return' | 'satisfies'): Boxed {
  return {
    box,
    type: typeOf(element),
    variable: element.attributes.get('iteratorVariable') ?? '',
    over: boxIn(childOf(element, 'in')),
    body: boxIn(childOf(element, body)),
  }
}

/** Expressions inside an expression. */
export function boxesWithin(box: Boxed): readonly Boxed[] {
  switch (box.box) {
    case 'literal':
    case 'missing':
      return []
    case 'decision table':
      return [...box.outputs.flatMap(({ fallback }) => fallback ?? []), ...box.rules.flatMap(rule => rule.results)]
    case 'context':
      return box.values
    case 'invocation':
      return [box.callee, ...box.bindings.map(([, value]) => value)]
    case 'function':
      return [box.body]
    case 'list':
      return box.items
    case 'relation':
      return box.rows.flat()
    case 'conditional':
      return [box.condition, box.whenTrue, box.whenFalse]
    case 'filter':
      return [box.of, box.match]
    default:
      return [box.over, box.body]
  }
}
