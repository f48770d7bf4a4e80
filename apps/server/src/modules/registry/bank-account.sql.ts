/** Queries about bank accounts. */
import type { Work } from '#platform/database/work.ts'
import type { BankAccountRow } from './bank-account.ts'

export async function insertAccount({ db }: Work, row: BankAccountRow): Promise<void> {
  await db.insertInto('registry.bank_account').values(row).execute()
}

export async function replaceAccounts({ db, now }: Work, householdId: string): Promise<void> {
  await db
    .updateTable('registry.bank_account')
    .set({ replaced_at: now })
    .where('household_id', '=', householdId)
    .where('replaced_at', 'is', null)
    .execute()
}

export async function findCurrentAccount({ db }: Work, householdId: string): Promise<BankAccountRow | undefined> {
  return db
    .selectFrom('registry.bank_account')
    .selectAll()
    .where('household_id', '=', householdId)
    .where('replaced_at', 'is', null)
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
    .orderBy('h.number')
    .limit(100)
    .execute()
}
