/**
 * Declared against found, field by field. A difference is where the departments know of more than the family said;
 * where the family said more, the larger declaration counts and nobody is asked to explain it. What a family answered
 * with 说不准 (nothing declared) is simply found. A death is always looked at. Pure.
 */
import type { FoundField, FoundValue } from './findings.ts'

export interface DeclaredFact {
  readonly id: string
  readonly personId: string | null
  readonly field: string
  readonly value: unknown
}

export interface RecordedFinding {
  readonly id: string
  readonly personId: string | null
  readonly field: FoundField
  readonly value: FoundValue
}

export interface Difference {
  readonly field: FoundField
  readonly personId: string | null
  readonly declaredFactId: string | null
  readonly foundFactId: string
}

/** Somebody who lists incomes and names no wage has declared that there is none: incomes are complete lists. */
const silenceMeansNone: readonly FoundField[] = ['wage', 'pension']

export function differencesOf(declared: readonly DeclaredFact[], found: readonly RecordedFinding[]): Difference[] {
  return found.flatMap(finding => {
    const own = declared.find(fact => fact.field === finding.field && fact.personId === finding.personId)
    if (!differs(finding, own)) return []
    const { field, personId, id } = finding
    return [{ field, personId, declaredFactId: own?.id ?? null, foundFactId: id }]
  })
}

function differs({ field, value }: RecordedFinding, declared: DeclaredFact | undefined): boolean {
  if (field === 'diedOn') return true
  if (!declared) return silenceMeansNone.includes(field)
  if (declared.value === null) return false
  if (typeof value === 'boolean') return value && declared.value === false
  return typeof declared.value === 'number' && Number(value) > declared.value
}
