/**
 * Three ways into one: what the device started from, what the server has now, what the device wrote. Fact by fact:
 * who alone changed a fact is right; who changed it to the same is agreed with; two different changes are a conflict
 * that a person decides. Never the last to arrive. Photos are evidence: they only come together, none is taken away.
 */
import { type FieldPath, type Fields, type FieldValue, fieldsOf, recordOf, sameValue } from './fields.ts'
import type { VisitRecord } from './visit-record.ts'

export interface FieldConflict {
  readonly field: FieldPath
  /** Null: the fact was not there. */
  readonly base: FieldValue | null
  readonly server: FieldValue | null
  readonly device: FieldValue | null
}

export interface Merge {
  /** Everything agreed; a conflicting fact keeps the server's value until somebody has decided. */
  readonly merged: VisitRecord
  readonly conflicts: readonly FieldConflict[]
}

export function mergeVisit(base: VisitRecord, server: VisitRecord, device: VisitRecord): Merge {
  const [from, ours, theirs] = [fieldsOf(base), fieldsOf(server), fieldsOf(device)]
  const merged = new Map<FieldPath, FieldValue>()
  const conflicts: FieldConflict[] = []
  for (const field of allFields(from, ours, theirs)) {
    const [was, here, there] = [from.get(field), ours.get(field), theirs.get(field)]
    const evidence = field.startsWith('photos/')
    if (evidence && (here === undefined || there === undefined)) put(merged, field, here ?? there ?? was)
    else if (sameValue(here, there) || sameValue(there, was)) put(merged, field, here)
    else if (sameValue(here, was)) put(merged, field, there)
    else {
      conflicts.push({ field, base: was ?? null, server: here ?? null, device: there ?? null })
      put(merged, field, here)
    }
  }
  return { merged: recordOf(merged), conflicts }
}

function put(fields: Map<FieldPath, FieldValue>, field: FieldPath, value: FieldValue | undefined): void {
  if (value !== undefined) fields.set(field, value)
}

function allFields(...sides: readonly Fields[]): FieldPath[] {
  return [...new Set(sides.flatMap(side => [...side.keys()]))].sort()
}

export type Side = 'server' | 'device'

/** The record after a person has chosen a side for every conflicting fact. */
export function resolveVisit(merge: Merge, take: Readonly<Record<FieldPath, Side>>): VisitRecord {
  const fields = new Map(fieldsOf(merge.merged))
  for (const { field, device } of merge.conflicts) {
    if (take[field] !== 'device') continue
    if (device === null) fields.delete(field)
    else fields.set(field, device)
  }
  return recordOf(fields)
}

/** Conflicting facts nobody has chosen a side for yet. */
export function undecided(merge: Merge, take: Readonly<Record<FieldPath, Side>>): FieldPath[] {
  return merge.conflicts.map(conflict => conflict.field).filter(field => !Object.hasOwn(take, field))
}

/** Facts in which two records differ, for showing them side by side. */
export function changedFields(a: VisitRecord, b: VisitRecord): FieldPath[] {
  const [left, right] = [fieldsOf(a), fieldsOf(b)]
  return allFields(left, right).filter(field => !sameValue(left.get(field), right.get(field)))
}
