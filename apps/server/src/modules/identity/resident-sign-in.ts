/** Residents sign in with their phone and the code sent to it. */
import type { Work } from '#platform/database/work.ts'
import { isUsable } from './account.ts'
import { accountByPhone, seeAllAccounts } from './accounts.sql.ts'
import { verifyCode } from './one-time-code.ts'
import { problems } from './problems.ts'
import { startSession } from './start-session.ts'

export interface CodeAnswer {
  readonly codeId: string
  readonly code: string
  readonly from: string
}

/** Returns the token. Only who holds the phone learns that nothing is known under it. */
export async function signInResident(work: Work, { codeId, code, from }: CodeAnswer): Promise<string> {
  const { phoneIndex } = await verifyCode(work, codeId, code, 'sign-in')
  await seeAllAccounts(work)
  const account = await accountByPhone(work.db, 'resident', phoneIndex)
  if (!account || !isUsable(account)) throw problems.of('identity.phone-unknown')
  return startSession(work, account.id, { from })
}
