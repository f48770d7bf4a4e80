/**
 * Cases of a household, told by the module that owns them. The registry stands to its left and may not ask, so casework
 * brings its answer once when the house is put together; until then no household has a case.
 */
import type { Work } from '#platform/database/work.ts'

export interface HouseholdCase {
  readonly id: string
  readonly number: string
  readonly status: string
  readonly programme: string
  readonly open: boolean
}

/** Cases the caller may see, newest first, by household id. */
export type FindCases = (
  work: Work,
  householdIds: readonly string[],
) => Promise<ReadonlyMap<string, readonly HouseholdCase[]>>

let find: FindCases = async () => new Map()

/** Returns what answered before, so that a test can put it back. */
export function provideCases(findCases: FindCases): FindCases {
  const before = find
  find = findCases
  return before
}

export const casesOf: FindCases = (work, householdIds) => find(work, householdIds)
