/** Letters are written once and read again. */
import type { Insertable, Selectable } from 'kysely'
import type { Tables } from '#platform/database/rows.gen.ts'
import type { Work } from '#platform/database/work.ts'
import { problems as platformProblems } from '#platform/problems.ts'

type Table = Tables['casework.letter']
export type LetterRow = Selectable<Table>

export async function insertLetter({ db }: Work, row: Insertable<Table>): Promise<void> {
  await db.insertInto('casework.letter').values(row).execute()
}

export async function loadLetter({ db }: Work, id: string): Promise<LetterRow> {
  const row = await db.selectFrom('casework.letter').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw platformProblems.of('access.out-of-area')
  return row
}

export async function lettersOfCase({ db }: Work, caseId: string): Promise<LetterRow[]> {
  return db
    .selectFrom('casework.letter')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('issued_at')
    .orderBy('id')
    .execute()
}
