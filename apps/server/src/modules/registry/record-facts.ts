/** Adds facts and reads them back. The act that brings them (an application, a report, a visit) is the caller's entry. */
import type { Work } from '#platform/database/work.ts'
import { findFactsOfCase, findFactsOfHousehold, insertFacts } from './fact.sql.ts'
import { type Fact, type FactRow, type NewFact, openFact, sealValue } from './fact.ts'
import { countyOf } from './household.ts'

/** Returns the ids in the order of the facts. */
export async function addFacts(work: Work, facts: readonly NewFact[]): Promise<string[]> {
  const rows = facts.map(fact => rowOf(work, fact))
  await insertFacts(work, rows)
  return rows.map(row => row.id)
}

function rowOf(work: Work, fact: NewFact): FactRow {
  const id = work.newId<'fact'>()
  return {
    ...{ county: countyOf(fact.division), id, division: fact.division, household_id: fact.householdId },
    ...{ case_id: fact.caseId ?? null, person_id: fact.personId ?? null, field: fact.field },
    value_sealed: sealValue(fact.value, id, work.crypto),
    ...{ source: fact.source, source_detail: fact.sourceDetail, source_id: fact.sourceId ?? null, as_of: fact.asOf },
    ...{ recorded_at: work.now, recorded_by: work.caller.accountId },
  }
}

/** Oldest first. */
export async function factsOfCase(work: Work, caseId: string): Promise<Fact[]> {
  return (await findFactsOfCase(work, caseId)).map(row => openFact(row, work.crypto))
}

/** Everything known about the household at an instant (now unless said), so that June can be read in September. */
export async function factsOfHousehold(work: Work, householdId: string, knownAt: string = work.now): Promise<Fact[]> {
  return (await findFactsOfHousehold(work, householdId, knownAt)).map(row => openFact(row, work.crypto))
}
