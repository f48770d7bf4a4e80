/** Assessments are written once and read again; nothing changes one. */
import type { Insertable, Selectable } from 'kysely'
import type { Tables } from '#platform/database/rows.gen.ts'
import type { Work } from '#platform/database/work.ts'
import { problems as platformProblems } from '#platform/problems.ts'

type Table = Tables['casework.assessment']
export type AssessmentRow = Selectable<Table>

export async function insertAssessment({ db }: Work, row: Insertable<Table>): Promise<AssessmentRow> {
  return db.insertInto('casework.assessment').values(row).returningAll().executeTakeFirstOrThrow()
}

export async function loadAssessment({ db }: Work, id: string): Promise<AssessmentRow> {
  const row = await db.selectFrom('casework.assessment').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw platformProblems.of('access.out-of-area')
  return row
}

/** Oldest first. */
export async function assessmentsOfCase({ db }: Work, caseId: string): Promise<AssessmentRow[]> {
  return db
    .selectFrom('casework.assessment')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}
