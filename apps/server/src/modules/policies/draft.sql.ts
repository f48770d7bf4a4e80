/** Queries about drafts. Every change is a compare-and-set on the version. */
import type { Selectable, Updateable } from 'kysely'
import type { Tables } from '#platform/database/rows.gen.ts'
import type { Tx } from '#platform/database/work.ts'
import type { Change, NewDocument } from './change.ts'
import type { DraftStatus } from './draft.ts'

type Table = Tables['policies.draft']

export interface Draft {
  readonly id: string
  readonly division: string
  readonly pack: string
  readonly title: string
  readonly changes: readonly Change[]
  readonly documents: readonly NewDocument[]
  readonly status: DraftStatus
  readonly version: number
  readonly author: string
  readonly madeAt: string
  readonly changedAt: string
  readonly submittedAt: string | null
  readonly decidedBy: string | null
  readonly decidedAt: string | null
  readonly reason: string | null
}

function asDraft(row: Selectable<Table>): Draft {
  const { id, division, pack, title, status, version, author, reason } = row
  return {
    ...{ id, division, pack, title, status, version, author, reason },
    changes: row.changes as readonly Change[],
    documents: row.documents as readonly NewDocument[],
    ...{ madeAt: row.made_at, changedAt: row.changed_at, submittedAt: row.submitted_at },
    ...{ decidedBy: row.decided_by, decidedAt: row.decided_at },
  }
}

export async function insertDraft(db: Tx, draft: Draft): Promise<void> {
  const { id, division, pack, title, status, version, author, madeAt, changedAt } = draft
  await db
    .insertInto('policies.draft')
    .values({
      ...{ id, division, pack, title, status, version, author, made_at: madeAt, changed_at: changedAt },
      ...{ changes: JSON.stringify(draft.changes), documents: JSON.stringify(draft.documents) },
    })
    .execute()
}

/** `lock` keeps others from moving the draft until this transaction ends. */
export async function selectDraft(db: Tx, id: string, lock: boolean): Promise<Draft | undefined> {
  const query = db.selectFrom('policies.draft').selectAll().where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row && asDraft(row)
}

export interface DraftFilter {
  readonly pack?: string | undefined
  readonly status?: DraftStatus | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Newest first. */
export async function selectDrafts(db: Tx, { pack, status, after, limit }: DraftFilter): Promise<Draft[]> {
  let query = db.selectFrom('policies.draft').selectAll()
  if (pack) query = query.where('pack', '=', pack)
  if (status) query = query.where('status', '=', status)
  if (after) query = query.where('id', '<', after)
  return (await query.orderBy('id', 'desc').limit(limit).execute()).map(asDraft)
}

/** The draft as it then stands; undefined when somebody else was faster. */
export async function updateDraft(
  db: Tx,
  { id, version }: Draft,
  change: Updateable<Table>,
): Promise<Draft | undefined> {
  const row = await db
    .updateTable('policies.draft')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst()
  return row && asDraft(row)
}

export async function deleteDraft(db: Tx, { id, version }: Draft): Promise<boolean> {
  const query = db.deleteFrom('policies.draft').where('id', '=', id).where('version', '=', version)
  return (await query.executeTakeFirst()).numDeletedRows === 1n
}
