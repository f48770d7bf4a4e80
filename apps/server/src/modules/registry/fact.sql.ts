/** Queries about facts; there is none that changes one. */
import type { Work } from '#platform/database/work.ts'
import type { FactRow } from './fact.ts'

export async function insertFacts({ db }: Work, rows: readonly FactRow[]): Promise<void> {
  if (rows.length > 0)
    await db
      .insertInto('registry.fact')
      .values([...rows])
      .execute()
}

export async function findFactsOfCase({ db }: Work, caseId: string): Promise<FactRow[]> {
  return db
    .selectFrom('registry.fact')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
}

/** What was known about a household at an instant, whichever case brought it. */
export async function findFactsOfHousehold({ db }: Work, householdId: string, knownAt: string): Promise<FactRow[]> {
  return db
    .selectFrom('registry.fact')
    .selectAll()
    .where('household_id', '=', householdId)
    .where('recorded_at', '<=', knownAt)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
}
