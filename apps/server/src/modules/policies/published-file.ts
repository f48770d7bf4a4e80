/**
 * Released changes written as pack text, readable, cited, and read by the ordinary reader: one `parameters/published.yaml`
 * beside each pack's own files, and one `published.yaml` beside the rules of each programme. What the folder itself has
 * said since for the same day is left to the folder. Pure.
 */
import { type Pack, type PackSet, standardsOn } from '@doudi/policy'
import {
  type Change,
  type ChangeSet,
  isOfRule,
  type NewDocument,
  nameOf,
  type RuleChange,
  subjectOf,
} from './change.ts'

type Files = Readonly<Record<string, string>>

const NAME = '  - name: '
const FROM = '      - from: '
/** The lines of a formula stand one below the other, deeper than the key that they belong to. */
const FORMULA = '        formula: |-'
const ROWS = '          rows: |-'

type Noted<T extends Change> = T & { readonly note: string }

const inFolder = ({ folder }: Pick<Pack, 'folder'>, path: string) => `${folder === '' ? '' : `${folder}/`}${path}`

export const publishedPath = (pack: Pick<Pack, 'folder'>): string => inFolder(pack, 'parameters/published.yaml')

export const publishedRulesPath = (pack: Pick<Pack, 'folder'>, programme: string): string =>
  inFolder(pack, `programmes/${programme}/published.yaml`)

/** `folder` as it was read, with every set of changes over it; a later one wins over an earlier one for the same day. */
export function withChanges(
  folder: { readonly files: Files; readonly packs: PackSet },
  sets: readonly ChangeSet[],
): Files {
  const files: Record<string, string> = { ...folder.files }
  for (const [name, ofPack] of Map.groupBy(sets, set => set.pack)) {
    const pack = folder.packs.packs.get(name)
    if (pack) Object.assign(files, publishedTexts(pack, ofPack, severalIn(folder.packs, pack)))
  }
  return files
}

/** Nothing when the folder says all of it by itself. */
function publishedTexts(pack: Pack, sets: readonly ChangeSet[], several: ReadonlySet<string>): Files {
  const changes = latestPerDay(sets).filter(change => !saysItself(pack, change))
  if (changes.length === 0) return {}
  const cited = new Set(changes.map(({ document }) => document))
  const documents = sets
    .flatMap(set => set.documents)
    .filter(({ id }, i, all) => cited.has(id) && !pack.documents.has(id) && all.findIndex(one => one.id === id) === i)
  const values = changes.flatMap(change => (isOfRule(change) ? [] : [change]))
  const rules = changes.flatMap(change => (isOfRule(change) ? [change] : []))
  const valueLines = entryLines('values', values, change => valueLine(change, several.has(change.parameter)))
  // Rules have no place of their own for documents.
  const text = [...(documents.length > 0 ? ['documents:', ...documents.map(documentLine)] : []), ...valueLines]
  return {
    ...(text.length > 0 ? { [publishedPath(pack)]: written(text) } : {}),
    ...Object.fromEntries(
      [...Map.groupBy(rules, ({ programme }) => programme)].map(([programme, own]) => [
        publishedRulesPath(pack, programme),
        written(entryLines('overrides', own, formulaLines)),
      ]),
    ),
  }
}

const written = (lines: readonly string[]) =>
  ['# 经“标准与政策”页发布：一人起草，另一人发布。改动请在那里起草，不要手改。', ...lines, ''].join('\n')

function latestPerDay(sets: readonly ChangeSet[]): Noted<Change>[] {
  const latest = new Map<string, Noted<Change>>()
  for (const { changes, note } of sets)
    for (const change of changes) latest.set(`${subjectOf(change)} ${change.from}`, { ...change, note })
  return [...latest.values()]
}

/** The same day of the same parameter or rule stands in the pack's own files, where what was published is taken over in time. */
export function saysItself(pack: Pack, change: Change): boolean {
  return daysOf(pack, change).includes(change.from)
}

/** The days from which the pack says something of what changes. */
export function daysOf(pack: Pack, change: Change): string[] {
  if (!isOfRule(change)) return (pack.entries.get(change.parameter) ?? []).map(({ from }) => from)
  const file = pack.programmes.get(change.programme)?.rules
  const own = (file?.declared ?? []).map(({ rule, versions }) => ({ name: rule.name, versions }))
  return [...own, ...(file?.overrides ?? [])]
    .filter(({ name }) => name === change.rule)
    .flatMap(({ versions }) => versions.map(({ from }) => from))
}

