/** A situation as somebody sent it → values in their slots, with everything that is wrong with it. */
import type { Issue } from '@doudi/kernel'
import { parseDate } from '../check/literals.ts'
import type { Fact, Facts, FactValue, Situation, SourcedFact } from '../evaluation.ts'
import { decimalsOf } from '../params/parameter.ts'
import { refuse } from '../problem.ts'
import { compare, parseRational } from '../rational/rational.ts'
import type { Field, Scope } from '../schema/field.ts'
import { type FactTable, Unknown } from './run.ts'
import type { Value } from './value.ts'

/** Where a value came from, beside the value. */
export interface GivenFact {
  readonly value: Value | Unknown
  readonly source: string | null
  readonly date: string | null
  readonly assumed: boolean
}

export interface GivenFacts extends FactTable {
  readonly origin: (slot: number, member: number) => GivenFact
}

export interface FactReader {
  readonly fields: readonly Field[]
  readonly collection: { readonly name: string; readonly id: string; readonly longest: number }
}

/** Refuses with all issues at once. */
export function readSituation(situation: Situation, reader: FactReader): GivenFacts {
  const issues: Issue[] = []
  const issue = (pointer: string, code: string, details?: Issue['details']) =>
    issues.push({ in: 'body', pointer, code, ...(details ? { details } : {}) })
  const members = Array.isArray(situation?.members) ? situation.members : []
  if (members.length === 0) issue('/members', 'situation.no-members')
  if (members.length > reader.collection.longest)
    issue('/members', 'situation.too-many-members', { limit: reader.collection.longest })
  const household = readFacts(situation?.household ?? {}, 'household', '/household', reader.fields, issue)
  const rows = members
    .slice(0, reader.collection.longest)
    .map((member, i) => readFacts(member, 'member', `/members/${i}`, reader.fields, issue))
  if (issues.length > 0) throw refuse('policy.situation-invalid', {}, issues)
  return {
    household: household.map(fact => fact?.value ?? null),
    members: rows.map(row => row.map(fact => fact?.value ?? null)),
    origin: (slot, member) => (member < 0 ? household : rows[member]!)[slot]!,
  }
}

type Tell = (pointer: string, code: string, details?: Issue['details']) => void

function readFacts(
  facts: Facts,
  scope: Scope,
  pointer: string,
  fields: readonly Field[],
  tell: Tell,
): (GivenFact | undefined)[] {
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) {
    tell(pointer, 'situation.not-an-object')
    return []
  }
  const own = fields.filter(field => field.scope === scope)
  for (const key of Object.keys(facts))
    if (!own.some(field => field.name === key || field.id === key))
      tell(`${pointer}/${escapePointer(key)}`, 'fact.unknown')
  return fields.map(field => (field.scope === scope ? readFact(facts, field, pointer, tell) : undefined))
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}

function readFact(facts: Facts, field: Field, pointer: string, tell: Tell): GivenFact {
  const [byName, byId] = [own(facts, field.name), own(facts, field.id)]
  const at = `${pointer}/${byId === undefined && byName !== undefined ? escapePointer(field.name) : field.id}`
  if (byName !== undefined && byId !== undefined && field.name !== field.id) tell(at, 'fact.given-twice')
  const fact = byId === undefined ? byName : byId
  const { value, source, date } = unwrap(fact)
  const origin = { source: source ?? null, date: date ?? null, assumed: false }
  if (fact === undefined && field.whenMissing !== undefined)
    return { value: convert(field.whenMissing, field, at, tell), source: null, date: null, assumed: true }
  if (date !== undefined && !parseDate(date)) tell(at, 'fact.bad-source-date')
  if (value === null || value === undefined) return { ...origin, value: missing(field, fact !== undefined, at, tell) }
  return { ...origin, value: convert(value, field, at, tell) }
}

function own(facts: Facts, key: string): Fact | undefined {
  return Object.hasOwn(facts, key) ? facts[key] : undefined
}

function unwrap(fact: Fact | undefined): Partial<SourcedFact> {
  return typeof fact === 'object' && fact !== null ? fact : { ...(fact === undefined ? {} : { value: fact }) }
}

/** Null is an answer only where the form says so: "does not apply", or "not known yet". */
function missing(field: Field, given: boolean, at: string, tell: Tell): Value | Unknown {
  if (given && field.nullable) return null
  if (given && field.unsureAllowed)
    return new Unknown(() => refuse('policy.fact-undetermined', { field: field.name, fieldId: field.id, pointer: at }))
  tell(at, 'fact.missing', { field: field.name })
  return null
}

function convert(value: FactValue, field: Field, at: string, tell: Tell): Value {
  switch (field.type) {
    case 'number':
      return convertNumber(value, field, at, tell)
    case 'yes-no': {
      if (value !== true && value !== false && value !== 'true' && value !== 'false') tell(at, 'fact.not-yes-no')
      return value === true || value === 'true'
    }
    case 'choice': {
      const option = field.options.find(o => o.value === value || o.id === value)
      if (!option) tell(at, 'fact.not-an-option', { options: field.options.map(o => o.value) })
      return option?.value ?? null
    }
    case 'date': {
      const date = typeof value === 'string' ? parseDate(value) : null
      if (!date) tell(at, 'fact.not-a-date')
      return date
    }
    case 'text':
      if (typeof value !== 'string' || value.length > 200) tell(at, 'fact.not-a-text')
      return String(value)
  }
}

function convertNumber(value: FactValue, field: Field, at: string, tell: Tell): Value {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : ''
  const number = text.includes('/') ? null : parseRational(text)
  if (!number) tell(at, 'fact.not-a-number')
  else if (compare(number, parseRational(field.min)!) < 0 || compare(number, parseRational(field.max)!) > 0)
    tell(at, 'fact.out-of-range', { min: field.min, max: field.max })
  else if (decimalsOf(text) > field.decimals) tell(at, 'fact.too-many-decimals', { decimals: field.decimals })
  return number
}
