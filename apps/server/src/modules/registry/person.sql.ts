/** Queries about persons. */
import type { Work } from '#platform/database/work.ts'
import type { PersonRow } from './person.ts'

export async function insertPerson({ db }: Work, row: PersonRow): Promise<void> {
  await db.insertInto('registry.person').values(row).execute()
}

export async function findPersonRow({ db }: Work, personId: string): Promise<PersonRow | undefined> {
  return db.selectFrom('registry.person').selectAll().where('id', '=', personId).executeTakeFirst()
}

export async function findByIdentity(
  { db }: Work,
  county: string,
  identityIndex: Buffer,
): Promise<PersonRow | undefined> {
  return db
    .selectFrom('registry.person')
    .selectAll()
    .where('county', '=', county)
    .where('identity_index', '=', identityIndex)
    .executeTakeFirst()
}

export async function updatePerson({ db }: Work, personId: string, change: Partial<PersonRow>): Promise<void> {
  await db.updateTable('registry.person').set(change).where('id', '=', personId).execute()
}

/** Others in the county whose name is written alike; a bounded few, for a person to look at. */
export async function findNamedAlike(
  { db }: Work,
  row: Pick<PersonRow, 'county' | 'id' | 'name_key'>,
): Promise<PersonRow[]> {
  return db
    .selectFrom('registry.person')
    .selectAll()
    .where('county', '=', row.county)
    .where('name_key', '=', row.name_key)
    .where('id', '<>', row.id)
    .orderBy('id')
    .limit(50)
    .execute()
}
