/** `pack.yaml`: whose rules these are, what they inherit, and the documents that everything is cited from. */
import type { Citation, Wording } from '../schema/citation.ts'
import type { Report } from './report.ts'
import { Shape } from './shape.ts'
import type { Yaml } from './yaml.ts'

/** From the top down. A pack inherits from one above it. */
export const levels = ['nation', 'province', 'city', 'county', 'area'] as const
export type Level = (typeof levels)[number]

export const levelNames: Readonly<Record<Level, string>> = {
  nation: '国家',
  province: '省',
  city: '市',
  county: '县（区）',
  area: '乡镇（街道）',
}

export interface DocumentEntry {
  readonly id: string
  readonly title: string
  readonly number: string | null
  readonly issuer: string
  readonly date: string
  /** 示例: not a real document; whatever rests on it must never be taken for a fact. */
  readonly example: boolean
  readonly note: string | null
}

export interface PackHeader {
  readonly name: string
  readonly title: Wording
  readonly level: Level
  /** Division code, six digits and more. */
  readonly area: string
  readonly inherits: string | null
  /** A demo pack: every figure that it sets is an example. */
  readonly example: boolean
  readonly documents: ReadonlyMap<string, DocumentEntry>
}

const keys = ['name', 'title', 'level', 'area', 'inherits', 'example', 'documents', 'note']
const documentKeys = ['id', 'title', 'number', 'issuer', 'date', 'example', 'note']

/** A parameters file may bring along the documents that its values are cited from, as published values do. */
export function readPackHeader(
  yaml: Yaml,
  parameterFiles: readonly Yaml[],
  report: Report,
): { header: PackHeader; shape: Shape } {
  const shape = new Shape(yaml, keys, report)
  const documents = new Map<string, DocumentEntry>()
  const lists = [shape, ...parameterFiles.flatMap(file => documentsIn(file, report))]
  for (const entry of lists.flatMap(list => list.shapes('documents', documentKeys))) {
    const document = readDocument(entry)
    if (documents.has(document.id))
      report.error('pack.duplicate-name', entry.at('id'), { name: document.id, where: 'pack.yaml' })
    documents.set(document.id, document)
  }
  const header: PackHeader = {
    name: packName(shape),
    title: shape.wording('title'),
    level: shape.choice('level', levels),
    area: shape.text('area'),
    inherits: shape.optionalText('inherits') ?? null,
    example: shape.flag('example', false),
    documents,
  }
  return { header, shape }
}

/** The rest of the file is read, and judged, when its parameters are. */
function documentsIn(file: Yaml, report: Report): Shape[] {
  return file.kind === 'map' && file.entries.has('documents') ? [new Shape(file, [...file.entries.keys()], report)] : []
}

function packName(shape: Shape): string {
  const scalar = shape.scalar('name')
  if (scalar && !/^[a-z][a-z0-9-]{0,39}$/.test(scalar.value))
    shape.report.error('pack.bad-id', scalar, { id: scalar.value })
  return scalar?.value ?? ''
}

function readDocument(entry: Shape): DocumentEntry {
  return {
    id: entry.id('id'),
    title: entry.text('title'),
    number: entry.optionalText('number') ?? null,
    issuer: entry.text('issuer'),
    date: entry.text('date'),
    example: entry.flag('example', false),
    note: entry.optionalText('note') ?? null,
  }
}

export function fullTitle(document: DocumentEntry): string {
  return document.number ? `${document.title}（${document.number}）` : document.title
}

/** A citation as written; its document must be listed in this pack or in one it inherits from. */
export function readCitation(owner: Shape, documents: ReadonlyMap<string, DocumentEntry>): Citation {
  if (!owner.has('citation')) owner.report.error('pack.missing-citation', owner.place)
  const shape = owner.optionalShape('citation', ['document', 'clause', 'unverified', 'note'])
  if (!shape) return { document: '', title: '', clause: '' }
  const id = shape.text('document')
  const document = documents.get(id)
  if (id !== '' && !document) owner.report.error('pack.unknown-document', shape.at('document'), { document: id })
  const note = shape.optionalText('note')
  return {
    document: id,
    title: document ? fullTitle(document) : '',
    clause: shape.text('clause'),
    ...(shape.flag('unverified', false) ? { unverified: true } : {}),
    ...(note === undefined ? {} : { note }),
  }
}
