/** Every query of the journal. Nothing here updates or deletes an entry; the database would refuse it. */
import type { Work } from '#platform/database/work.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Checkpoint } from './checkpoint.ts'
import { type ChainedEntry, GENESIS } from './entry.ts'

export interface ChainEnd {
  readonly seq: bigint
  readonly hash: string
}

/** The end of the county's chain, locked until this transaction ends. */
export async function lockChain({ db }: Work, county: string): Promise<ChainEnd> {
  await db
    .insertInto('journal.chain')
    .values({ county, seq: 0n, hash: GENESIS })
    .onConflict(conflict => conflict.column('county').doNothing())
    .execute()
  return db
    .selectFrom('journal.chain')
    .select(['seq', 'hash'])
    .where('county', '=', county)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export async function moveChain({ db }: Work, { county, seq, hash }: ChainEnd & { county: string }): Promise<void> {
  await db.updateTable('journal.chain').set({ seq, hash }).where('county', '=', county).execute()
}

export async function insertEntries({ db }: Work, entries: readonly ChainedEntry[]): Promise<void> {
  const rows = entries.map(entry => ({ ...entry, body: canonicalJson(entry.body) }))
  await db.insertInto('journal.entry').values(rows).execute()
}

export async function chainEnd({ db }: Work, county: string): Promise<ChainEnd | undefined> {
  return db.selectFrom('journal.chain').select(['seq', 'hash']).where('county', '=', county).executeTakeFirst()
}

/** Counties that have a chain, an entry or a checkpoint, whatever somebody took away of the other two. */
export async function countiesWithLine({ db }: Work): Promise<string[]> {
  const rows = await db
    .selectFrom('journal.chain')
    .select('county')
    .union(db.selectFrom('journal.entry').select('county').distinct())
    .union(db.selectFrom('journal.checkpoint').select('county').distinct())
    .execute()
  return rows.map(row => row.county).sort()
}

const PAGE = 1000

/** The county's entries in order, a page at a time. */
export async function* entriesOf({ db }: Work, county: string): AsyncGenerator<ChainedEntry> {
  for (let after: bigint | undefined; ; ) {
    let query = db.selectFrom('journal.entry').selectAll().where('county', '=', county)
    if (after !== undefined) query = query.where('seq', '>', after)
    const page = await query.orderBy('seq').limit(PAGE).execute()
    yield* page
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last.seq
  }
}

/** `undefined` also where the caller may not read. */
export async function hashAt({ db }: Work, county: string, seq: bigint): Promise<string | undefined> {
  const row = await db
    .selectFrom('journal.entry')
    .select('hash')
    .where('county', '=', county)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return row?.hash
}

export async function lastCheckpoint({ db }: Work, county: string): Promise<Checkpoint | undefined> {
  return db
    .selectFrom('journal.checkpoint')
    .selectAll()
    .where('county', '=', county)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function checkpointsOf({ db }: Work, county: string): Promise<Checkpoint[]> {
  return db.selectFrom('journal.checkpoint').selectAll().where('county', '=', county).orderBy('seq').execute()
}

export async function insertCheckpointRow({ db }: Work, checkpoint: Checkpoint): Promise<void> {
  await db.insertInto('journal.checkpoint').values(checkpoint).execute()
}

export interface EntryFilter {
  readonly county?: string | undefined
  readonly householdId?: string | undefined
  readonly caseId?: string | undefined
  readonly accountId?: string | undefined
}

/** Newest first; `before` is the number of the last entry of the page before. */
export async function findEntries(
  { db }: Work,
  filter: EntryFilter,
  before: bigint | undefined,
  limit: number,
): Promise<ChainedEntry[]> {
  let query = db.selectFrom('journal.entry').selectAll()
  if (filter.county) query = query.where('county', '=', filter.county)
  if (filter.householdId) query = query.where('household_id', '=', filter.householdId)
  if (filter.caseId) query = query.where('case_id', '=', filter.caseId)
  if (filter.accountId) query = query.where('account_id', '=', filter.accountId)
  if (before !== undefined) query = query.where('seq', '<', before)
  return query.orderBy('seq', 'desc').limit(limit).execute()
}

/** Of one case, oldest first: what its state is folded from. */
export async function entriesOfCase({ db }: Work, county: string, caseId: string): Promise<ChainedEntry[]> {
  return db
    .selectFrom('journal.entry')
    .selectAll()
    .where('county', '=', county)
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute()
}

/** Of one household, oldest first. */
export async function lineEntries(
  { db }: Work,
  household: { county: string; householdId: string },
  after: bigint | undefined,
  limit: number,
): Promise<ChainedEntry[]> {
  const query = db
    .selectFrom('journal.entry')
    .selectAll()
    .where('county', '=', household.county)
    .where('household_id', '=', household.householdId)
  return (after === undefined ? query : query.where('seq', '>', after)).orderBy('seq').limit(limit).execute()
}
