/** Text of all pack files → packs, and everything that is wrong with them. */

import type { PolicyProblem } from '../problem.ts'
import { checkCaseClauses } from './case-clauses.ts'
import { type CasesFile, readCasesFile } from './cases-file.ts'
import { checkPack } from './check-pack.ts'
import { contentHash } from './content-hash.ts'
import { documentsOf, lineage, type Pack, type PackSet, type Review } from './pack.ts'
import { type DocumentEntry, levels, type PackHeader, readPackHeader } from './pack-file.ts'
import { type ReadHeader, readPack } from './read-pack.ts'
import { Report } from './report.ts'
import { readYaml, type Yaml } from './yaml.ts'

export interface LoadOptions {
  /** Values whose review date lies before this day are warned about; nothing is, where no day is given. */
  readonly today?: string
}

/** Paths use `/`, relative to any folder; a pack is a folder with a `pack.yaml`. */
export function loadPacks(
  files: ReadonlyMap<string, string>,
  { today }: LoadOptions = {},
): { packs: PackSet; problems: PolicyProblem[] } {
  const report = new Report()
  const paths = [...files.keys()].filter(path => path.endsWith('.yaml')).sort()
  const yamls = new Map<string, Yaml>()
  for (const path of paths) {
    const yaml = readYaml(path, files.get(path)!, report)
    if (yaml) yamls.set(path, yaml)
  }
  const headers = readHeaders(paths, yamls, report)
  const packs = new Map<string, Pack>()
  for (const read of inOrderOfInheritance(headers, report)) {
    const documents = documentsAbove(read.header, packs)
    packs.set(read.header.name, readPack(read, packs, documents, report))
  }
  for (const pack of packs.values()) checkPack(lineage(packs, pack.name), report)
  for (const { reviews } of packs.values()) if (today !== undefined) reportPastReviews(reviews, today, report)
  const cases = headers.flatMap(read => readCases(read, report))
  checkCaseClauses(
    cases.flatMap(file => file.cases),
    packs,
    report,
  )
  const { problems } = report
  const hash = contentHash(paths.map(path => `${path}\n${files.get(path)}\n`).join('\0'))
  return { packs: { packs, cases, broken: brokenPacks(packs, problems), contentHash: hash }, problems }
}

function reportPastReviews(reviews: readonly Review[], today: string, report: Report): void {
  for (const { parameter, by, place } of reviews)
    if (by < today) report.warning('pack.review-past', place, { name: parameter, date: by })
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0))
}

function readHeaders(paths: readonly string[], yamls: ReadonlyMap<string, Yaml>, report: Report): ReadHeader[] {
  const folders = paths.filter(path => path === 'pack.yaml' || path.endsWith('/pack.yaml')).map(folderOf)
  const owner = (path: string) =>
    folders
      .filter(folder => folder === '' || path.startsWith(`${folder}/`))
      .reduce<string | null>((a, b) => (a !== null && a.length > b.length ? a : b), null)
  const contents = new Map<string, Map<string, Yaml>>(folders.map(folder => [folder, new Map()]))
  for (const [path, yaml] of yamls) {
    const folder = owner(path)
    if (folder === null) report.error('pack.unknown-file', yaml, { path })
    else contents.get(folder)!.set(folder === '' ? path : path.slice(folder.length + 1), yaml)
  }
  const headers: ReadHeader[] = []
  for (const [folder, files] of contents) {
    const yaml = files.get('pack.yaml')
    if (!yaml) continue
    const parameterFiles = [...files].flatMap(([path, file]) => (path.startsWith('parameters/') ? [file] : []))
    const { header, shape } = readPackHeader(yaml, parameterFiles, report)
    if (headers.some(h => h.header.name === header.name))
      report.error('pack.duplicate-pack', shape.at('name'), { name: header.name })
    else headers.push({ header, shape, folder, files })
  }
  return headers
}

/** Parents before children; unknown parents, circles and upside-down levels are reported. */
function inOrderOfInheritance(headers: readonly ReadHeader[], report: Report): ReadHeader[] {
  const byName = new Map(headers.map(read => [read.header.name, read]))
  const ordered: ReadHeader[] = []
  const visit = (read: ReadHeader, path: readonly string[]): void => {
    if (ordered.includes(read)) return
    const { name, inherits } = read.header
    if (path.includes(name)) {
      report.error('pack.inherits-itself', read.shape.at('inherits'), { path: [...path, name].join(' → ') })
      return
    }
    const parent = inherits === null ? undefined : byName.get(inherits)
    if (inherits !== null && !parent) report.error('pack.unknown-parent', read.shape.at('inherits'), { name: inherits })
    if (parent) {
      if (parent !== read) checkLevels(read, parent.header, report)
      visit(parent, [...path, name])
    }
    if (!ordered.includes(read)) ordered.push(read)
  }
  for (const read of headers) visit(read, [])
  return ordered
}

function checkLevels(read: ReadHeader, parent: PackHeader, report: Report): void {
  const { level } = read.header
  if (levels.indexOf(level) <= levels.indexOf(parent.level))
    report.error('pack.level-order', read.shape.at('level'), { level, parent: parent.level })
}

function documentsAbove(header: PackHeader, packs: ReadonlyMap<string, Pack>): ReadonlyMap<string, DocumentEntry> {
  return documentsOf([...lineage(packs, header.inherits ?? ''), header])
}

function readCases(read: ReadHeader, report: Report): CasesFile[] {
  return [...read.files].flatMap(([path, yaml]) =>
    path.startsWith('cases/') ? [readCasesFile(yaml, yaml.file, read.header.name, report)] : [],
  )
}

/** A pack is broken when one of its own files or one above it has an error. */
function brokenPacks(packs: ReadonlyMap<string, Pack>, problems: readonly PolicyProblem[]): ReadonlySet<string> {
  const errors = problems.filter(problem => problem.severity === 'error')
  const isBroken = (pack: Pack) => errors.some(e => ownerFolder(e.file, packs) === pack.folder)
  return new Set([...packs.values()].filter(pack => lineage(packs, pack.name).some(isBroken)).map(pack => pack.name))
}

function ownerFolder(file: string, packs: ReadonlyMap<string, Pack>): string | null {
  const folders = [...packs.values()]
    .map(pack => pack.folder)
    .filter(folder => folder === '' || file.startsWith(`${folder}/`))
  return folders.reduce<string | null>((a, b) => (a !== null && a.length > b.length ? a : b), null)
}
