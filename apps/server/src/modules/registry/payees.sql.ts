/** Queries about payees, for a whole county at once: a batch pays thousands of households. */
import type { Work } from '#platform/database/work.ts'

export function selectCurrentAccounts({ db }: Work, county: string) {
  return db
    .selectFrom('registry.bank_account')
    .select(['id', 'household_id', 'holder_name', 'number_tail'])
    .where('county', '=', county)
    .where('replaced_at', 'is', null)
    .where('valid_from', 'is not', null)
    .execute()
}

export function selectPayees({ db }: Work, county: string, bankAccountIds: readonly string[]) {
  return db
    .selectFrom('registry.bank_account as account')
    .innerJoin('registry.household as home', join =>
      join.onRef('home.county', '=', 'account.county').onRef('home.id', '=', 'account.household_id'),
    )
    .leftJoin('registry.person as holder', join =>
      join.onRef('holder.county', '=', 'account.county').onRef('holder.id', '=', 'account.holder_person_id'),
    )
    .select(['account.id', 'account.number_sealed', 'home.number as household_number'])
    .select(['holder.id as holder_id', 'holder.identity_sealed'])
    .where('account.county', '=', county)
    .where('account.id', 'in', [...bankAccountIds])
    .execute()
}
