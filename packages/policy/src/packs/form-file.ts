/** `form.yaml`: what the programme asks, page by page. A lower pack adds its own questions. */
import { compare, parseRational } from '../rational/rational.ts'
import type { FieldDeclaration } from '../schema/declaration.ts'
import type { Field, FieldType, FormPage, Option } from '../schema/field.ts'
import { date, number, type Type, text, yesNo } from '../schema/type.ts'
import { parseUnit, unitless } from '../schema/unit.ts'
import { type DocumentEntry, readCitation } from './pack-file.ts'
import type { Report } from './report.ts'
import { Shape } from './shape.ts'
import type { Yaml } from './yaml.ts'

export interface FormFile {
  readonly collection: { readonly name: string; readonly id: string; readonly longest: number } | null
  readonly pages: readonly FormPage[]
  readonly fields: readonly { readonly field: Field; readonly shape: Shape }[]
}

const fieldKeys = [
  'id',
  'name',
  'scope',
  'type',
  'label',
  'help',
  'unit',
  'options',
  'min',
  'max',
  'decimals',
  'nullable',
  'unsureAllowed',
  'whenMissing',
  'page',
  'askedOfResident',
  'citation',
]
const fieldTypes: readonly FieldType[] = ['number', 'yes-no', 'choice', 'date', 'text']
const scopes = ['household', 'member'] as const

export function readFormFile(yaml: Yaml, documents: ReadonlyMap<string, DocumentEntry>, report: Report): FormFile {
  const shape = new Shape(yaml, ['collection', 'pages', 'fields'], report)
  const collection = shape.optionalShape('collection', ['name', 'id', 'longest'])
  return {
    collection: collection
      ? { name: collection.name('name'), id: collection.id('id'), longest: collection.wholeNumber('longest') }
      : null,
    pages: shape.shapes('pages', ['id', 'title', 'scope']).map(page => ({
      id: page.id('id'),
      title: page.wording('title'),
      scope: page.choice('scope', scopes),
    })),
    fields: shape.shapes('fields', fieldKeys).map(entry => ({ field: readField(entry, documents), shape: entry })),
  }
}

function readField(entry: Shape, documents: ReadonlyMap<string, DocumentEntry>): Field {
  const type = entry.choice('type', fieldTypes)
  const name = entry.name('name')
  const options = entry.shapes('options', ['value', 'id', 'en']).map(readOption)
  if (type === 'choice' && options.length === 0)
    entry.report.error('pack.choice-without-options', entry.place, { name })
  const [min, max] = [entry.decimal('min', '0'), entry.decimal('max', '100000000')]
  if (compare(parseRational(min)!, parseRational(max)!) > 0)
    entry.report.error('pack.range-reversed', entry.place, { name })
  return {
    id: entry.id('id'),
    name,
    scope: entry.choice('scope', scopes),
    type,
    label: entry.wording('label'),
    ...(entry.has('help') ? { help: entry.wording('help') } : {}),
    unit: entry.unit('unit'),
    options,
    min,
    max,
    decimals: entry.wholeNumber('decimals', entry.has('unit') && entry.text('unit').startsWith('元') ? 2 : 0),
    nullable: entry.flag('nullable', false),
    unsureAllowed: entry.flag('unsureAllowed', false),
    ...(entry.has('whenMissing') ? { whenMissing: readWhenMissing(entry, type) } : {}),
    page: entry.optionalText('page') ?? '',
    askedOfResident: entry.flag('askedOfResident', true),
    ...(entry.has('citation') ? { citation: readCitation(entry, documents) } : {}),
  }
}

function readOption(option: Shape): Option {
  const value = option.text('value')
  return { value, id: option.optionalText('id') ?? value, label: { 'zh-CN': value, en: option.text('en') } }
}

function readWhenMissing(entry: Shape, type: FieldType): string | boolean | null {
  const scalar = entry.scalar('whenMissing')
  if (!scalar || (scalar.value === 'null' && !scalar.quoted)) return null
  return type === 'yes-no' ? scalar.value === 'true' : scalar.value
}

export function declareField(field: Field): FieldDeclaration {
  return {
    kind: 'field',
    name: field.name,
    scope: field.scope,
    type: { ...plainType(field), nullable: field.nullable } as Type,
  }
}

function plainType(field: Field): Type {
  if (field.type === 'yes-no') return yesNo
  if (field.type === 'date') return date
  if (field.type === 'choice') return text(field.options.map(option => option.value))
  if (field.type === 'text') return text(null)
  const range = { min: parseRational(field.min), max: parseRational(field.max) }
  return number(parseUnit(field.unit) ?? unitless, range, false, field.decimals === 0)
}
