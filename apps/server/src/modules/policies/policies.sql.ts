/** Queries about editions; there is none that changes one. */

import { canonicalJson } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import type { Edition } from './edition.ts'

export async function isStored({ db }: Work, hash: string): Promise<boolean> {
  return Boolean(await db.selectFrom('policies.edition').select('hash').where('hash', '=', hash).executeTakeFirst())
}

/** Whether it is here for the first time. */
export async function insertEdition({ db, wall }: Work, { hash, files }: Edition): Promise<boolean> {
  const inserted = await db
    .insertInto('policies.edition')
    .values({ hash, files: canonicalJson(files), loaded_at: wall })
    .onConflict(conflict => conflict.column('hash').doNothing())
    .returning('hash')
    .executeTakeFirst()
  return inserted !== undefined
}

export async function findEditionFiles({ db }: Work, hash: string): Promise<Record<string, string> | undefined> {
  const row = await db.selectFrom('policies.edition').select('files').where('hash', '=', hash).executeTakeFirst()
  return row?.files as Record<string, string> | undefined
}
