/** Queries about sessions, wrong tries and one-time codes. */
import type { CalendarDate, Instant } from '@doudi/kernel'
import { sql } from 'kysely'
import type { Tx } from '#platform/database/work.ts'
import type { AccountRow } from './accounts.sql.ts'
import type { HeldRole } from './grant.ts'
import type { WrongTries } from './guessing.ts'
import type { SessionEnd } from './session.ts'

export interface NewSession {
  readonly tokenHash: string
  readonly account: Pick<AccountRow, 'id' | 'county' | 'division' | 'lastSignInAt' | 'lastSignInFrom'>
  readonly at: Instant
  readonly steppedUpAt: Instant | null
  readonly endsAt: Instant
}

export async function insertSession(db: Tx, { tokenHash, account, at, steppedUpAt, endsAt }: NewSession) {
  await db
    .insertInto('identity.session')
    .values({
      token_hash: tokenHash,
      county: account.county,
      division: account.division,
      account_id: account.id,
      started_at: at,
      seen_at: at,
      stepped_up_at: steppedUpAt,
      ends_at: endsAt,
      previous_sign_in_at: account.lastSignInAt,
      previous_sign_in_from: account.lastSignInFrom,
    })
    .execute()
}

export interface SessionRow {
  readonly tokenHash: string
  readonly seenAt: Instant
  readonly endsAt: Instant
  readonly endedAt: Instant | null
  readonly steppedUpAt: Instant | null
  readonly previousSignInAt: Instant | null
  readonly previousSignInFrom: string | null
  readonly accountId: string
  readonly division: string
  readonly kind: 'staff' | 'resident'
  readonly name: string
  readonly status: 'active' | 'disabled'
  readonly hasPassword: boolean
  readonly passwordChangedAt: Instant | null
  readonly households: readonly string[]
  readonly shownInDemo: boolean
  /** Roles in force on the day. */
  readonly held: readonly HeldRole[]
}

