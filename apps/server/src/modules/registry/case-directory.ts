/**
 * Cases of a household, told by the module that owns them. The registry stands to its left and may not ask, so casework
 * brings its answer once when the house is put together; until then no household has a case.
 */
import type { Work } from '#platform/database/work.ts'
import { problems } from '#platform/problems.ts'

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

/** A paper or a look is put down to a case of the same household, never to somebody else's. */
export async function refuseForeignCase(work: Work, householdId: string, caseId: string | null): Promise<void> {
  if (caseId === null) return
  const cases = (await casesOf(work, [householdId])).get(householdId) ?? []
  if (!cases.some(({ id }) => id === caseId)) throw problems.of('access.out-of-area')
}

export const casesOf: FindCases = (work, householdIds) => find(work, householdIds)
