/** A single fact of a visit record in plain words: `house/rooms` → 房子 · 几间, its value as people say it. */
import type { Locale } from '@doudi/kernel'
import type { FieldValue } from '@doudi/sync'
import type { Household, Visit } from './data/wire.ts'
import { clockText } from './show-time.ts'
import { yuanOf } from './visit/amount.ts'
import { isWord, type Word, type Words } from './words/index.ts'

const names: Readonly<Record<string, Word>> = {
  'house/nature': 'house.nature',
  'house/structure': 'house.structure',
  'house/condition': 'house.condition',
  'house/rooms': 'house.rooms',
  'house/areaSquareMetres': 'house.area',
  'living/water': 'living.water',
  'living/electricityFenPerMonth': 'living.electricity',
  'living/appliances': 'living.appliances',
  'living/conditions': 'living.conditions',
  'property/depositsFen': 'property.deposits',
  'property/vehicles': 'property.vehicles',
  'property/homes': 'property.homes',
  'property/business': 'property.business',
  'property/other': 'property.other',
  'debts/totalFen': 'debts.total',
  'debts/reason': 'debts.reason',
}

const said = (key: string, t: Words): string | undefined => (isWord(key) ? t(key) : undefined)

/** Values that are one of a few have their own words: `nature.own`, `health.well`. */
const wordOf = (field: string, value: string, t: Words) => said(`${field.split('/').pop()}.${value}`, t)

export function factName(field: string, household: Household | undefined, t: Words): string {
  const [part = '', person = '', what = ''] = field.split('/')
  const name = household?.members.find(({ personId }) => personId === person)?.name ?? ''
  const known = names[field]
  if (known) return `${t(`part.${part}` as Word)} · ${t(known)}`
  if (part === 'present') return t('fact.present', { name })
  if (part === 'members') return `${name} · ${said(`member.${what}`, t) ?? what}`
  if (part === 'incomes') return `${name} · ${said(`income.${what}`, t) ?? what}`
  return said(`fact.${part}`, t) ?? field
}

interface Around {
  readonly visit: Visit | undefined
  readonly t: Words
  readonly locale: Locale
}

export function factValue(field: string, value: FieldValue | null, { visit, t, locale }: Around): string {
  if (value === null) return t('conflict.nothing')
  if (typeof value === 'boolean')
    return field.startsWith('present/') ? t('fact.there') : t(value ? 'answer.yes' : 'answer.no')
  if (typeof value === 'number') return /Fen/.test(field) ? yuanOf(value) : String(value)
  if (typeof value === 'string') {
    if (field === 'visitedAt') return clockText(value, locale)
    return field === 'signatureDocumentId' ? t('fact.signed') : (wordOf(field, value, t) ?? value)
  }
  if (Array.isArray(value)) return value.map(id => surveyor(visit, String(id))).join('、')
  const { amountFen, per } = value as { amountFen?: number; per?: string }
  return amountFen === undefined ? t('fact.there') : `${said(`per.${per}`, t) ?? ''} ${yuanOf(amountFen)}`.trim()
}

const surveyor = (visit: Visit | undefined, id: string) =>
  visit?.surveyors.find(({ accountId }) => accountId === id)?.name ?? id.slice(-4)
