/** Queries about documents; there is none that changes one. */
import type { Selectable } from 'kysely'
import type { Tables } from '#platform/database/rows.gen.ts'
import type { Work } from '#platform/database/work.ts'

export type DocumentRow = Selectable<Tables['registry.document']>

export async function insertDocument({ db }: Work, row: DocumentRow): Promise<void> {
  await db.insertInto('registry.document').values(row).execute()
}

export async function findDocument({ db }: Work, id: string): Promise<DocumentRow | undefined> {
  return db.selectFrom('registry.document').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findDocumentsOfCase({ db }: Work, caseId: string): Promise<DocumentRow[]> {
  return db
    .selectFrom('registry.document')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
}
