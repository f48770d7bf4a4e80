/** Queries about households and who belongs to them. Row scope limits each to the caller's area or own line. */
import { sql } from 'kysely'
import type { Work } from '#platform/database/work.ts'
import type { HouseholdRow } from './household.ts'
import type { ShownColumns } from './person.ts'

export async function insertHousehold({ db }: Work, row: Omit<HouseholdRow, 'household_id'>): Promise<void> {
  await db.insertInto('registry.household').values(row).execute()
}

/** The next number of the village, locked until this transaction ends. */
export async function takeHouseholdNumber({ db }: Work, division: string): Promise<number> {
  const { last } = await db
    .insertInto('registry.household_number')
    .values({ division, last: 1 })
    .onConflict(conflict => conflict.column('division').doUpdateSet({ last: sql`registry.household_number.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

export async function findHousehold({ db }: Work, householdId: string): Promise<HouseholdRow | undefined> {
  return db.selectFrom('registry.household').selectAll().where('id', '=', householdId).executeTakeFirst()
}

/** Whoever changes what a household has one of waits for whoever is doing it already. */
export async function lockHousehold({ db }: Work, householdId: string): Promise<HouseholdRow | undefined> {
  return db.selectFrom('registry.household').selectAll().where('id', '=', householdId).forUpdate().executeTakeFirst()
}

export async function findHouseholds({ db }: Work, householdIds: readonly string[]): Promise<HouseholdRow[]> {
  if (householdIds.length === 0) return []
  return db.selectFrom('registry.household').selectAll().where('id', 'in', householdIds).orderBy('number').execute()
}

export async function updateHousehold(
  { db }: Work,
  householdId: string,
  change: Partial<Pick<HouseholdRow, 'head_person_id' | 'head_name' | 'address_sealed'>>,
): Promise<void> {
  await db.updateTable('registry.household').set(change).where('id', '=', householdId).execute()
}

export interface MemberRow extends ShownColumns {
  readonly relation: string
  readonly valid_from: string
  readonly valid_to: string | null
}

/** Members on a day, the head first, then as they came. */
export async function membersOn({ db }: Work, householdId: string, day: string): Promise<MemberRow[]> {
  return db
    .selectFrom('registry.membership as m')
    .innerJoin('registry.person as p', join =>
      join.onRef('p.county', '=', 'm.county').onRef('p.id', '=', 'm.person_id'),
    )
    .select(['p.id', 'p.name', 'p.sex', 'p.born_on', 'p.identity_sealed', 'p.phone_sealed'])
    .select(['m.relation', 'm.valid_from', 'm.valid_to'])
    .where('m.household_id', '=', householdId)
    .where('m.valid_from', '<=', day)
    .where(where => where.or([where('m.valid_to', 'is', null), where('m.valid_to', '>=', day)]))
    .orderBy(sql`m.relation <> 'self'`)
    .orderBy('m.valid_from')
    .orderBy('p.id')
    .execute()
}

export interface NewMembership {
  readonly county: string
  readonly household_id: string
  readonly person_id: string
  readonly division: string
  readonly relation: string
  readonly valid_from: string
}

/** Somebody taken out and put back on one day never left. */
export async function insertMembership({ db }: Work, row: NewMembership): Promise<void> {
  await db
    .insertInto('registry.membership')
    .values({ ...row, valid_to: null })
    .onConflict(conflict =>
      conflict
        .columns(['county', 'household_id', 'person_id', 'valid_from'])
        .doUpdateSet({ relation: row.relation, valid_to: null }),
    )
    .execute()
}

export async function setRelation(
  { db }: Work,
  householdId: string,
  personId: string,
  relation: string,
): Promise<void> {
  await db
    .updateTable('registry.membership')
    .set({ relation })
    .where('household_id', '=', householdId)
    .where('person_id', '=', personId)
    .where('valid_to', 'is', null)
    .execute()
}

/** The last day of membership. One that began after it never was: it ends before it begins and holds on no day. */
export async function endMemberships(
  { db }: Work,
  householdId: string,
  personIds: readonly string[],
  lastDay: string,
): Promise<void> {
  if (personIds.length === 0) return
  await db
    .updateTable('registry.membership')
    .set({ valid_to: lastDay })
    .where('household_id', '=', householdId)
    .where('person_id', 'in', [...personIds])
    .where('valid_to', 'is', null)
    .execute()
}
