/**
 * Text of a pack file → plain nodes with their places. Every scalar stays the text that was written (no number
 * becomes a float, no date a timestamp), and whatever could surprise a reader or exhaust the process is refused:
 * anchors, tags, repeated keys, keys that mean something to JavaScript, and files that are too large or deep.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar } from 'yaml'
import type { MessageCode } from '../messages.ts'
import type { Place } from '../problem.ts'
import type { Report } from './report.ts'

export const limits = { characters: 400_000, line: 4_000, depth: 16, entries: 40_000 } as const

export interface YamlText extends Place {
  readonly kind: 'text'
  readonly value: string
  /** Written in quotes, so that `'null'` is a text and `null` is nothing. */
  readonly quoted: boolean
  /** Where the n-th character of the value stands in the file. */
  readonly placeAt: (offset: number) => Place
}

export interface YamlList extends Place {
  readonly kind: 'list'
  readonly items: readonly Yaml[]
}

export interface YamlMap extends Place {
  readonly kind: 'map'
  readonly entries: ReadonlyMap<string, { readonly key: Place; readonly value: Yaml }>
}

export type Yaml = YamlText | YamlList | YamlMap

/** Null when the file cannot be used; the report then says why. */
export function readYaml(file: string, source: string, report: Report): Yaml | null {
  const start = { file, line: 1, column: 1 }
  if (source.length > limits.characters)
    return refuse(report, start, 'yaml.too-large', { limit: String(limits.characters) })
  const longLine = longLineIn(source)
  if (longLine > 0)
    return refuse(report, { file, line: longLine, column: 1 }, 'yaml.line-too-long', { limit: String(limits.line) })
  if (bracketDepth(source) > limits.depth * 2)
    return refuse(report, start, 'yaml.too-deep', { limit: String(limits.depth) })
  const lines = new LineCounter()
  try {
    const document = parseDocument(source, {
      schema: 'failsafe',
      lineCounter: lines,
      uniqueKeys: false,
      prettyErrors: false,
    })
    const converter = new Converter(file, source, lines, report)
    const [first] = document.errors
    if (first) return converter.refuseSyntax(first.pos[0])
    return converter.convert(document.contents as Node | null, 0)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return refuse(report, start, 'yaml.too-deep', { limit: String(limits.depth) })
  }
}

function refuse(report: Report, place: Place, code: MessageCode, values: Readonly<Record<string, string>>): null {
  report.error(code, place, values)
  return null
}

/** How deep brackets are open at most; a cheap look before the recursive parser sees them. */
function bracketDepth(source: string): number {
  let [open, deepest] = [0, 0]
  for (const sign of source) {
    if (sign === '[' || sign === '{') deepest = Math.max(deepest, ++open)
    else if ((sign === ']' || sign === '}') && open > 0) open -= 1
  }
  return deepest
}

/** The number of the first line that is too long to be written by a person; 0 when there is none. */
function longLineIn(source: string): number {
  return source.split('\n').findIndex(line => line.length > limits.line) + 1
}

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

const plainTags = new Set(['str', 'map', 'seq'].map(kind => `tag:yaml.org,2002:${kind}`))

class Converter {
  private entries = 0
  private readonly file: string
  private readonly source: string
  private readonly lines: LineCounter
  private readonly report: Report

  constructor(file: string, source: string, lines: LineCounter, report: Report) {
    this.file = file
    this.source = source
    this.lines = lines
    this.report = report
  }

  refuseSyntax(offset: number): null {
    return refuse(this.report, this.place(offset), 'yaml.invalid', {})
  }

  convert(node: Node | null, depth: number): Yaml | null {
    if (node === null) return { kind: 'text', value: '', quoted: false, ...this.place(0), placeAt: () => this.place(0) }
    const place = this.place(node.range?.[0] ?? 0)
    if (isAlias(node) || ('anchor' in node && node.anchor)) return refuse(this.report, place, 'yaml.alias', {})
    if (node.tag && !plainTags.has(node.tag)) return refuse(this.report, place, 'yaml.tag', { tag: node.tag })
    if (depth > limits.depth) return refuse(this.report, place, 'yaml.too-deep', { limit: String(limits.depth) })
    this.entries += 1
    if (this.entries > limits.entries)
      return refuse(this.report, place, 'yaml.too-many', { limit: String(limits.entries) })
    if (isMap(node)) return this.map(node.items as readonly Pair[], place, depth)
    if (isSeq(node)) return this.list(node.items as readonly Node[], place, depth)
    return isScalar(node) ? this.text(node as Scalar, place) : refuse(this.report, place, 'yaml.invalid', {})
  }

  private map(pairs: readonly Pair[], place: Place, depth: number): YamlMap | null {
    const entries = new Map<string, { key: Place; value: Yaml }>()
    for (const { key, value } of pairs) {
      const at = this.place(key?.range?.[0] ?? 0)
      if (!isScalar(key) || typeof key.value !== 'string') return refuse(this.report, at, 'yaml.invalid', {})
      if (forbiddenKeys.has(key.value)) return refuse(this.report, at, 'yaml.forbidden-key', { key: key.value })
      if (entries.has(key.value)) return refuse(this.report, at, 'yaml.duplicate-key', { key: key.value })
      const read = value ? this.convert(value, depth + 1) : this.empty(at)
      if (!read) return null
      entries.set(key.value, { key: at, value: read })
    }
    return { kind: 'map', entries, ...place }
  }

  private list(nodes: readonly Node[], place: Place, depth: number): YamlList | null {
    const items: Yaml[] = []
    for (const node of nodes) {
      const item = this.convert(node, depth + 1)
      if (!item) return null
      items.push(item)
    }
    return { kind: 'list', items, ...place }
  }

  private text(node: Scalar, place: Place): YamlText {
    const value = String(node.value ?? '')
    const quoted = node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE'
    return { kind: 'text', value, quoted, ...place, placeAt: this.placesIn(node, value, place) }
  }

  private empty(at: Place): YamlText {
    return { kind: 'text', value: '', quoted: false, ...at, placeAt: () => at }
  }

  /** Literal blocks lose their indentation, so each of their lines is found again on its own. */
  private placesIn(node: Scalar, value: string, start: Place): (offset: number) => Place {
    const from = node.range?.[0] ?? 0
    const written = this.source.slice(from, node.range?.[1] ?? from)
    if (node.type === 'BLOCK_LITERAL') return offset => this.placeInBlock(from, written, value, offset)
    const inner = written.indexOf(value)
    return inner >= 0 ? offset => this.place(from + inner + offset) : () => start
  }

  private placeInBlock(from: number, written: string, value: string, offset: number): Place {
    const before = value.slice(0, offset).split('\n')
    const writtenLines = written.split('\n')
    const header = 1
    const line = before.length - 1
    const text = writtenLines[header + line] ?? ''
    const indent = text.length - (value.split('\n')[line] ?? '').length
    const lineStart = writtenLines.slice(0, header + line).reduce((sum, l) => sum + l.length + 1, from)
    return this.place(lineStart + Math.max(indent, 0) + before[line]!.length)
  }

  place(offset: number): Place {
    const { line, col } = this.lines.linePos(Math.min(offset, this.source.length))
    const lineStart = this.lines.lineStarts[line - 1] ?? 0
    const column = [...this.source.slice(lineStart, lineStart + col - 1)].length + 1
    return { file: this.file, line: Math.max(line, 1), column }
  }
}

interface Pair {
  readonly key: Node | null
  readonly value: Node | null
}
