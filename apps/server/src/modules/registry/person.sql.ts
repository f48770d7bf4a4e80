/** Queries about persons. */
import type { Work } from '#platform/database/work.ts'
import type { PersonRow } from './person.ts'

export async function insertPerson({ db }: Work, row: PersonRow): Promise<void> {
  await db.insertInto('registry.person').values(row).execute()
}

export async function findPersonRow({ db }: Work, personId: string): Promise<PersonRow | undefined> {
  return db.selectFrom('registry.person').selectAll().where('id', '=', personId).executeTakeFirst()
}

export async function findByIdentity({ db }: Work, county: string, identityIndex: Buffer): Promise<PersonRow | undefined> {
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

/** Others in the county whose name is written alike and who were born on the same day. */
export async function findAlike({ db }: Work, row: Pick<PersonRow, 'county' | 'id' | 'name_key' | 'born_on'>): Promise<PersonRow[]> {
  const query = db
    .selectFrom('registry.person')
    .selectAll()
    .where('county', '=', row.county)
    .where('name_key', '=', row.name_key)
    .where('id', '<>', row.id)
  return (row.born_on ? query.where('born_on', '=', row.born_on) : query).orderBy('id').limit(20).execute()
}
