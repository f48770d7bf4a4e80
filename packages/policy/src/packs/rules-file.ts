/**
 * `rules.yaml`: the formulas of a programme, each with its versions in time, and versions for formulas of above.
 * `published.yaml` beside it has the same shape; under `overrides` it may also add versions to the pack's own formulas.
 */
import type { Dated } from '../params/choose.ts'
import type { Place } from '../problem.ts'
import type { Citation, Wording } from '../schema/citation.ts'
import type { RuleDeclaration } from '../schema/declaration.ts'
import type { Scope } from '../schema/field.ts'
import { date, number, type Type, text, yesNo } from '../schema/type.ts'
import { parseUnit, unitless } from '../schema/unit.ts'
import { hitPolicies, type TableFrame } from '../tables/table.ts'
import { type DocumentEntry, type Level, levels, readCitation } from './pack-file.ts'
import { readOptions } from './parameters-file.ts'
import type { Report } from './report.ts'
import { Shape } from './shape.ts'
import type { Yaml, YamlText } from './yaml.ts'

export interface Rule {
  readonly name: string
  readonly id: string
  readonly label: Wording
  readonly scope: Scope
  readonly unit: string
  readonly type: Type
  readonly optionLabels: ReadonlyMap<string, Wording>
  /** Chinese option → ascii id, for code. */
  readonly optionIds: ReadonlyMap<string, string>
  readonly openTo: readonly Level[]
  readonly pack: string
  readonly place: Place
}

export interface RuleVersion extends Dated {
  /** The formula, or the rows of a decision table. */
  readonly formula: string
  readonly table: TableFrame | null
  readonly citation: Citation
  /** Where the n-th letter of the formula stands. */
  readonly placeAt: (offset: number) => Place
}

export interface RulesFile {
  readonly declared: readonly { readonly rule: Rule; readonly versions: readonly RuleVersion[] }[]
  readonly overrides: readonly {
    readonly name: string
    readonly place: Place
    readonly versions: readonly RuleVersion[]
  }[]
}

const ruleKeys = ['name', 'id', 'label', 'scope', 'type', 'unit', 'options', 'openTo', 'note', 'versions']

export function readRulesFile(
  yaml: Yaml,
  pack: string,
  documents: ReadonlyMap<string, DocumentEntry>,
  report: Report,
): RulesFile {
  const shape = new Shape(yaml, ['rules', 'overrides'], report)
  return {
    declared: shape.shapes('rules', ruleKeys).map(entry => ({
      rule: readRule(entry, pack),
      versions: readVersions(entry, documents),
    })),
    overrides: shape.shapes('overrides', ['name', 'versions']).map(entry => ({
      name: entry.text('name'),
      place: entry.at('name'),
      versions: readVersions(entry, documents),
    })),
  }
}

function readRule(entry: Shape, pack: string): Rule {
  const name = entry.name('name')
  const unit = entry.unit('unit')
  const optionLabels = readOptions(entry)
  const kind = entry.choice('type', ['number', 'yes-no', 'choice', 'date'] as const, 'number')
  if (kind === 'choice' && optionLabels.size === 0)
    entry.report.error('pack.choice-without-options', entry.place, { name })
  const types: Record<typeof kind, Type> = {
    number: number(parseUnit(unit) ?? unitless),
    'yes-no': yesNo,
    choice: text([...optionLabels.keys()]),
    date,
  }
  return {
    name,
    id: entry.id('id'),
    label: entry.has('label') ? entry.wording('label') : { 'zh-CN': name, en: entry.text('id') },
    scope: entry.choice('scope', ['household', 'member'] as const, 'household'),
    unit,
    type: types[kind],
    optionLabels,
    optionIds: new Map(
      entry
        .shapes('options', ['value', 'id', 'en'])
        .map(o => [o.text('value'), o.optionalText('id') ?? o.text('value')]),
    ),
    openTo: entry.choices('openTo', levels),
    pack,
    place: entry.at('name'),
  }
}

function readVersions(owner: Shape, documents: ReadonlyMap<string, DocumentEntry>): RuleVersion[] {
  const shapes = owner.shapes('versions', ['from', 'affirmed', 'formula', 'table', 'citation', 'note'])
  if (shapes.length === 0) owner.report.error('pack.missing-key', owner.place, { key: 'versions' })
  const versions: RuleVersion[] = []
  for (const entry of shapes) versions.push(readVersion(entry, versions.at(-1), documents))
  for (const [i, version] of versions.entries())
    if (i > 0 && version.from <= versions[i - 1]!.from)
      owner.report.error('pack.dates-out-of-order', shapes[i]!.at('from'), { name: owner.text('name') })
  return versions
}

/** A version without a formula keeps the one before it: only the document that it rests on has changed. */
function readVersion(
  entry: Shape,
  before: RuleVersion | undefined,
  documents: ReadonlyMap<string, DocumentEntry>,
): RuleVersion {
  const own = entry.has('table') ? readTable(entry) : before && !entry.has('formula') ? undefined : readFormula(entry)
  const { scalar, table } = own ?? { scalar: undefined, table: before?.table ?? null }
  return {
    from: entry.date('from'),
    affirmed: entry.has('affirmed') ? entry.date('affirmed') : null,
    ...(before && !own ? { unchangedSince: before.unchangedSince ?? before.from } : {}),
    formula: own ? (scalar?.value ?? '') : (before?.formula ?? ''),
    table,
    citation: readCitation(entry, documents),
    placeAt: scalar?.placeAt ?? before?.placeAt ?? (() => entry.place),
  }
}

interface Written {
  readonly scalar: YamlText | undefined
  readonly table: TableFrame | null
}

function readFormula(entry: Shape): Written {
  return { scalar: entry.scalar('formula'), table: null }
}

function readTable(entry: Shape): Written {
  if (entry.has('formula')) entry.report.error('table.beside-formula', entry.at('table'))
  const shape = entry.shape('table', ['hit', 'order', 'rows'])
  if (!shape) return { scalar: undefined, table: null }
  const hit = shape.choice('hit', hitPolicies)
  const order = shape.list('order').map(item => (item.kind === 'text' ? item.value : ''))
  if (hit === 'priority' && order.length === 0) shape.report.error('pack.missing-key', shape.place, { key: 'order' })
  return { scalar: shape.scalar('rows'), table: { hit, order } }
}

export function declareRule(rule: Rule, version: RuleVersion): RuleDeclaration {
  return {
    kind: 'rule',
    name: rule.name,
    scope: rule.scope,
    type: rule.type,
    source: version.formula,
    table: version.table,
  }
}
