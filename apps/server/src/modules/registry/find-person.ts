/** Finds people that the caller may see; a number registered outside their area answers nothing here. */
import { type Id, parseIdentityNumber } from '@doudi/kernel'
import type { Work } from '#platform/database/work.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { countyOf } from './household.ts'
import { findByIdentity, findPersonRow } from './person.sql.ts'
import { identityIndexOf, type MaskedPerson, masked, openIdentity, openPhone } from './person.ts'

export interface FoundPerson extends MaskedPerson {
  readonly householdId: Id<'household'>
  readonly division: string
}

/** By identity number as typed, in the county of `division`. */
export async function findPerson(
  work: Work,
  division: string,
  identityNumber: string,
): Promise<FoundPerson | undefined> {
  const number = parseIdentityNumber(identityNumber, work.today)
  const row = await findByIdentity(work, countyOf(division), identityIndexOf(number, work.crypto))
  if (!row) return undefined
  return {
    ...masked(row, work.today, work.crypto),
    householdId: row.household_id as Id<'household'>,
    division: row.division,
  }
}

/** What of a person is shown without asking. */
export async function maskedPerson(work: Work, personId: string): Promise<FoundPerson> {
  const row = await personRow(work, personId)
  return {
    ...masked(row, work.today, work.crypto),
    householdId: row.household_id as Id<'household'>,
    division: row.division,
  }
}

/**
 * Name, identity number and telephone in clear, for a query to a department, a message or a bank file. Whoever calls
 * this records why; nothing of it goes into a journal body, a job or a log.
 */
export async function personInClear(work: Work, personId: string) {
  const row = await personRow(work, personId)
  return {
    name: row.name,
    identityNumber: openIdentity(row, work.crypto),
    phone: openPhone(row, work.crypto),
  }
}

export async function personRow(work: Work, personId: string) {
  const row = await findPersonRow(work, personId)
  if (!row) throw platformProblems.of('access.out-of-area')
  return row
}
