/** Queries about accounts and their passwords. */
import type { CalendarDate, Instant } from '@doudi/kernel'
import { sql } from 'kysely'
import type { Tables } from '#platform/database/rows.gen.ts'
import type { Tx, Work } from '#platform/database/work.ts'
import type { AccountKind } from './session.ts'

export interface AccountRow {
  readonly id: string
  readonly county: string
  readonly division: string
  readonly kind: AccountKind
  readonly login: string | null
  readonly name: string
  readonly phoneSealed: Uint8Array | null
  readonly passwordVerifier: string | null
  readonly passwordChangedAt: Instant | null
  readonly totpSealed: Uint8Array | null
  readonly activationHash: string | null
  readonly activationExpiresAt: Instant | null
  readonly demoPasswordSealed: Uint8Array | null
  readonly households: readonly string[]
  readonly status: 'active' | 'disabled'
  readonly lastSignInAt: Instant | null
  readonly lastSignInFrom: string | null
}

const columns = [
  'id',
  'county',
  'division',
  'kind',
  'login',
  'display_name as name',
  'phone_sealed as phoneSealed',
  'password_verifier as passwordVerifier',
  'password_changed_at as passwordChangedAt',
  'totp_sealed as totpSealed',
  'activation_hash as activationHash',
  'activation_expires_at as activationExpiresAt',
  'demo_password_sealed as demoPasswordSealed',
  'households',
  'status',
  'last_sign_in_at as lastSignInAt',
  'last_sign_in_from as lastSignInFrom',
] as const

/**
 * Identity answers for people outside the caller's own area of accounts: somebody who is just signing in, a name on a
 * household's line, the new account of an applicant. For the rest of the transaction its tables, and no others, are
 * seen whole; it is never taken back, so that calls side by side cannot take it from each other.
 */
export async function seeAllAccounts(work: Work): Promise<void> {
  if (work.caller.scope.adminAreas.includes('*')) return
  await sql`select set_config('doudi.admin_areas', '*', true)`.execute(work.db)
}

const from = (db: Tx) => db.selectFrom('identity.account').select(columns)

export async function accountById(db: Tx, id: string): Promise<AccountRow | undefined> {
  return (await from(db).where('id', '=', id).executeTakeFirst()) as AccountRow | undefined
}

export async function accountByLogin(db: Tx, login: string): Promise<AccountRow | undefined> {
  return (await from(db).where('login', '=', login).executeTakeFirst()) as AccountRow | undefined
}

export async function accountByPhone(db: Tx, kind: AccountKind, phone: Uint8Array): Promise<AccountRow | undefined> {
  const row = await from(db).where('kind', '=', kind).where('phone_index', '=', phone).executeTakeFirst()
  return row as AccountRow | undefined
}

export async function accountByPerson(db: Tx, kind: AccountKind, person: Uint8Array): Promise<AccountRow | undefined> {
  const row = await from(db).where('kind', '=', kind).where('identity_index', '=', person).executeTakeFirst()
  return row as AccountRow | undefined
}

export async function accountsShownInDemo(db: Tx): Promise<AccountRow[]> {
  return (await from(db).where('demo_password_sealed', 'is not', null).orderBy('login').execute()) as AccountRow[]
}

/** Active residents who act for a household. */
export async function accountsOfHousehold(db: Tx, householdId: string): Promise<AccountRow[]> {
  const rows = await from(db)
    .where('status', '=', 'active')
    .where(where =>
      where.or([
        where('first_household', '=', householdId),
        where.and([where('several', '=', true), sql<boolean>`${householdId}::uuid = any (households)`]),
      ]),
    )
    .orderBy('created_at')
    .execute()
  return rows as AccountRow[]
}

export async function namesOf(db: Tx, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return []
  return db.selectFrom('identity.account').select(['id', 'display_name as name']).where('id', 'in', ids).execute()
}

