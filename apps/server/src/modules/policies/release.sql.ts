/** Queries about releases. There is none that changes or deletes one. */
import { sql } from 'kysely'
import type { Tx, Work } from '#platform/database/work.ts'
import type { Change, ChangeSet, NewDocument } from './change.ts'

export interface Release {
  readonly seq: number
  readonly draftId: string
  readonly pack: string
  readonly changes: readonly Change[]
  readonly documents: readonly NewDocument[]
  readonly releasedOn: string
}

/** A release as its history tells it. */
export interface SignedRelease extends Release {
  readonly author: string
  readonly draftedAt: string
  readonly releasedBy: string
  readonly releasedAt: string
}

const columns = ['seq', 'draft_id as draftId', 'pack', 'changes', 'documents', 'released_on as releasedOn'] as const

/** Names the releases up to now: unlike a number, it is never the same in two databases. */
export async function newestRelease({ db }: Pick<Work, 'db'>): Promise<string | undefined> {
  const query = db.selectFrom('policies.release').select('draft_id').orderBy('seq', 'desc').limit(1)
  return (await query.executeTakeFirst())?.draft_id
}

/** In the order in which they were released. */
export async function selectReleases({ db }: Pick<Work, 'db'>): Promise<Release[]> {
  return (await db.selectFrom('policies.release').select(columns).orderBy('seq').execute()) as Release[]
}

export async function selectSignedReleases({ db }: Work, pack: string): Promise<SignedRelease[]> {
  const signed = [
    ...columns,
    'author',
    'drafted_at as draftedAt',
    'released_by as releasedBy',
    'released_at as releasedAt',
  ] as const
  const query = db.selectFrom('policies.release').select(signed).where('pack', '=', pack).orderBy('seq')
  return (await query.execute()) as SignedRelease[]
}

/** One release after the other: what the second is held against includes the first. */
export async function queueForRelease(db: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('policies.release', 0))`.execute(db)
}

export async function insertRelease(
  { db }: Work,
  { edition, ...release }: SignedRelease & { readonly edition: string },
): Promise<void> {
  await db
    .insertInto('policies.release')
    .values({
      ...{ seq: release.seq, draft_id: release.draftId, pack: release.pack, edition },
      changes: JSON.stringify(release.changes),
      documents: JSON.stringify(release.documents),
      ...{ author: release.author, drafted_at: release.draftedAt },
      ...{ released_by: release.releasedBy, released_at: release.releasedAt, released_on: release.releasedOn },
    })
    .execute()
}

export function asChangeSet({ seq, pack, changes, documents, releasedOn }: Release): ChangeSet {
  return { pack, changes, documents, note: `第 ${seq} 次发布，${releasedOn}` }
}
