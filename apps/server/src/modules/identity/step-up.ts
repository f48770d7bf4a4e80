/** A fresh second factor before something weighty. The session goes on under a new token. */
import type { Work } from '#platform/database/work.ts'
import { accountById } from './accounts.sql.ts'
import { problems } from './problems.ts'
import { stepUpSession } from './sessions.sql.ts'
import { isFreshCode, secretOf } from './sign-in.ts'
import { newToken } from './start-session.ts'
import { rightTry, takeTurn, tryKeys, wrongTry } from './wrong-tries.ts'

export interface StepUp {
  readonly token: string
  readonly code: string
  readonly from: string
}

export async function stepUp(work: Work, { token, code, from }: StepUp): Promise<string> {
  const account = await accountById(work.db, work.caller.accountId ?? '')
  if (!account) throw problems.of('identity.account-unknown')
  const keys = tryKeys(work, account.login ?? account.id, from)
  await takeTurn(work, keys)
  if (!(await isFreshCode(work, account.id, secretOf(work, account), code)))
    throw await wrongTry(work, keys, account, problems.of('identity.second-factor-wrong'))
  await rightTry(work, keys)
  const renewed = newToken()
  await stepUpSession(work.db, work.crypto.digest(token), work.crypto.digest(renewed), work.wall)
  return renewed
}