export interface AccountFilter {
  readonly q?: string | undefined
  readonly prefix?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Staff accounts by sign-in name; row security limits them to the administrator's area. */
export async function listStaff(db: Tx, { q, prefix, after, limit }: AccountFilter): Promise<AccountRow[]> {
  const pattern = q === undefined ? undefined : `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await from(db)
    .where('kind', '=', 'staff')
    .$if(prefix !== undefined, query => query.where('division', 'like', `${prefix}%`))
    .$if(pattern !== undefined, query =>
      query.where(where =>
        where.or([where('login', 'like', pattern as string), where('display_name', 'like', pattern as string)]),
      ),
    )
    .$if(after !== undefined, query => query.where('login', '>', after as string))
    .orderBy('login')
    .limit(limit)
    .execute()
  return rows as AccountRow[]
}

export interface NewAccount {
  readonly id: string
  readonly division: string
  readonly kind: AccountKind
  readonly login: string | null
  readonly name: string
  readonly identityIndex: Uint8Array | null
  readonly phoneSealed: Uint8Array | null
  readonly phoneIndex: Uint8Array | null
  readonly totpSealed: Uint8Array | null
  readonly households: readonly string[]
}

export async function insertAccount(db: Tx, account: NewAccount, createdAt: Instant): Promise<void> {
  await db
    .insertInto('identity.account')
    .values({
      id: account.id,
      county: account.division.slice(0, 6),
      division: account.division,
      kind: account.kind,
      login: account.login,
      display_name: account.name,
      identity_index: account.identityIndex,
      phone_sealed: account.phoneSealed,
      phone_index: account.phoneIndex,
      totp_sealed: account.totpSealed,
      households: [...account.households],
      created_at: createdAt,
    })
    .execute()
}

type AccountColumns = Partial<
  Pick<
    Tables['identity.account'],
    | 'password_verifier'
    | 'password_changed_at'
    | 'totp_sealed'
    | 'activation_hash'
    | 'activation_expires_at'
    | 'demo_password_sealed'
    | 'last_sign_in_at'
    | 'last_sign_in_from'
  >
> & { status?: 'active' | 'disabled'; households?: string[]; identity_index?: Uint8Array }

export async function updateAccount(db: Tx, id: string, columns: AccountColumns): Promise<void> {
  await db.updateTable('identity.account').set(columns).where('id', '=', id).execute()
}

/** Uses up a step of the second factor; false when it, or a later one, was used before. */
export async function useTotpStep(db: Tx, id: string, step: bigint): Promise<boolean> {
  const used = await db
    .updateTable('identity.account')
    .set({ totp_last_step: step })
    .where('id', '=', id)
    .where(where => where.or([where('totp_last_step', 'is', null), where('totp_last_step', '<', step)]))
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

export async function formerPasswords(db: Tx, accountId: string, count: number): Promise<string[]> {
  const rows = await db
    .selectFrom('identity.former_password')
    .select('verifier')
    .where('account_id', '=', accountId)
    .orderBy('replaced_at', 'desc')
    .limit(count)
    .execute()
  return rows.map(row => row.verifier)
}

export async function rememberPassword(work: Work, account: AccountRow, verifier: string): Promise<void> {
  await work.db
    .insertInto('identity.former_password')
    .values({
      id: work.newId(),
      county: account.county,
      division: account.division,
      account_id: account.id,
      verifier,
      replaced_at: work.wall,
    })
    .execute()
}

export interface Holder {
  readonly accountId: string
  readonly name: string
  readonly division: string
}

/** Active accounts that hold a role on a day at a division that contains `division` or lies in it. */
export async function holdersOf(db: Tx, role: string, division: string, reach: string, on: CalendarDate) {
  const { rows } = await sql<Holder>`
    select a.id as "accountId", a.display_name as name, g.division
    from identity.role_grant g join identity.account a on a.id = g.account_id
    where g.role = ${role} and a.status = 'active' and g.released_at is not null
      and g.valid_from <= ${on} and (g.valid_to is null or g.valid_to >= ${on})
      and (g.division like ${`${reach}%`}
        or ${division} like regexp_replace(g.division, '(000000|000)$', '') || '%')
    order by g.division, a.display_name, a.id`.execute(db)
  return rows
}

/** What was sent to phones, newest first. */
export async function latestMessages(db: Tx, limit: number) {
  const rows = await db
    .selectFrom('platform.message')
    .select(['id', 'channel', 'created_at as at', 'recipient_sealed as recipient', 'text_sealed as text'])
    // Ids are made in the order of sending, whatever the clock on the page says.
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows
}
