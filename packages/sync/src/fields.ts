/**
 * A visit record as single facts, each under its own path: `house/rooms`, `members/<person>/health`,
 * `incomes/<person>/wage`. Two people who wrote about different facts never disagree.
 *
 * What only means something together is one fact: an amount and its period, a photo and its purpose, the two who
 * went. Lists are told apart by what their items are about, not by their place.
 */
import type { VisitRecord } from './visit-record.ts'

export type FieldPath = string
type Scalar = string | number | boolean
export type FieldValue = Scalar | readonly string[] | Readonly<Record<string, Scalar>>
export type Fields = ReadonlyMap<FieldPath, FieldValue>

type Item = Readonly<Record<string, Scalar | undefined>>

/** Items that are one fact each, and the properties that say which one. */
const wholeItems = { incomes: ['personId', 'kind'], photos: ['digest'] } as const
/** Items whose properties are facts of their own. */
const partedItems = { members: ['personId'] } as const
const keyedLists: Readonly<Record<string, readonly string[]>> = { ...wholeItems, ...partedItems }

/** Every single fact of a record. */
export function fieldsOf(record: VisitRecord): Fields {
  const fields = new Map<FieldPath, FieldValue>()
  for (const [name, value] of Object.entries(record)) {
    if (value === undefined) continue
    if (name === 'surveyors') fields.set(name, [...value].sort())
    else if (name === 'present') for (const person of value) fields.set(`${name}/${person}`, true)
    else if (name in keyedLists) for (const item of value) putItem(fields, name, item)
    else if (typeof value === 'object') putParts(fields, name, value)
    else fields.set(name, value)
  }
  return fields
}

function putItem(fields: Map<FieldPath, FieldValue>, list: string, item: Item): void {
  const path = pathOf(list, item)
  const rest = Object.entries(item).filter(([name, value]) => value !== undefined && !keyedLists[list]?.includes(name))
  if (list in wholeItems) fields.set(path, Object.fromEntries(rest) as Record<string, Scalar>)
  else putParts(fields, path, Object.fromEntries(rest))
}

function putParts(fields: Map<FieldPath, FieldValue>, path: string, parts: Item): void {
  for (const [name, value] of Object.entries(parts)) if (value !== undefined) fields.set(`${path}/${name}`, value)
}

function pathOf(list: string, item: Item): FieldPath {
  return [list, ...(keyedLists[list] ?? []).map(key => String(item[key]))].join('/')
}

/** The record those facts make. Lists come in the order of their paths, so equal facts make equal records. */
export function recordOf(fields: Fields): VisitRecord {
  const record: Record<string, unknown> = {}
  for (const path of [...fields.keys()].sort()) {
    const value = fields.get(path)
    const [name = '', ...rest] = path.split('/')
    if (rest.length === 0) record[name] = value
    else if (name === 'present') record[name] = [...((record[name] as string[] | undefined) ?? []), rest[0]]
    else if (name in keyedLists) addToItem(record, name, rest, value)
    else record[name] = { ...(record[name] as Item | undefined), [rest.join('/')]: value }
  }
  return record as VisitRecord
}

function addToItem(record: Record<string, unknown>, list: string, rest: readonly string[], value: unknown): void {
  const keys = keyedLists[list] ?? []
  const items = ((record[list] as Record<string, unknown>[] | undefined) ?? []).slice()
  const named = Object.fromEntries(keys.map((key, i) => [key, rest[i]]))
  const at = items.findIndex(item => keys.every(key => item[key] === named[key]))
  const property = rest.slice(keys.length).join('/')
  const added = property ? { [property]: value } : (value as object)
  if (at < 0) items.push({ ...named, ...added })
  else items[at] = { ...items[at], ...added }
  record[list] = items
}

export function sameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && canonical(a) === canonical(b))
}

function canonical(value: FieldValue): string {
  if (typeof value !== 'object' || Array.isArray(value)) return JSON.stringify(value)
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Paths that a list names twice: such a record says two things about one fact. */
export function namedTwice(record: VisitRecord): FieldPath[] {
  const paths = [
    ...(record.present ?? []).map(person => `present/${person}`),
    ...(record.members ?? []).map(member => pathOf('members', { ...member })),
    ...(record.incomes ?? []).map(income => pathOf('incomes', { ...income })),
    ...(record.photos ?? []).map(photo => pathOf('photos', { ...photo })),
  ]
  return paths.filter((path, i) => paths.indexOf(path) !== i)
}
