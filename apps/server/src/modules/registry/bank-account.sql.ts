/** Queries about bank accounts. */
import { sql } from 'kysely'
import type { Work } from '#platform/database/work.ts'
import type { BankAccountRow } from './bank-account.ts'

export async function insertAccount({ db }: Work, row: BankAccountRow): Promise<void> {
  await db.insertInto('registry.bank_account').values(row).execute()
}

/** Ends the account in use and the proposal that waits, or the proposal alone. */
export async function replaceAccounts(
  { db, now }: Work,
  householdId: string,
  which: 'all' | 'proposed' = 'all',
): Promise<void> {
  await db
    .updateTable('registry.bank_account')
    .set({ replaced_at: now })
    .where('household_id', '=', householdId)
    .where('replaced_at', 'is', null)
    .$if(which === 'proposed', query => query.where('valid_from', 'is', null))
    .execute()
}

/** The proposal becomes the account in use; ends the one before first, because a household has one. */
export async function putInUse({ db, now }: Work, account: BankAccountRow, confirmedBy: string): Promise<void> {
  await db
    .updateTable('registry.bank_account')
    .set({ replaced_at: now })
    .where('household_id', '=', account.household_id)
    .where('replaced_at', 'is', null)
    .where('valid_from', 'is not', null)
    .execute()
  await db
    .updateTable('registry.bank_account')
    .set({ valid_from: now, confirmed_by: confirmedBy })
    .where('id', '=', account.id)
    .where('county', '=', account.county)
    .execute()
}

export async function findProposedAccount({ db }: Work, householdId: string): Promise<BankAccountRow | undefined> {
  return db
    .selectFrom('registry.bank_account')
    .selectAll()
    .where('household_id', '=', householdId)
    .where('replaced_at', 'is', null)
    .where('valid_from', 'is', null)
    .executeTakeFirst()
}

/** Of these accounts, those that replaced another one by a change in the register, and those in use elsewhere too. */
export async function findUnusual({ db }: Work, county: string, ids: readonly string[]) {
  return db
    .selectFrom('registry.bank_account as a')
    .select(['a.id', sql<boolean>`a.confirmed_by is not null`.as('changed')])
    .select(
      sql<boolean>`exists (select from registry.bank_account b where b.county = a.county
        and b.number_index = a.number_index and b.household_id <> a.household_id
        and b.replaced_at is null and b.valid_from is not null)`.as('shared'),
    )
    .where('a.county', '=', county)
    .where('a.id', 'in', [...ids])
    .execute()
}

export async function findCurrentAccount({ db }: Work, householdId: string): Promise<BankAccountRow | undefined> {
  return db
    .selectFrom('registry.bank_account')
    .selectAll()
    .where('household_id', '=', householdId)
    .where('replaced_at', 'is', null)
    .where('valid_from', 'is not', null)
    .executeTakeFirst()
}

export async function findAccount({ db }: Work, id: string): Promise<BankAccountRow | undefined> {
  return db.selectFrom('registry.bank_account').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function findSharers({ db }: Work, account: BankAccountRow) {
  return db
    .selectFrom('registry.bank_account as a')
    .innerJoin('registry.household as h', join =>
      join.onRef('h.county', '=', 'a.county').onRef('h.id', '=', 'a.household_id'),
    )
    .select(['h.id as householdId', 'h.number', 'h.head_name as headName'])
    .where('a.county', '=', account.county)
    .where('a.number_index', '=', account.number_index)
    .where('a.household_id', '<>', account.household_id)
    .where('a.replaced_at', 'is', null)
    .where('a.valid_from', 'is not', null)
    .orderBy('h.number')
    .limit(100)
    .execute()
}
