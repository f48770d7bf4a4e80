/** Queries about role grants. */
import type { CalendarDate, Instant } from '@doudi/kernel'
import type { Tx } from '#platform/database/work.ts'

export interface GrantRow {
  readonly id: string
  readonly accountId: string
  readonly role: string
  readonly division: string
  readonly validFrom: CalendarDate
  readonly validTo: CalendarDate | null
  readonly proposedBy: string | null
  readonly releasedBy: string | null
  readonly releasedAt: Instant | null
}

const columns = [
  'id',
  'account_id as accountId',
  'role',
  'division',
  'valid_from as validFrom',
  'valid_to as validTo',
  'proposed_by as proposedBy',
  'released_by as releasedBy',
  'released_at as releasedAt',
] as const

export async function grantsOf(db: Tx, accountId: string): Promise<GrantRow[]> {
  const rows = await db
    .selectFrom('identity.role_grant')
    .select(columns)
    .where('account_id', '=', accountId)
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
  return rows as GrantRow[]
}

/** Locked, so that two releases of one grant follow each other. */
export async function grantForUpdate(db: Tx, id: string): Promise<GrantRow | undefined> {
  const row = await db
    .selectFrom('identity.role_grant')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row as GrantRow | undefined
}

export async function insertGrant(db: Tx, grant: GrantRow): Promise<void> {
  await db
    .insertInto('identity.role_grant')
    .values({
      id: grant.id,
      county: grant.division.slice(0, 6),
      division: grant.division,
      account_id: grant.accountId,
      role: grant.role,
      valid_from: grant.validFrom,
      valid_to: grant.validTo,
      proposed_by: grant.proposedBy,
      released_by: grant.releasedBy,
      released_at: grant.releasedAt,
    })
    .execute()
}

export async function markReleased(db: Tx, id: string, by: string, at: Instant): Promise<void> {
  await db.updateTable('identity.role_grant').set({ released_by: by, released_at: at }).where('id', '=', id).execute()
}

export async function setLastDay(db: Tx, id: string, validTo: CalendarDate): Promise<void> {
  await db.updateTable('identity.role_grant').set({ valid_to: validTo }).where('id', '=', id).execute()
}
