/**
 * Counts wrong tries and makes the next one wait. Tries on one account follow each other, whether it exists or not,
 * and are written down in the transaction that refuses them, so that fifty at once are no better than one by one.
 */
import type { Problem } from '@doudi/kernel'
import { record } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import { keptRefusal } from '#platform/kept-refusal.ts'
import type { AccountRow } from './accounts.sql.ts'
import { secondsToWait, TELL_OWNER_AT, WINDOW } from './guessing.ts'
import { textsZh } from './messages.zh-CN.ts'
import { later } from './moments.ts'
import { problems } from './problems.ts'
import { countWrongTries, forgetWrongTries, insertWrongTry, queueUp, type TryKeys } from './sessions.sql.ts'
import { textAccount } from './text-account.ts'

/** Sign-in names and addresses are kept only as keyed digests. */
export function tryKeys(work: Work, login: string, from: string): TryKeys {
  const key = (kind: string, value: string) => work.crypto.mac(`identity.attempt/${kind}/${value}`)
  return { account: key('account', login), source: key('source', from), everywhere: key('everywhere', '') }
}

/** Takes the account's turn, or refuses while it has to wait. */
export async function takeTurn(work: Work, keys: TryKeys): Promise<void> {
  await queueUp(work.db, keys.account)
  const tries = await countWrongTries(work.db, keys, later(work.wall, -WINDOW))
  const wait = secondsToWait(tries, work.wall)
  if (wait > 0) throw problems.of('identity.slow-down', { retryAfterSeconds: wait })
}

/** Writes a wrong try down and gives the refusal that keeps it. */
export async function wrongTry(work: Work, keys: TryKeys, account: AccountRow | undefined, refusal: Problem) {
  await insertWrongTry(work.db, keys, work.wall)
  if (account) {
    record(work, {
      act: 'access.refused',
      division: account.division,
      body: { account: account.id, code: refusal.code },
    })
    const { account: count } = await countWrongTries(work.db, keys, later(work.wall, -WINDOW))
    if (count === TELL_OWNER_AT) await textAccount(work, account, textsZh['notice.many-tries'])
  }
  return keptRefusal(refusal)
}

export async function rightTry(work: Work, keys: TryKeys): Promise<void> {
  await forgetWrongTries(work.db, keys.account, later(work.wall, -WINDOW))
}
