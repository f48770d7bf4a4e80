/** A test file: cases with the values that go into named nodes and those that must come out. */
import { readDate, readDateTime, readDuration, readNumber, readTime, type Value } from '@doudi/policy/untyped'
import { childOf, childrenOf, type Element, readXml, textOf } from './xml.ts'

/** A value as written: text of a stated type, or of none. */
export type Written =
  | { readonly is: 'null' }
  | { readonly is: 'text'; readonly type: string | null; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly Written[] }
  | { readonly is: 'components'; readonly entries: readonly (readonly [string, Written])[] }

export interface Case {
  readonly id: string
  /** The model file that the test file names. */
  readonly model: string
  /** A decision service or function to be called instead of evaluating decisions. */
  readonly invocable: string | null
  readonly inputs: readonly { readonly name: string; readonly namespace: string | null; readonly value: Written }[]
  readonly results: readonly { readonly name: string; readonly expected: Written }[]
}

export function readTestFile(text: string): readonly Case[] {
  const root = readXml(text)
  if (root.name !== 'testCases') throw new Error(`<testCases> was expected, <${root.name}> was found`)
  const model = textOf(root, 'modelName') ?? ''
  return childrenOf(root, 'testCase').map((element, i) => ({
    id: element.attributes.get('id') ?? String(i + 1),
    model,
    invocable: element.attributes.get('invocableName') ?? null,
    inputs: childrenOf(element, 'inputNode').map(input => ({
      name: input.attributes.get('name') ?? '',
      namespace: input.attributes.get('namespace') ?? null,
      value: written(input),
    })),
    results: childrenOf(element, 'resultNode').map(result => ({
      name: result.attributes.get('name') ?? '',
      expected: written(childOf(result, 'expected') ?? result),
    })),
  }))
}

/** The value inside an element: `value`, `list`, or any number of `component`. */
function written(element: Element): Written {
  const components = childrenOf(element, 'component')
  if (components.length > 0)
    return { is: 'components', entries: components.map(one => [one.attributes.get('name') ?? '', written(one)]) }
  const list = childOf(element, 'list')
  if (list && !isNil(list)) return { is: 'list', items: childrenOf(list, 'item').map(written) }
  const value = childOf(element, 'value')
  if (!value || isNil(value)) return { is: 'null' }
  const type = value.attributes.get('type')?.replace(/^.*:/, '') ?? null
  return { is: 'text', type, text: value.text }
}

function isNil(element: Element): boolean {
  return element.attributes.get('nil') === 'true'
}

const readers: Readonly<Record<string, (text: string) => Value>> = {
  string: text => text,
  boolean: text => (text.trim() === 'true' ? true : text.trim() === 'false' ? false : null),
  decimal: text => readNumber(text.trim()),
  double: text => readNumber(text.trim()),
  float: text => readNumber(text.trim()),
  integer: text => readNumber(text.trim()),
  int: text => readNumber(text.trim()),
  long: text => readNumber(text.trim()),
  date: text => readDate(text.trim()),
  time: text => readTime(text.trim()),
  dateTime: text => readDateTime(text.trim()),
  duration: text => readDuration(text.trim()),
  dayTimeDuration: text => readDuration(text.trim()),
  yearMonthDuration: text => readDuration(text.trim()),
}

/** Text whose type is not stated is text. */
export function toValue(value: Written): Value {
  switch (value.is) {
    case 'null':
      return null
    case 'text':
      return (readers[value.type ?? 'string'] ?? readers.string!)(value.text)
    case 'list':
      return value.items.map(toValue)
    case 'components':
      return new Map(value.entries.map(([name, inner]) => [name, toValue(inner)]))
  }
}
