/**
 * Released changes written as pack text: one `parameters/published.yaml` beside each pack's own files, readable, cited,
 * and read by the ordinary reader. What the folder itself has said since for the same day is left to the folder. Pure.
 */
import { type Pack, type PackSet, standardsOn } from '@doudi/policy'
import type { Change, ChangeSet, NewDocument } from './change.ts'

type Files = Readonly<Record<string, string>>

const NAME = '  - name: '
const FROM = '      - from: '

interface NotedChange extends Change {
  readonly note: string
}

export const publishedPath = ({ folder }: Pick<Pack, 'folder'>): string =>
  `${folder === '' ? '' : `${folder}/`}parameters/published.yaml`

/** `folder` as it was read, with every set of changes over it; a later one wins over an earlier one for the same day. */
export function withChanges(
  folder: { readonly files: Files; readonly packs: PackSet },
  sets: readonly ChangeSet[],
): Files {
  const files: Record<string, string> = { ...folder.files }
  for (const [name, ofPack] of Map.groupBy(sets, set => set.pack)) {
    const pack = folder.packs.packs.get(name)
    const text = pack && publishedText(pack, ofPack, severalIn(folder.packs, pack))
    if (text) files[publishedPath(pack)] = text
  }
  return files
}

/** Undefined when the folder says all of it by itself. */
function publishedText(pack: Pack, sets: readonly ChangeSet[], several: ReadonlySet<string>): string | undefined {
  const entries = latestPerDay(sets).filter(change => !saysItself(pack, change))
  if (entries.length === 0) return undefined
  const cited = new Set(entries.map(({ document }) => document))
  const documents = sets
    .flatMap(set => set.documents)
    .filter(({ id }, i, all) => cited.has(id) && !pack.documents.has(id) && all.findIndex(one => one.id === id) === i)
  return [
    '# 经“标准与政策”页发布的数值：一人起草，另一人发布。改动请在那里起草，不要手改。',
    ...(documents.length > 0 ? ['documents:', ...documents.map(documentLine)] : []),
    'values:',
    ...[...Map.groupBy(entries, ({ parameter }) => parameter)].flatMap(([parameter, own]) => [
      `${NAME}${quoted(parameter)}`,
      '    values:',
      ...own.sort((a, b) => (a.from < b.from ? -1 : 1)).flatMap(entry => entryLines(entry, several.has(parameter))),
    ]),
    '',
  ].join('\n')
}

function latestPerDay(sets: readonly ChangeSet[]): NotedChange[] {
  const latest = new Map<string, NotedChange>()
  for (const { changes, note } of sets)
    for (const change of changes) latest.set(`${change.parameter} ${change.from}`, { ...change, note })
  return [...latest.values()]
}

/** The same day of the same parameter stands in the pack's own files, where published values are taken over in time. */
export function saysItself(pack: Pack, { parameter, from }: Pick<Change, 'parameter' | 'from'>): boolean {
  return (pack.entries.get(parameter) ?? []).some(entry => entry.from === from)
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

function entryLines({ from, value, document, clause, reason, note }: NotedChange, isSeveral: boolean): string[] {
  const written = (text: string) =>
    isSeveral ? `[${text.split('、').filter(Boolean).map(quoted).join(', ')}]` : quoted(text)
  return [
    `      # ${note}`,
    `${FROM}${from}`,
    `        ${value === null ? 'unset: true' : `value: ${written(value)}`}`,
    `        citation: { document: ${quoted(document)}, clause: ${quoted(clause)} }`,
    ...(reason === null ? [] : [`        reason: ${quoted(reason)}`]),
  ]
}

/** A JSON text is a YAML text. */
const quoted = (text: string) => JSON.stringify(text)

export interface WrittenEntry {
  readonly parameter: string
  /** Null in the lines that speak of all its values. */
  readonly from: string | null
}

/** Which entry stands in a line of a published file, so that a problem found there is told at its field. */
export function entryAt(text: string, line: number): WrittenEntry | null {
  const above = text.split('\n').slice(0, line)
  const nameLine = above.findLastIndex(row => row.startsWith(NAME))
  if (nameLine < 0) return null
  const from = above.slice(nameLine).findLast(row => row.startsWith(FROM))
  return { parameter: JSON.parse((above[nameLine] ?? '').slice(NAME.length)), from: from?.slice(FROM.length) ?? null }
}
