/** Who is paid, for many households at once: shown by the last digits, in clear only for the bank's file. */
import { revealIdentityNumber } from '@doudi/kernel'
import type { Work } from '#platform/database/work.ts'
import { openAccountNumber } from './bank-account.ts'
import { selectCurrentAccounts, selectPayees } from './payees.sql.ts'
import { openIdentity } from './person.ts'

export interface Payee {
  readonly bankAccountId: string
  readonly holderName: string
  readonly tail: string
}

/** The current account of each household of a county that has one, by household. */
export async function payeesOf(work: Work, county: string): Promise<ReadonlyMap<string, Payee>> {
  const rows = await selectCurrentAccounts(work, county)
  return new Map(
    rows.map(row => [row.household_id, { bankAccountId: row.id, holderName: row.holder_name, tail: row.number_tail }]),
  )
}

export interface PayeeInClear {
  readonly accountNumber: string
  /** Empty when the money goes to somebody outside the household. */
  readonly identityNumber: string
  readonly householdNumber: string
}

const CHUNK = 5_000

/** By bank account. For the bank's file and nothing else; whoever calls this records that the file was made or read. */
export async function payeesInClear(
  work: Work,
  county: string,
  bankAccountIds: readonly string[],
): Promise<ReadonlyMap<string, PayeeInClear>> {
  const payees = new Map<string, PayeeInClear>()
  for (let i = 0; i < bankAccountIds.length; i += CHUNK) {
    for (const row of await selectPayees(work, county, bankAccountIds.slice(i, i + CHUNK))) {
      const identity = row.holder_id
        ? openIdentity({ id: row.holder_id, identity_sealed: row.identity_sealed }, work.crypto)
        : null
      payees.set(row.id, {
        accountNumber: openAccountNumber(row, work.crypto),
        identityNumber: identity ? revealIdentityNumber(identity) : '',
        householdNumber: row.household_number,
      })
    }
  }
  return payees
}
