/** A new password: checked against the rules and the last five; every session of the account ends. */
import { record } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import { asOwner, demoPasswordBind } from './account.ts'
import { type AccountRow, accountById, formerPasswords, rememberPassword, updateAccount } from './accounts.sql.ts'
import { textsZh } from './messages.zh-CN.ts'
import { brokenRules, passwordPolicy } from './password-policy.ts'
import { checkPassword, makeVerifier } from './password-verifier.ts'
import { problems } from './problems.ts'
import { markAllEnded } from './sessions.sql.ts'
import { startSession } from './start-session.ts'
import { textAccount } from './text-account.ts'
import { rightTry, takeTurn, tryKeys, wrongTry } from './wrong-tries.ts'

export interface PasswordChange {
  readonly current: string
  readonly next: string
  readonly from: string
}

/** The owner changes it, knowing the current one. Returns the token of a new session. */
export async function changeOwnPassword(work: Work, { current, next, from }: PasswordChange): Promise<string> {
  const account = await accountById(work.db, work.caller.accountId ?? '')
  if (!account?.login) throw problems.of('identity.account-unknown')
  const keys = tryKeys(work, account.login, from)
  await takeTurn(work, keys)
  const { matches } = await checkPassword(current, account.passwordVerifier)
  if (!matches) throw await wrongTry(work, keys, account, problems.of('identity.sign-in-failed'))
  await rightTry(work, keys)
  await setPassword(work, account, await verifierFor(work, account, next))
  if (account.demoPasswordSealed)
    await updateAccount(work.db, account.id, {
      demo_password_sealed: work.crypto.seal(next, demoPasswordBind(account.id)),
    })
  return startSession(work, account.id, { from })
}

/** The verifier of a password the account may take. */
export async function verifierFor(work: Work, account: AccountRow, password: string): Promise<string> {
  const broken = brokenRules(password, { login: account.login ?? '', name: account.name })
  if (broken.length > 0) throw problems.of('identity.password-weak', { rules: broken })
  const before = await formerPasswords(work.db, account.id, passwordPolicy.remembers - 1)
  for (const verifier of [account.passwordVerifier, ...before]) {
    if (verifier !== null && (await checkPassword(password, verifier)).matches)
      throw problems.of('identity.password-used-before')
  }
  return makeVerifier(password)
}

/** Puts a verifier in force: the old one is remembered, an invitation is used up, every session ends, the owner is told. */
export async function setPassword(work: Work, account: AccountRow, verifier: string): Promise<void> {
  if (account.passwordVerifier !== null) await rememberPassword(work, account, account.passwordVerifier)
  await updateAccount(work.db, account.id, {
    password_verifier: verifier,
    password_changed_at: work.wall,
    activation_hash: null,
    activation_expires_at: null,
  })
  await markAllEnded(work.db, account.id, work.wall, 'password-set')
  await textAccount(work, account, textsZh['notice.password-set'])
  record(asOwner(work, account), {
    act: 'account.password-set',
    division: account.division,
    body: { account: account.id },
  })
}
