/** Every query of the publicity module about notices and objections, for staff. */
import { type DivisionCode, prefixOf } from '@doudi/kernel'
import type { Insertable, Selectable } from 'kysely'
import type { Tables } from '#platform/database/rows.gen.ts'
import type { Tx } from '#platform/database/work.ts'
import type { Finding, NoticeStatus } from './notice.ts'

export type NoticeRow = Selectable<Tables['publicity.notice']>
export type ObjectionRow = Selectable<Tables['publicity.objection']>
type PublicRow = Tables['publicity.public_notice']

export async function insertNotice(
  db: Tx,
  row: Insertable<Tables['publicity.notice']>,
  shown: Insertable<PublicRow>,
): Promise<void> {
  await db.insertInto('publicity.notice').values(row).execute()
  await db.insertInto('publicity.public_notice').values(shown).execute()
}

export function selectNotice(db: Tx, id: string): Promise<NoticeRow | undefined> {
  return db.selectFrom('publicity.notice').selectAll().where('id', '=', id).executeTakeFirst()
}

export function selectNoticesOfCase(db: Tx, caseId: string): Promise<NoticeRow[]> {
  return db.selectFrom('publicity.notice').selectAll().where('case_id', '=', caseId).orderBy('id', 'desc').execute()
}

export interface NoticeFilter {
  readonly status?: NoticeStatus | undefined
  readonly division?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

export function selectNotices(db: Tx, { status, division, after, limit }: NoticeFilter): Promise<NoticeRow[]> {
  let query = db.selectFrom('publicity.notice').selectAll()
  if (status) query = query.where('status', '=', status)
  if (division) query = query.where('division', 'like', `${prefixOf(division as DivisionCode)}%`)
  if (after) query = query.where('id', '<', after)
  return query.orderBy('id', 'desc').limit(limit).execute()
}

/** Notices whose last day has passed, oldest first. */
export function selectDue(db: Tx, county: string, today: string): Promise<NoticeRow[]> {
  return db
    .selectFrom('publicity.notice')
    .selectAll()
    .where('county', '=', county)
    .where('status', '=', 'posted')
    .where('ends_on', '<', today)
    .orderBy('ends_on')
    .orderBy('id')
    .execute()
}

/** Compare-and-set: takes the notice down and its public row with it; false when it does not hang any more. */
export async function takeDown(
  db: Tx,
  { county, id }: Pick<NoticeRow, 'county' | 'id'>,
  to: 'ended' | 'withdrawn',
): Promise<boolean> {
  const row = await db
    .updateTable('publicity.notice')
    .set({ status: to })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('status', '=', 'posted')
    .returning('id')
    .executeTakeFirst()
  if (row) await db.deleteFrom('publicity.public_notice').where('id', '=', id).execute()
  return row !== undefined
}

export async function setPhoto(
  db: Tx,
  { county, id }: Pick<NoticeRow, 'county' | 'id'>,
  documentId: string,
): Promise<void> {
  await db
    .updateTable('publicity.notice')
    .set({ board_photo_document_id: documentId })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute()
}

export async function insertObjection(db: Tx, row: Insertable<Tables['publicity.objection']>): Promise<void> {
  await db.insertInto('publicity.objection').values(row).execute()
}

export async function countOpenObjections(db: Tx, noticeId: string): Promise<number> {
  const { count } = await db
    .selectFrom('publicity.objection')
    .select(select => select.fn.countAll<bigint>().as('count'))
    .where('notice_id', '=', noticeId)
    .where('status', '=', 'open')
    .executeTakeFirstOrThrow()
  return Number(count)
}

export interface ObjectionFilter {
  readonly status?: 'open' | 'answered' | undefined
  readonly caseId?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

export function selectObjections(db: Tx, { status, caseId, after, limit }: ObjectionFilter): Promise<ObjectionRow[]> {
  let query = db.selectFrom('publicity.objection').selectAll()
  if (status) query = query.where('status', '=', status)
  if (caseId) query = query.where('case_id', '=', caseId)
  if (after) query = query.where('id', '<', after)
  return query.orderBy('id', 'desc').limit(limit).execute()
}

export function selectObjection(db: Tx, id: string): Promise<ObjectionRow | undefined> {
  return db.selectFrom('publicity.objection').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Compare-and-set: undefined when somebody else has answered. */
export function answerObjectionRow(
  db: Tx,
  { county, id }: Pick<ObjectionRow, 'county' | 'id'>,
  answer: { answer: string; finding: Finding; answered_by: string | null; answered_at: string },
): Promise<ObjectionRow | undefined> {
  return db
    .updateTable('publicity.objection')
    .set({ ...answer, status: 'answered' })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('status', '=', 'open')
    .returningAll()
    .executeTakeFirst()
}
