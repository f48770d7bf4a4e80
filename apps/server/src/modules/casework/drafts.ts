/**
 * An application being written by somebody without an account. Whoever holds the token holds the draft; only the
 * token's SM3 is stored, and the row policy shows the row to no transaction that does not know it.
 */

import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Work } from '#platform/database/work.ts'
import { actAs } from '#platform/database/work.ts'
import { problems } from './problems.ts'

/** A draft nobody touched for so long is gone. */
const KEPT_DAYS = 30
const MAX_SIZE = 100_000

export interface Draft {
  readonly id: string
  readonly version: number
  readonly answers: Record<string, unknown>
  readonly submittedCase: string | null
}

export async function createDraft(work: Work): Promise<{ id: string; token: string }> {
  const token = randomBytes(24).toString('base64url')
  const id = work.newId<'draft'>()
  const holder = await asHolder(work, token)
  await holder.db
    .insertInto('casework.draft')
    .values({
      ...{ id, token_hash: work.crypto.digest(token), version: 1 },
      answers_sealed: seal(work, id, {}),
      ...{ created_at: work.wall, updated_at: work.wall, expires_at: keptUntil(work), submitted_case: null },
    })
    .execute()
  return { id, token }
}

export async function openDraft(work: Work, id: string, token: string | undefined): Promise<Draft> {
  if (!token) throw problems.of('casework.draft-unknown')
  const holder = await asHolder(work, token)
  const row = await holder.db
    .selectFrom('casework.draft')
    .selectAll()
    .where('id', '=', id)
    .where('expires_at', '>', work.wall)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw problems.of('casework.draft-unknown')
  const answers = JSON.parse(work.crypto.open(row.answers_sealed, bindOf(id))) as Record<string, unknown>
  return { id, version: row.version, answers, submittedCase: row.submitted_case }
}

/** Every page of the form saves; two devices on one draft find out instead of overwriting each other. */
export async function saveDraft(
  work: Work,
  draft: Draft,
  version: number,
  answers: Record<string, unknown>,
): Promise<number> {
  if (draft.submittedCase) throw problems.of('casework.draft-submitted')
  if (version !== draft.version) throw problems.of('casework.draft-changed', { version: draft.version })
  if (JSON.stringify(answers).length > MAX_SIZE) throw problems.of('casework.draft-too-large', { maxBytes: MAX_SIZE })
  await write(work, draft.id, { version: version + 1, answers_sealed: seal(work, draft.id, answers) })
  return version + 1
}

/** What was handed in lives in the case; the draft keeps only that it was. */
export async function closeDraft(work: Work, draft: Draft, caseId: string): Promise<void> {
  await write(work, draft.id, {
    version: draft.version + 1,
    answers_sealed: seal(work, draft.id, {}),
    submitted_case: caseId,
  })
}

interface Change {
  readonly version: number
  readonly answers_sealed: Buffer
  readonly submitted_case?: string
}

async function write(work: Work, id: string, change: Change): Promise<void> {
  await work.db
    .updateTable('casework.draft')
    .set({ ...change, updated_at: work.wall, expires_at: keptUntil(work) })
    .where('id', '=', id)
    .execute()
}

/** Lets this transaction see the one row that belongs to the token, and nothing else. */
async function asHolder(work: Work, token: string): Promise<Work> {
  const holder = await actAs(work, { ...work.caller, scope: { ...work.caller.scope, role: 'doudi_app' } })
  await sql`select set_config('doudi.draft', ${work.crypto.digest(token)}, true)`.execute(work.db)
  return holder
}

const bindOf = (id: string) => `casework.draft/answers_sealed/${id}`
const seal = (work: Work, id: string, answers: object) => work.crypto.seal(JSON.stringify(answers), bindOf(id))
const keptUntil = (work: Work) =>
  Temporal.Instant.from(work.wall)
    .add({ hours: 24 * KEPT_DAYS })
    .toString()
