/** `parameters/*.yaml`: parameters declared here, values set for those declared above, and checks between them. */
import {
  type DatedValue,
  type Direction,
  isFault,
  type Parameter,
  parameterTypes,
  readSetting,
  type SettingFault,
} from '../params/parameter.ts'
import { parseRational, type Rational, toText } from '../rational/rational.ts'
import type { Citation, Wording } from '../schema/citation.ts'
import { anything } from '../schema/range.ts'
import { date, listOf, number, type Type, text, yesNo } from '../schema/type.ts'
import { parseUnit, unitless } from '../schema/unit.ts'
import { type DocumentEntry, levels, readCitation } from './pack-file.ts'
import type { Report } from './report.ts'
import { Shape } from './shape.ts'
import type { Yaml } from './yaml.ts'

export interface ParameterEntries {
  readonly name: string
  readonly shape: Shape
  /** After this day somebody has to look whether the values still stand. */
  readonly reviewBy: string | null
}

/** A relation between values that must hold, or (soft) ought to. */
export interface ParameterCheck {
  readonly name: string
  readonly formula: string
  readonly from: string
  readonly soft: boolean
  readonly message: Wording
  readonly citation: Citation
  readonly shape: Shape
}

export interface ParametersFile {
  readonly declared: readonly { readonly parameter: Parameter; readonly values: ParameterEntries }[]
  readonly set: readonly ParameterEntries[]
  readonly checks: readonly ParameterCheck[]
}

const declarationKeys = [
  'name',
  'id',
  'label',
  'type',
  'unit',
  'options',
  'min',
  'max',
  'decimals',
  'openTo',
  'change',
  'soft',
  'statistic',
  'growsWith',
  'reviewBy',
  'note',
  'values',
]

export function readParametersFile(
  yaml: Yaml,
  pack: string,
  documents: ReadonlyMap<string, DocumentEntry>,
  report: Report,
): ParametersFile {
  const shape = new Shape(yaml, ['parameters', 'values', 'checks', 'documents'], report)
  return {
    declared: shape.shapes('parameters', declarationKeys).map(entry => ({
      parameter: readParameter(entry, pack),
      values: readOwner(entry),
    })),
    set: shape.shapes('values', ['name', 'reviewBy', 'values']).map(readOwner),
    checks: shape.shapes('checks', ['name', 'formula', 'from', 'soft', 'message', 'citation']).map(entry => ({
      name: entry.text('name'),
      formula: entry.text('formula'),
      from: entry.date('from'),
      soft: entry.flag('soft', false),
      message: entry.wording('message'),
      citation: readCitation(entry, documents),
      shape: entry,
    })),
  }
}

function readOwner(entry: Shape): ParameterEntries {
  return { name: entry.text('name'), shape: entry, reviewBy: entry.has('reviewBy') ? entry.date('reviewBy') : null }
}

const directions: readonly Direction[] = ['any', 'raise', 'lower']

function readParameter(shape: Shape, pack: string): Parameter {
  const type = shape.choice('type', parameterTypes, 'number')
  const optionLabels = readOptions(shape)
  const unit = shape.unit('unit')
  const bound = (key: string) => (shape.has(key) ? parseRational(shape.decimal(key, '0')) : null)
  const [min, max] = [bound('min'), bound('max')]
  const decimals = shape.wholeNumber('decimals', 2)
  const name = shape.name('name')
  if ((type === 'choice' || type === 'choices') && optionLabels.size === 0)
    shape.report.error('pack.choice-without-options', shape.place, { name })
  return {
    name,
    id: shape.id('id'),
    label: shape.has('label') ? shape.wording('label') : { 'zh-CN': name, en: shape.text('id') },
    type,
    checkType: checkType(type, unit, [...optionLabels.keys()], { min, max }, decimals),
    unit,
    options: [...optionLabels.keys()],
    optionLabels,
    min,
    max,
    decimals,
    openTo: shape.choices('openTo', levels),
    change: shape.choice('change', directions, 'any'),
    soft: shape.flag('soft', false),
    statistic: shape.flag('statistic', false),
    growsWith: shape.optionalText('growsWith') ?? null,
    pack,
    place: shape.at('name'),
  }
}

/** Options are a list of `{value, en}`: the Chinese text that formulas compare with, and its English label. */
export function readOptions(shape: Shape): Map<string, Wording> {
  return new Map(
    shape.shapes('options', ['value', 'id', 'en']).map(option => {
      const value = option.text('value')
      return [value, { 'zh-CN': value, en: option.text('en') }]
    }),
  )
}

function checkType(
  type: Parameter['type'],
  unit: string,
  options: readonly string[],
  range: { min: Rational | null; max: Rational | null },
  decimals: number,
): Type {
  if (type === 'yes-no') return yesNo
  if (type === 'date') return date
  if (type === 'choice') return text(options)
  if (type === 'choices') return listOf(text(options), options.length)
  return number(parseUnit(unit) ?? unitless, range.min || range.max ? range : anything, false, decimals === 0)
}

/** The dated entries of one parameter in one pack. */
export function readEntries(
  owner: Shape,
  parameter: Parameter,
  documents: ReadonlyMap<string, DocumentEntry>,
): DatedValue[] {
  const entries = owner
    .shapes('values', ['from', 'affirmed', 'value', 'unset', 'citation', 'reason'])
    .map(entry => readEntry(entry, parameter, documents))
  for (const [i, entry] of entries.entries())
    if (i > 0 && entry.from <= entries[i - 1]!.from)
      owner.report.error('pack.dates-out-of-order', entry.place, { name: parameter.name })
  return entries
}

function readEntry(entry: Shape, parameter: Parameter, documents: ReadonlyMap<string, DocumentEntry>): DatedValue {
  const unset = entry.flag('unset', false)
  if (unset && entry.has('value')) entry.report.error('pack.unset-with-value', entry.at('value'))
  if (!unset && !entry.has('value')) entry.report.error('pack.value-or-unset', entry.place)
  return {
    from: entry.date('from'),
    affirmed: entry.has('affirmed') ? entry.date('affirmed') : null,
    value: unset || !entry.has('value') ? null : readValue(entry, parameter),
    reason: entry.optionalText('reason') ?? null,
    citation: readCitation(entry, documents),
    place: entry.has('value') ? entry.at('value') : entry.place,
  }
}

function readValue(entry: Shape, parameter: Parameter) {
  const written = parameter.type === 'choices' ? entry.texts('value').join('、') : entry.scalar('value')?.value
  if (written === undefined) return null
  const setting = readSetting(parameter, written)
  if (!isFault(setting)) return setting
  reportSetting(setting.fault, entry, parameter, written)
  return null
}

function reportSetting(fault: SettingFault, entry: Shape, parameter: Parameter, value: string): void {
  const { report } = entry
  const place = entry.at('value')
  const options = parameter.type === 'yes-no' ? 'true、false' : parameter.options.join('、')
  if (fault === 'bad-number') report.error('pack.bad-number', place, { text: value })
  if (fault === 'bad-date') report.error('pack.bad-date', place, { text: value })
  if (fault === 'bad-option') report.error('pack.not-one-of', place, { value, options })
  if (fault === 'decimals')
    report.error('pack.more-than-decimals', place, { name: parameter.name, decimals: String(parameter.decimals) })
  if (fault === 'bounds')
    report.error('pack.out-of-bounds', place, { name: parameter.name, value, ...boundsOf(parameter) })
}

function boundsOf(parameter: Parameter): { min: string; max: string } {
  return { min: parameter.min ? toText(parameter.min) : '…', max: parameter.max ? toText(parameter.max) : '…' }
}