/** The session of a token with its account and the roles it holds on a day: all that a request's rights rest on. */
export async function sessionWithRoles(db: Tx, tokenHash: string, on: CalendarDate): Promise<SessionRow | undefined> {
  const row = await db
    .selectFrom('identity.session as s')
    .innerJoin('identity.account as a', 'a.id', 's.account_id')
    .select([
      's.token_hash as tokenHash',
      's.seen_at as seenAt',
      's.ends_at as endsAt',
      's.ended_at as endedAt',
      's.stepped_up_at as steppedUpAt',
      's.previous_sign_in_at as previousSignInAt',
      's.previous_sign_in_from as previousSignInFrom',
      'a.id as accountId',
      'a.division',
      'a.kind',
      'a.display_name as name',
      'a.status',
      'a.password_changed_at as passwordChangedAt',
      'a.households',
      sql<boolean>`a.password_verifier is not null`.as('hasPassword'),
      sql<boolean>`a.demo_password_sealed is not null`.as('shownInDemo'),
      sql<HeldRole[]>`coalesce((
        select jsonb_agg(jsonb_build_object('role', g.role, 'division', g.division) order by g.division, g.role)
        from identity.role_grant g
        where g.account_id = a.id and g.released_at is not null
          and g.valid_from <= ${on} and (g.valid_to is null or g.valid_to >= ${on})), '[]')`.as('held'),
    ])
    .where('s.token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row as SessionRow | undefined
}

export async function noteUse(db: Tx, tokenHash: string, at: Instant): Promise<void> {
  await db.updateTable('identity.session').set({ seen_at: at }).where('token_hash', '=', tokenHash).execute()
}

/** A fresh second factor; the session goes on under a new token. */
export async function stepUpSession(db: Tx, tokenHash: string, newHash: string, at: Instant): Promise<void> {
  await db
    .updateTable('identity.session')
    .set({ token_hash: newHash, stepped_up_at: at, seen_at: at })
    .where('token_hash', '=', tokenHash)
    .execute()
}

export async function markEnded(db: Tx, tokenHash: string, at: Instant, because: SessionEnd): Promise<void> {
  await db
    .updateTable('identity.session')
    .set({ ended_at: at, ended_because: because })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .execute()
}

/** Ends the account's sessions, newest `keep` excepted. */
export async function markAllEnded(db: Tx, accountId: string, at: Instant, because: SessionEnd, keep = 0) {
  await db
    .updateTable('identity.session')
    .set({ ended_at: at, ended_because: because })
    .where('ended_at', 'is', null)
    .where('token_hash', 'in', query =>
      query
        .selectFrom('identity.session')
        .select('token_hash')
        .where('account_id', '=', accountId)
        .where('ended_at', 'is', null)
        .orderBy('started_at', 'desc')
        .orderBy('token_hash')
        .offset(keep),
    )
    .execute()
}

/** One at a time for a key: tries on one account, codes of one phone. Held to the end of the transaction. */
export async function queueUp(db: Tx, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
}

export interface TryKeys {
  readonly account: string
  readonly source: string
  readonly everywhere: string
}

export async function countWrongTries(db: Tx, keys: TryKeys, since: Instant): Promise<WrongTries> {
  const rows = await db
    .selectFrom('identity.attempt')
    .select(['key_hash as key', sql<number>`count(*)::int`.as('count'), sql<Instant>`max(at)`.as('lastAt')])
    .where('key_hash', 'in', [keys.account, keys.source, keys.everywhere])
    .where('at', '>', since)
    .groupBy('key_hash')
    .execute()
  const of = (key: string) => rows.find(row => row.key === key)
  return {
    account: of(keys.account)?.count ?? 0,
    source: of(keys.source)?.count ?? 0,
    everywhere: of(keys.everywhere)?.count ?? 0,
    lastAt: of(keys.account)?.lastAt ?? null,
  }
}

export async function insertWrongTry(db: Tx, keys: TryKeys, at: Instant): Promise<void> {
  const rows = [keys.account, keys.source, keys.everywhere].map(key_hash => ({ key_hash, at }))
  await db.insertInto('identity.attempt').values(rows).execute()
}

/** Forgets an account's wrong tries, and everybody's that are too old to count. */
export async function forgetWrongTries(db: Tx, accountKey: string, before: Instant): Promise<void> {
  await db
    .deleteFrom('identity.attempt')
    .where(where => where.or([where('key_hash', '=', accountKey), where('at', '<', before)]))
    .execute()
}

export type CodePurpose = 'sign-in' | 'submit' | 'sign-consent'

export interface CodeRow {
  readonly id: string
  readonly phoneIndex: Uint8Array
  readonly purpose: CodePurpose
  readonly codeHash: string
  readonly expiresAt: Instant
  readonly tries: number
  readonly usedAt: Instant | null
}

export async function insertCode(db: Tx, code: Omit<CodeRow, 'tries' | 'usedAt'>): Promise<void> {
  await db
    .insertInto('identity.one_time_code')
    .values({
      id: code.id,
      phone_index: code.phoneIndex,
      purpose: code.purpose,
      code_hash: code.codeHash,
      expires_at: code.expiresAt,
    })
    .execute()
}

/** When the codes sent to a phone for a purpose since a moment run out, oldest first. */
export async function recentCodes(db: Tx, phoneIndex: Uint8Array, purpose: CodePurpose, expiringAfter: Instant) {
  const rows = await db
    .selectFrom('identity.one_time_code')
    .select('expires_at as expiresAt')
    .where('phone_index', '=', phoneIndex)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', expiringAfter)
    .orderBy('expires_at')
    .execute()
  return rows.map(row => row.expiresAt as Instant)
}

/** Locked: tries on one code follow each other. */
export async function codeForUpdate(db: Tx, id: string): Promise<CodeRow | undefined> {
  const row = await db
    .selectFrom('identity.one_time_code')
    .select([
      'id',
      'phone_index as phoneIndex',
      'purpose',
      'code_hash as codeHash',
      'expires_at as expiresAt',
      'tries',
      'used_at as usedAt',
    ])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row as CodeRow | undefined
}

export async function countCodeTry(db: Tx, id: string): Promise<void> {
  await db
    .updateTable('identity.one_time_code')
    .set(column => ({ tries: column('tries', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function markCodeUsed(db: Tx, id: string, at: Instant): Promise<void> {
  await db.updateTable('identity.one_time_code').set({ used_at: at }).where('id', '=', id).execute()
}
