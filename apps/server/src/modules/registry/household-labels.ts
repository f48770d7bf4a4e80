/** What a household is called in a list that other modules make. */
import type { Work } from '#platform/database/work.ts'
import { findHouseholds } from './household.sql.ts'

export interface HouseholdLabel {
  readonly number: string
  readonly headName: string
}

/** By id; households outside the caller's area are left out. */
export async function householdLabels(
  work: Work,
  householdIds: readonly string[],
): Promise<ReadonlyMap<string, HouseholdLabel>> {
  const rows = await findHouseholds(work, [...new Set(householdIds)])
  return new Map(rows.map(({ id, number, head_name }) => [id, { number, headName: head_name }]))
}
