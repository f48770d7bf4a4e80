/** Texts to the phones that belong to accounts: one account, or everybody who acts for a household. */
import type { Work } from '#platform/database/work.ts'
import { type AccountRow, accountsOfHousehold, seeAllAccounts } from './accounts.sql.ts'
import { sendText } from './send-text.ts'

export const accountPhoneBind = (accountId: string) => `identity.account/phone/${accountId}`

/** Nothing is sent to an account without a phone. */
export async function textAccount(work: Work, account: AccountRow, text: string): Promise<void> {
  if (!account.phoneSealed) return
  await sendText(work, work.crypto.open(account.phoneSealed, accountPhoneBind(account.id)), text)
}

/** Tells the residents who act for a household, helpers included. */
export async function textHousehold(work: Work, householdId: string, text: string): Promise<void> {
  await seeAllAccounts(work)
  for (const account of await accountsOfHousehold(work.db, householdId)) await textAccount(work, account, text)
}
