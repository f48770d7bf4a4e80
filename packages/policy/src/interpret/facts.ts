/** A situation as somebody sent it → values in their slots, with everything that is wrong with it. */
import type { Issue } from '@doudi/kernel'
import { parseDate } from '../check/literals.ts'
import type { Fact, Facts, FactValue, Situation, SourcedFact } from '../evaluation.ts'
import { decimalsOf } from '../params/parameter.ts'
import { refuse } from '../problem.ts'
import { compare, parseRational, type Rational } from '../rational/rational.ts'
import type { Wording } from '../schema/citation.ts'
import type { Field, Form, Scope } from '../schema/field.ts'
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

/** The form, with what reading needs of it worked out once. */
export interface FactReader {
  readonly fields: readonly ReadableField[]
  readonly longest: number
  /** Names and ids that a household, or a member, may give. */
  readonly keys: Readonly<Record<Scope, ReadonlySet<string>>>
}

interface ReadableField extends Field {
  readonly least: Rational
  readonly greatest: Rational
  /** What silence means, ready to use. */
  readonly assumed: GivenFact | null
  readonly optionLabels: ReadonlyMap<string, Wording>
}

export function factReader({ fields, collection }: Pick<Form, 'fields' | 'collection'>): FactReader {
  const keys = (scope: Scope) => new Set(fields.filter(f => f.scope === scope).flatMap(f => [f.name, f.id]))
  return {
    fields: fields.map(readable),
    longest: collection.longest,
    keys: { household: keys('household'), member: keys('member') },
  }
}

function readable(field: Field): ReadableField {
  const plain = {
    ...field,
    ...{ least: parseRational(field.min)!, greatest: parseRational(field.max)!, assumed: null },
    optionLabels: new Map(field.options.map(option => [option.value, option.label])),
  }
  if (field.whenMissing === undefined) return plain
  const value = field.whenMissing === null ? null : convert(field.whenMissing, plain, wrongForm)
  return { ...plain, assumed: { value, source: null, date: null, assumed: true } }
}

function wrongForm(code: string): void {
  throw new Error(`what a form assumes must fit its field: ${code}`)
}

/** Refuses with all issues at once. */
export function readSituation(situation: Situation, reader: FactReader): GivenFacts {
  const issues: Issue[] = []
  const issue = (pointer: string, code: string, details?: Issue['details']) =>
    issues.push({ in: 'body', pointer, code, ...(details ? { details } : {}) })
  const members = Array.isArray(situation?.members) ? situation.members : []
  if (members.length === 0) issue('/members', 'situation.no-members')
  if (members.length > reader.longest) issue('/members', 'situation.too-many-members', { limit: reader.longest })
  const household = readFacts(situation?.household ?? {}, 'household', '/household', reader, issue)
  const rows = members
    .slice(0, reader.longest)
    .map((member, i) => readFacts(member, 'member', `/members/${i}`, reader, issue))
  if (issues.length > 0) throw refuse('policy.situation-invalid', {}, issues)
  return {
    household: household.map(fact => fact?.value ?? null),
    members: rows.map(row => row.map(fact => fact?.value ?? null)),
    origin: (slot, member) => (member < 0 ? household : rows[member]!)[slot]!,
  }
}

type Tell = (pointer: string, code: string, details?: Issue['details']) => void
type TellHere = (code: string, details?: Issue['details']) => void

function readFacts(
  facts: Facts,
  scope: Scope,
  pointer: string,
  { fields, keys }: FactReader,
  tell: Tell,
): (GivenFact | undefined)[] {
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) {
    tell(pointer, 'situation.not-an-object')
    return []
  }
  for (const key of Object.keys(facts))
    if (!keys[scope].has(key)) tell(`${pointer}/${escapePointer(key)}`, 'fact.unknown')
  return fields.map(field => (field.scope === scope ? readFact(facts, field, pointer, tell) : undefined))
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}

function readFact(facts: Facts, field: ReadableField, pointer: string, tell: Tell): GivenFact {
  const [byName, byId] = [own(facts, field.name), own(facts, field.id)]
  if (byName === undefined && byId === undefined && field.assumed) return field.assumed
  // Most facts are right: where they stand is put into words only when one is not.
  const place = () => `${pointer}/${byId === undefined && byName !== undefined ? escapePointer(field.name) : field.id}`
  const tellHere: TellHere = (code, details) => tell(place(), code, details)
  if (byName !== undefined && byId !== undefined && field.name !== field.id) tellHere('fact.given-twice')
  const fact = byId === undefined ? byName : byId
  const { value, source, date } = unwrap(fact)
  if (date !== undefined && !parseDate(date)) tellHere('fact.bad-source-date')
  const read =
    value === null || value === undefined
      ? missing(field, fact !== undefined, place, tellHere)
      : convert(value, field, tellHere)
  return { value: read, source: source ?? null, date: date ?? null, assumed: false }
}

function own(facts: Facts, key: string): Fact | undefined {
  return Object.hasOwn(facts, key) ? facts[key] : undefined
}

const nothing: Partial<SourcedFact> = {}

function unwrap(fact: Fact | undefined): Partial<SourcedFact> {
  if (typeof fact === 'object' && fact !== null) return fact
  return fact === undefined ? nothing : { value: fact }
}

/** Null is an answer only where the form says so: "does not apply", or "not known yet". */
function missing(field: Field, given: boolean, place: () => string, tell: TellHere): Value | Unknown {
  if (given && field.nullable) return null
  if (given && field.unsureAllowed)
    return new Unknown(() =>
      refuse('policy.fact-undetermined', { field: field.name, fieldId: field.id, pointer: place() }),
    )
  tell('fact.missing', { field: field.name })
  return null
}

function convert(value: FactValue, field: ReadableField, tell: TellHere): Value {
  switch (field.type) {
    case 'number':
      return convertNumber(value, field, tell)
    case 'yes-no': {
      if (value !== true && value !== false && value !== 'true' && value !== 'false') tell('fact.not-yes-no')
      return value === true || value === 'true'
    }
    case 'choice': {
      const option = field.options.find(o => o.value === value || o.id === value)
      if (!option) tell('fact.not-an-option', { options: field.options.map(o => o.value) })
      return option?.value ?? null
    }
    case 'date': {
      const date = typeof value === 'string' ? parseDate(value) : null
      if (!date) tell('fact.not-a-date')
      return date
    }
    case 'text':
      if (typeof value !== 'string' || value.length > 200) tell('fact.not-a-text')
      return String(value)
  }
}

function convertNumber(value: FactValue, field: ReadableField, tell: TellHere): Value {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : ''
  const number = text.includes('/') ? null : parseRational(text)
  if (!number) tell('fact.not-a-number')
  else if (compare(number, field.least) < 0 || compare(number, field.greatest) > 0)
    tell('fact.out-of-range', { min: field.min, max: field.max })
  else if (decimalsOf(text) > field.decimals) tell('fact.too-many-decimals', { decimals: field.decimals })
  return number
}
