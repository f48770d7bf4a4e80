/** Starts a session: a random token goes to the browser, its SM3 to the database. */
import { randomBytes } from 'node:crypto'
import { record } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import { asOwner, isUsable } from './account.ts'
import { accountById, seeAllAccounts, updateAccount } from './accounts.sql.ts'
import { problems } from './problems.ts'
import { atOnce, endOf } from './session.ts'
import { insertSession, markAllEnded } from './sessions.sql.ts'

export interface SessionStart {
  /** A second factor was just shown. */
  readonly steppedUp?: boolean
  readonly from?: string
}

export const newToken = () => randomBytes(32).toString('base64url')

/** Returns the token for the cookie. Whoever calls this has made sure who it is. */
export async function startSession(work: Work, accountId: string, { steppedUp = false, from }: SessionStart = {}) {
  await seeAllAccounts(work)
  const account = await accountById(work.db, accountId)
  if (!account) throw problems.of('identity.account-unknown')
  if (!isUsable(account)) throw problems.of('identity.account-disabled')
  await markAllEnded(work.db, account.id, work.wall, 'too-many', atOnce(account.kind) - 1)
  const token = newToken()
  await insertSession(work.db, {
    tokenHash: work.crypto.digest(token),
    account,
    at: work.wall,
    steppedUpAt: steppedUp ? work.wall : null,
    endsAt: endOf(account.kind, work.wall),
  })
  await updateAccount(work.db, account.id, { last_sign_in_at: work.wall, last_sign_in_from: from ?? null })
  record(asOwner(work, account), { act: 'session.started', division: account.division, body: { kind: account.kind } })
  return token
}
