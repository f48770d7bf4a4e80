/** A county delegates the decision of a programme to a town in writing (审核确认权限下放), for a time. */
import { calendarDate, isBefore } from '@doudi/kernel'
import { record } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import { divisionOf } from './find-division.ts'
import { type DelegationRow, insertDelegation, selectDelegations } from './places.sql.ts'
import { problems } from './problems.ts'

export type Delegation = DelegationRow

export interface NewDelegation {
  readonly town: string
  readonly programme: string
  /** The document that delegates: title and number. */
  readonly basis: string
  readonly validFrom: string
  readonly validTo?: string | null
}

export async function addDelegation(work: Work, given: NewDelegation): Promise<Delegation> {
  const town = await divisionOf(work, given.town)
  if (town.level !== 'town') throw problems.of('places.not-a-town', { town: town.code })
  const validFrom = calendarDate(given.validFrom)
  const validTo = given.validTo == null ? null : calendarDate(given.validTo)
  if (validTo !== null && isBefore(validTo, validFrom)) throw problems.of('places.period-backwards')
  const others = await selectDelegations(work.db, town.code, given.programme, validFrom, validTo)
  if (others.length > 0)
    throw problems.of('places.delegation-overlaps', { town: town.code, programme: given.programme })
  const { programme, basis } = given
  const row = { id: work.newId(), county: town.code.slice(0, 6), town: town.code, programme, basis, validFrom, validTo }
  await insertDelegation(work.db, row)
  record(work, { act: 'delegation.added', division: town.code, body: row })
  return row
}

/** The delegation under which a town decides on a day, or null when the county decides. */
export async function delegationFor(
  work: Work,
  town: string,
  programme: string,
  date: string,
): Promise<Delegation | null> {
  const on = calendarDate(date)
  const [delegation] = await selectDelegations(work.db, town, programme, on, on)
  return delegation ?? null
}
