/** All files of one pack, read into one value. Mistakes go to the report; what could be read is kept. */
import type { DatedValue, Parameter } from '../params/parameter.ts'
import { readDocumentsFile } from './documents-file.ts'
import { readFormFile } from './form-file.ts'
import { lineage, type Pack, type ProgrammeLayer, type Review } from './pack.ts'
import { type DocumentEntry, levelNames, type PackHeader } from './pack-file.ts'
import { type ParameterEntries, type ParametersFile, readEntries, readParametersFile } from './parameters-file.ts'
import { readProcedureFile } from './procedure-file.ts'
import { readProgrammeFile } from './programme-file.ts'
import type { Report } from './report.ts'
import { type RulesFile, type RuleVersion, readRulesFile } from './rules-file.ts'
import type { Shape } from './shape.ts'
import type { Yaml } from './yaml.ts'

/** Path inside the pack → content. */
export type PackFiles = ReadonlyMap<string, Yaml>

export interface ReadHeader {
  readonly header: PackHeader
  readonly shape: Shape
  readonly folder: string
  readonly files: PackFiles
}

/** Packs above this one have been read already and stand in `above`. */
export function readPack(
  read: ReadHeader,
  above: ReadonlyMap<string, Pack>,
  documents: ReadonlyMap<string, DocumentEntry>,
  report: Report,
): Pack {
  const { header, files } = read
  const parameterFiles: ParametersFile[] = []
  const programmes = new Map<string, ProgrammeLayer>()
  for (const [path, yaml] of files) {
    const parts = path.split('/')
    if (parts[0] === 'parameters' && parts.length === 2)
      parameterFiles.push(readParametersFile(yaml, header.name, documents, report))
    else if (parts[0] === 'programmes' && parts.length === 3)
      programmes.set(
        parts[1]!,
        joinLayers(programmes.get(parts[1]!), readLayer(parts[2]!, path, yaml, header.name, documents, report)),
      )
    else if (parts[0] !== 'cases' && path !== 'pack.yaml') report.error('pack.unknown-file', yaml, { path })
  }
  const upper = lineage(above, header.inherits ?? '').flatMap(pack => pack.declared)
  const declared = parameterFiles.flatMap(file => file.declared.map(d => d.parameter))
  return {
    ...header,
    folder: read.folder,
    place: read.shape.place,
    declared,
    entries: readAllEntries(parameterFiles, [...upper, ...declared], header, documents),
    checks: parameterFiles.flatMap(file => file.checks),
    reviews: parameterFiles.flatMap(readReviews),
    programmes,
  }
}

function readReviews({ declared, set }: ParametersFile): Review[] {
  return [...declared.map(({ values }) => values), ...set].flatMap(({ name, reviewBy, shape }) =>
    reviewBy === null ? [] : [{ parameter: name, by: reviewBy, place: shape.at('reviewBy') }],
  )
}

function readLayer(
  file: string,
  path: string,
  yaml: Yaml,
  pack: string,
  documents: ReadonlyMap<string, DocumentEntry>,
  report: Report,
): ProgrammeLayer {
  switch (file) {
    case 'programme.yaml':
      return { programme: readProgrammeFile(yaml, report) }
    case 'form.yaml':
      return { form: readFormFile(yaml, documents, report) }
    case 'rules.yaml':
    case 'published.yaml':
      return { rules: readRulesFile(yaml, pack, documents, report) }
    case 'procedure.yaml':
      return { procedure: readProcedureFile(yaml, documents, report) }
    case 'documents.yaml':
      return { documents: readDocumentsFile(yaml, documents, report) }
    default:
      report.error('pack.unknown-file', yaml, { path })
      return {}
  }
}

/** Formulas stand in `rules.yaml`, and versions that were published for them in a file of their own, each day once. */
function joinLayers(before: ProgrammeLayer | undefined, more: ProgrammeLayer): ProgrammeLayer {
  const both = { ...before, ...more }
  return before?.rules && more.rules ? { ...both, rules: joinRules([before.rules, more.rules]) } : both
}

function joinRules(files: readonly RulesFile[]): RulesFile {
  const declared = files.flatMap(file => file.declared)
  const own = new Set(declared.map(({ rule }) => rule.name))
  const spoken = Map.groupBy(
    files.flatMap(file => file.overrides),
    ({ name }) => name,
  )
  const inTime = (versions: readonly RuleVersion[], name: string) =>
    [...versions, ...(spoken.get(name) ?? []).flatMap(one => one.versions)].sort((a, b) => (a.from < b.from ? -1 : 1))
  return {
    declared: declared.map(({ rule, versions }) => ({ rule, versions: inTime(versions, rule.name) })),
    overrides: [...spoken.values()].flatMap(([first]) =>
      first && !own.has(first.name) ? [{ ...first, versions: inTime([], first.name) }] : [],
    ),
  }
}

function readAllEntries(
  files: readonly ParametersFile[],
  known: readonly Parameter[],
  header: PackHeader,
  documents: ReadonlyMap<string, DocumentEntry>,
): ReadonlyMap<string, readonly DatedValue[]> {
  const entries = new Map<string, readonly DatedValue[]>()
  const writtenIn = new Map<string, Set<string>>()
  // Sample figures of a demo pack stand in for every level above it, so nothing is closed to them.
  const add = ({ shape, name }: ParameterEntries) => {
    const parameter = known.find(p => p.name === name)
    const files = writtenIn.get(name) ?? new Set()
    if (!parameter) shape.report.error('pack.override-unknown', shape.at('name'), { name })
    else if (parameter.pack !== header.name && !header.example && !parameter.openTo.includes(header.level))
      shape.report.error('pack.not-open', shape.at('name'), {
        name,
        owner: parameter.pack,
        level: levelNames[header.level],
        levelEn: header.level,
      })
    else if (files.has(shape.place.file))
      shape.report.error('pack.duplicate-name', shape.at('name'), { name, where: header.name })
    else entries.set(name, inOrder(entries.get(name) ?? [], readEntries(shape, parameter, documents), shape, name))
    writtenIn.set(name, files.add(shape.place.file))
  }
  for (const file of files) for (const { values } of file.declared) add(values)
  for (const file of files) for (const values of file.set) add(values)
  return entries
}

/** The values of a parameter may stand in several files of a pack; no two of them begin on one day. */
function inOrder(
  before: readonly DatedValue[],
  more: readonly DatedValue[],
  { report }: Shape,
  name: string,
): readonly DatedValue[] {
  for (const entry of more)
    if (before.some(other => other.from === entry.from)) report.error('pack.dates-out-of-order', entry.place, { name })
  return [...before, ...more].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}
