/**
 * Declared, found, seen: the three sides of each fact, and which of them counts. What a department found wins when
 * it is the larger; when it is smaller the declaration stands; without a finding the visit wins over the declaration.
 * An officer's decision about a difference wins over all of that. Pure.
 */
import { parseYuan } from '@doudi/kernel'
import type { Field } from '@doudi/policy'
import type { Fact, FactValue } from '#modules/registry/index.ts'
import { type CaseMember, factKey } from './acts.ts'
import type { CaseState, Resolution } from './case.ts'
import type { Wording } from './case-words.ts'
import { beyondTheForm } from './declared-facts.ts'

export interface FactSide {
  readonly value: FactValue
  readonly source: string
  readonly sourceDetail: string
  readonly asOf: string
}

export interface ComparedFact {
  readonly field: string
  readonly scope: 'household' | 'member'
  readonly label: Wording
  readonly unit: string
  readonly person: CaseMember | null
  readonly declared: FactSide | null
  readonly found: FactSide | null
  readonly visit: FactSide | null
  readonly used: FactSide | null
  readonly differs: boolean
  readonly resolution: Resolution | null
}

type Sides = Pick<ComparedFact, 'declared' | 'found' | 'visit'>

export function compareFacts(state: CaseState, fields: readonly Field[], facts: readonly Fact[]): ComparedFact[] {
  const shown = new Map(fields.map(field => [field.id, field]))
  const groups = Map.groupBy(facts, ({ field, personId }) => factKey(field, personId))
  const compared = [...groups.values()].flatMap(group => {
    const [first] = group
    if (!first) return []
    const field = shown.get(first.field)
    if (!field && !Object.hasOwn(beyondTheForm, first.field)) return []
    return [compareOne(state, field, first, group)]
  })
  const order = new Map([...shown.keys()].map((id, i) => [id, i]))
  const place = ({ field }: ComparedFact) => order.get(field) ?? order.size
  const person = ({ person: who }: ComparedFact) => (who ? state.members.indexOf(who) : -1)
  return compared.toSorted((a, b) => person(a) - person(b) || place(a) - place(b))
}

function compareOne(state: CaseState, field: Field | undefined, first: Fact, group: readonly Fact[]): ComparedFact {
  const latest = (source: Fact['source']) => group.findLast(fact => fact.source === source)
  const sides = {
    declared: side(latest('declared')),
    found: side(latest('verified')),
    visit: side(latest('staff') ?? latest('visit')),
  }
  const resolution = state.resolutions[factKey(first.field, first.personId)] ?? null
  const label = field
    ? { zh: field.label['zh-CN'], en: field.label.en }
    : (beyondTheForm[first.field] ?? { zh: first.field, en: first.field })
  return {
    field: first.field,
    scope: field?.scope ?? (first.personId ? 'member' : 'household'),
    label,
    unit: field?.unit ?? '',
    person: state.members.find(({ personId }) => personId === first.personId) ?? null,
    ...sides,
    used: usedSide(sides, resolution, field?.type === 'number'),
    differs: sides.declared !== null && sides.found !== null && !same(sides.declared.value, sides.found.value),
    resolution,
  }
}

const side = (fact: Fact | undefined): FactSide | null =>
  fact ? { value: fact.value, source: fact.source, sourceDetail: fact.sourceDetail, asOf: fact.asOf } : null

function usedSide({ declared, found, visit }: Sides, resolution: Resolution | null, numeric: boolean): FactSide | null {
  if (resolution === 'use-found') return found ?? visit ?? declared
  if (resolution === 'use-declared') return declared ?? found
  if (resolution === 'excluded') return excluded(found ?? declared, numeric)
  if (!found) return visit ?? declared
  const said = declared && amountOf(declared.value)
  const known = amountOf(found.value)
  return declared && said !== null && known !== null && said > known ? declared : found
}

/** A finding that is real but does not count, such as a namesake's car: nothing of it enters the computation. */
function excluded(side: FactSide | null, numeric: boolean): FactSide | null {
  if (!side) return null
  return { ...side, value: numeric ? '0' : false, source: 'staff', sourceDetail: 'excluded' }
}

/** In hundredths, for comparing; texts, dates and yes/no have no size. */
function amountOf(value: FactValue): bigint | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null
  try {
    return parseYuan(String(value))
  } catch {
    return null
  }
}

export function same(a: FactValue, b: FactValue): boolean {
  const [left, right] = [amountOf(a), amountOf(b)]
  return left !== null && right !== null ? left === right : a === b
}