function documentLine({ id, title, number, issuer, date }: NewDocument): string {
  const inPlace = number === null ? '' : ` number: ${quoted(number)},`
  return `  - { id: ${quoted(id)}, title: ${quoted(title)},${inPlace} issuer: ${quoted(issuer)}, date: ${date} }`
}

/** Parameters whose value is several of a closed list. */
function severalIn(packs: PackSet, pack: Pack): ReadonlySet<string> {
  const { parameters } = standardsOn(packs, pack.name, '9999-12-31')
  return new Set(parameters.filter(one => one.parameter.type === 'choices').map(one => one.parameter.name))
}

/** The dated entries of each parameter or rule under its name. */
function entryLines<T extends Change>(
  key: 'values' | 'overrides',
  changes: readonly Noted<T>[],
  says: (change: T) => string[],
): string[] {
  if (changes.length === 0) return []
  const lines = [...Map.groupBy(changes, nameOf)].flatMap(([name, own]) => [
    `${NAME}${quoted(name)}`,
    `    ${key === 'values' ? 'values' : 'versions'}:`,
    ...own
      .sort((a, b) => (a.from < b.from ? -1 : 1))
      .flatMap(change => [
        `      # ${change.note}`,
        `${FROM}${change.from}`,
        ...says(change),
        `        citation: { document: ${quoted(change.document)}, clause: ${quoted(change.clause)} }`,
        ...reasonLine(key, change.reason),
      ]),
  ])
  return [`${key}:`, ...lines]
}

/** A value may state its reason; at a rule it stands as a note. */
function reasonLine(key: 'values' | 'overrides', reason: string | null): string[] {
  if (reason === null) return []
  return [`        ${key === 'values' ? 'reason' : 'note'}: ${quoted(reason)}`]
}

function valueLine({ value }: Pick<Extract<Change, { value: unknown }>, 'value'>, isSeveral: boolean): string[] {
  if (value === null) return ['        unset: true']
  const texts = value.split('、').filter(Boolean).map(quoted)
  return [`        value: ${isSeveral ? `[${texts.join(', ')}]` : quoted(value)}`]
}

function formulaLines({ formula, table }: RuleChange): string[] {
  const block = (indent: string) => formula.split('\n').map(line => `${indent}${line}`.trimEnd())
  if (table === null) return [FORMULA, ...block('          ')]
  const order = table.order.length === 0 ? [] : [`          order: [${table.order.map(quoted).join(', ')}]`]
  return ['        table:', `          hit: ${quoted(table.hit)}`, ...order, ROWS, ...block('            ')]
}

/** A JSON text is a YAML text. */
const quoted = (text: string) => JSON.stringify(text)

export interface WrittenEntry {
  readonly name: string
  /** Null in the lines that speak of all its entries. */
  readonly from: string | null
  /** Where in its formula; null outside of it. */
  readonly at: { readonly line: number; readonly column: number } | null
}

/** Which entry stands at a place of a published file, so that a problem found there is told at its field. */
export function entryAt(text: string, line: number, column = 1): WrittenEntry | null {
  const above = text.split('\n').slice(0, line)
  const nameLine = above.findLastIndex(row => row.startsWith(NAME))
  if (nameLine < 0) return null
  const fromLine = above.findLastIndex(row => row.startsWith(FROM))
  const from = fromLine > nameLine ? above[fromLine]!.slice(FROM.length) : null
  const name = JSON.parse(above[nameLine]!.slice(NAME.length))
  return { name, from, at: from === null ? null : placeInFormula(above, fromLine, column) }
}

function placeInFormula(above: readonly string[], fromLine: number, column: number): WrittenEntry['at'] {
  const head = above.findLastIndex(row => row === FORMULA || row === ROWS)
  const isInside = head > fromLine && above.slice(head + 1).every(row => row === '' || row.startsWith('          '))
  if (!isInside || head === above.length - 1) return null
  const indent = above[head] === FORMULA ? 10 : 12
  return { line: above.length - 1 - head, column: Math.max(1, column - indent) }
}
