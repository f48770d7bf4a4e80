/**
 * How households are called. The registry owns their names and stands to the right, so it brings its answer once when
 * the house is put together; until then identity knows only their ids.
 */
import type { Work } from '#platform/database/work.ts'

export interface HouseholdLabel {
  readonly id: string
  readonly number: string
  readonly headName: string
}

/** Labels of the households the caller may see. */
export type FindLabels = (work: Work, householdIds: readonly string[]) => Promise<readonly HouseholdLabel[]>

let find: FindLabels = async (_work, ids) => ids.map(id => ({ id, number: '', headName: '' }))

/** Returns what answered before, so that a test can put it back. */
export function provideHouseholds(findLabels: FindLabels): FindLabels {
  const before = find
  find = findLabels
  return before
}

export const labelsOf: FindLabels = (work, householdIds) => find(work, householdIds)
