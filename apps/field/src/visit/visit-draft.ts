/** A visit as it is being written down, and what it becomes. Pure. */
import type { VisitEntry, VisitRecord } from '@doudi/sync'
import type { Household, Visit } from '../data/wire.ts'
import type { LocalPhoto } from './local-photo.ts'

export interface VisitDraft {
  readonly visitId: string
  readonly householdId: string
  readonly caseId: string
  /** The version in front of the person when the visit was begun. */
  readonly baseVersion: number
  readonly form: VisitRecord
  readonly photos: readonly LocalPhoto[]
  readonly signature: LocalPhoto | null
}

/** Parts of the form that are usually as they were last time. */
export const sections = ['present', 'house', 'living', 'members', 'incomes', 'property', 'debts'] as const
export type Section = (typeof sections)[number]

export function newDraft(visit: Visit): VisitDraft {
  return {
    ...{ visitId: visit.id, householdId: visit.householdId, caseId: visit.caseId, baseVersion: visit.version },
    ...{ form: (visit.form ?? {}) as VisitRecord, photos: [], signature: null },
  }
}

/** An empty answer takes the fact out again. */
export function withForm(
  draft: VisitDraft,
  change: { readonly [K in keyof VisitRecord]?: VisitRecord[K] | undefined },
): VisitDraft {
  const said = Object.entries({ ...draft.form, ...change }).filter(([, value]) => value !== undefined)
  return { ...draft, form: Object.fromEntries(said) as VisitRecord }
}

/** What the last visit said about a part, as far as it is about people who are still in the household. */
export function lastTime(household: Household | undefined, section: Section): VisitRecord[Section] | undefined {
  const form = household?.lastVisit?.form as VisitRecord | undefined
  const value = form?.[section]
  if (!household || value === undefined) return undefined
  const family = new Set(household.members.map(({ personId }) => personId))
  const still = (person: string | { personId: string }) =>
    family.has(typeof person === 'string' ? person : person.personId)
  if (!Array.isArray(value)) return value
  const kept = (value as readonly (string | { personId: string })[]).filter(still)
  return kept as unknown as VisitRecord[Section]
}

export const isFilled = ({ form }: VisitDraft, section: Section): boolean => form[section] !== undefined

export type Missing = 'outcome' | 'incomes' | 'conclusion'

/** What must be said before a visit can be handed in. */
export function missing({ form }: VisitDraft): Missing[] {
  if (!form.outcome) return ['outcome']
  if (form.outcome !== 'met') return []
  const open: Missing[] = form.incomes?.some(({ amountFen }) => amountFen === 0) ? ['incomes'] : []
  return form.conclusion ? open : [...open, 'conclusion']
}

/** What the server is told. */
export function entryOf(draft: VisitDraft, id: string, capturedAt: string): VisitEntry {
  const { visitId, baseVersion, form } = draft
  return { id, kind: 'visit.record', visitId, baseVersion, capturedAt, content: { visitedAt: capturedAt, ...form } }
}

/** A value put into or taken out of a part, without leaving empty places behind. */
export function put<T extends object, K extends keyof T>(part: T | undefined, name: K, value: T[K] | undefined): T {
  const { [name]: _before, ...rest } = (part ?? {}) as T
  return (value === undefined || value === '' ? rest : { ...rest, [name]: value }) as T
}

/** A value put into the item about one person, which is made when it is not there. */
export function putAbout<T extends { readonly personId: string }, K extends keyof T>(
  items: readonly T[] | undefined,
  personId: string,
  name: K,
  value: T[K] | undefined,
): T[] {
  const list = items ?? []
  const item = list.find(one => one.personId === personId) ?? ({ personId } as T)
  const changed = put(item, name, value)
  return list.includes(item) ? list.map(one => (one === item ? changed : one)) : [...list, changed]
}
