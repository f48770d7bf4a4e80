/**
 * The client makes a key, stores it, then sends; retries are harmless. The key's row is written in the
 * transaction that acts: a second request with the same key waits for the first one's commit and then gets
 * its answer, also after a crash between commit and answer.
 */
import type { Work } from '../database/work.ts'
import { problems } from '../problems.ts'

/** The status of a claimed key until its request is answered. */
const UNANSWERED = 0

export interface KeyedRequest {
  readonly key: string
  readonly route: string
  readonly bodyHash: string
}

export interface StoredReply {
  readonly status: number
  readonly reply: unknown
}

/** Claims the key, or returns the answer given before. */
export async function claimKey(work: Work, { key, route, bodyHash }: KeyedRequest): Promise<StoredReply | undefined> {
  const actor = actorOf(work)
  const claimed = await work.db
    .insertInto('platform.request_key')
    .values({ actor, key, route, body_hash: bodyHash, created_at: work.wall })
    .onConflict(conflict => conflict.columns(['actor', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  if (claimed) return undefined
  const before = await work.db
    .selectFrom('platform.request_key')
    .select(['route', 'body_hash', 'status', 'reply_sealed'])
    .where('actor', '=', actor)
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (before.status === UNANSWERED) return reclaim(work, { key, route, bodyHash })
  if (before.route !== route || before.body_hash !== bodyHash) throw problems.of('http.key-reused')
  return openReply(work, actor, key, before)
}

/** What somebody's key was answered with, whatever the request said; undefined while it has no answer. */
export async function answerTo(work: Work, actor: string, key: string): Promise<StoredReply | undefined> {
  const row = await work.db
    .selectFrom('platform.request_key')
    .select(['status', 'reply_sealed'])
    .where('actor', '=', actor)
    .where('key', '=', key)
    .executeTakeFirst()
  return row && row.status !== UNANSWERED ? openReply(work, actor, key, row) : undefined
}

function openReply(
  { crypto }: Work,
  actor: string,
  key: string,
  { status, reply_sealed: sealed }: { status: number; reply_sealed: Uint8Array | null },
): StoredReply {
  return { status, reply: sealed ? JSON.parse(crypto.open(sealed, bindOf(actor, key))) : undefined }
}

/** A key whose request was refused with its tries counted (`kept-refusal.ts`) is free for the next try. */
async function reclaim(work: Work, { key, route, bodyHash }: KeyedRequest): Promise<undefined> {
  await work.db
    .updateTable('platform.request_key')
    .set({ route, body_hash: bodyHash, created_at: work.wall })
    .where('actor', '=', actorOf(work))
    .where('key', '=', key)
    .execute()
}

export async function storeReply(work: Work, key: string, { status, reply }: StoredReply): Promise<void> {
  const actor = actorOf(work)
  await work.db
    .updateTable('platform.request_key')
    .set({
      status,
      reply_sealed: reply === undefined ? null : work.crypto.seal(JSON.stringify(reply), bindOf(actor, key)),
    })
    .where('actor', '=', actor)
    .where('key', '=', key)
    .execute()
}

const actorOf = (work: Work) => work.caller.accountId ?? 'public'
const bindOf = (actor: string, key: string) => `platform.request_key/${actor}/${key}`
