/** `documents.yaml`: which papers are asked from everybody, which only in need, and which never. */
import type { DocumentRule, DocumentRules } from '../procedure.ts'
import { type DocumentEntry, readCitation } from './pack-file.ts'
import type { Report } from './report.ts'
import { Shape } from './shape.ts'
import type { Yaml } from './yaml.ts'

export interface DocumentsPiece extends DocumentRules {
  readonly from: string
}

const groups = ['required', 'onlyIfNotShared', 'neverDemanded'] as const

export function readDocumentsFile(
  yaml: Yaml,
  documents: ReadonlyMap<string, DocumentEntry>,
  report: Report,
): DocumentsPiece[] {
  return new Shape(yaml, ['versions'], report).shapes('versions', ['from', ...groups]).map(entry => {
    const read = (key: (typeof groups)[number]) =>
      entry.shapes(key, ['id', 'name', 'from', 'citation']).map(shape => readRule(shape, documents))
    return {
      from: entry.date('from'),
      required: read('required'),
      onlyIfNotShared: read('onlyIfNotShared'),
      neverDemanded: read('neverDemanded'),
    }
  })
}

function readRule(shape: Shape, documents: ReadonlyMap<string, DocumentEntry>): DocumentRule {
  return {
    id: shape.text('id'),
    name: shape.wording('name'),
    from: shape.choice('from', ['household', 'adult', 'member'] as const, 'household'),
    citation: readCitation(shape, documents),
  }
}

/** Later pieces replace entries with the same id and may move one from group to group. */
export function documentsOn(pieces: readonly DocumentsPiece[], date: string): DocumentRules {
  const placed = new Map<string, { group: (typeof groups)[number]; rule: DocumentRule }>()
  const inForce = pieces.filter(piece => piece.from <= date).sort((a, b) => (a.from < b.from ? -1 : 1))
  for (const piece of inForce)
    for (const group of groups) for (const rule of piece[group]) placed.set(rule.id, { group, rule })
  const of = (group: (typeof groups)[number]) => [...placed.values()].filter(p => p.group === group).map(p => p.rule)
  return { required: of('required'), onlyIfNotShared: of('onlyIfNotShared'), neverDemanded: of('neverDemanded') }
}
