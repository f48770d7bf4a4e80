/** Staff sign in: first name and password, then the six digits of the second factor. */
import type { Work } from '#platform/database/work.ts'
import { demoPasswordBind, foldLogin, isUsable, totpBind } from './account.ts'
import {
  type AccountRow,
  accountById,
  accountByLogin,
  seeAllAccounts,
  updateAccount,
  useTotpStep,
} from './accounts.sql.ts'
import { setPassword } from './change-password.ts'
import { textsZh } from './messages.zh-CN.ts'
import { checkPassword, makeVerifier } from './password-verifier.ts'
import { problems } from './problems.ts'
import { stepOf } from './second-factor.ts'
import { startSession } from './start-session.ts'
import { textAccount } from './text-account.ts'
import { isStillBound, issueTicket, openTicket, type Ticket } from './ticket.ts'
import { rightTry, takeTurn, tryKeys, wrongTry } from './wrong-tries.ts'

export interface PasswordStep {
  readonly login: string
  readonly password: string
  readonly from: string
}

/** Returns the ticket for the second step. An unknown name costs the same time and gets the same answer. */
export async function checkFirstFactor(work: Work, { login: given, password, from }: PasswordStep): Promise<string> {
  const login = foldLogin(given)
  const keys = tryKeys(work, login, from)
  await takeTurn(work, keys)
  await seeAllAccounts(work)
  const account = await accountByLogin(work.db, login)
  const verifier = account && isUsable(account) ? account.passwordVerifier : null
  const { matches, outdated } = await checkPassword(password, verifier)
  if (!account || !matches) throw await wrongTry(work, keys, account, problems.of('identity.sign-in-failed'))
  return issueTicket(work, outdated ? await renewVerifier(work, account, password) : account)
}

async function renewVerifier(work: Work, account: AccountRow, password: string): Promise<AccountRow> {
  const passwordVerifier = await makeVerifier(password)
  await updateAccount(work.db, account.id, { password_verifier: passwordVerifier })
  return { ...account, passwordVerifier }
}

export interface SecondStep {
  readonly ticket: string
  readonly code: string
  readonly from: string
}

/** Returns the token of the new session. */
export async function checkSecondFactor(work: Work, { ticket: text, code, from }: SecondStep): Promise<string> {
  const ticket = openTicket(work, text)
  await seeAllAccounts(work)
  const account = await accountById(work.db, ticket.accountId)
  if (!account?.login || !isUsable(account) || !isStillBound(work, ticket, account))
    throw problems.of('identity.ticket-over')
  const keys = tryKeys(work, account.login, from)
  await takeTurn(work, keys)
  const secret = ticket.activation?.totpSecret ?? secretOf(work, account)
  if (!(await isFreshCode(work, account.id, secret, code)))
    throw await wrongTry(work, keys, account, problems.of('identity.second-factor-wrong'))
  await rightTry(work, keys)
  if (ticket.activation) await finishActivation(work, account, ticket.activation)
  if (account.lastSignInFrom !== null && account.lastSignInFrom !== from)
    await textAccount(work, account, textsZh['notice.new-place'])
  return startSession(work, account.id, { steppedUp: true, from })
}

export function secretOf(work: Work, account: AccountRow): string | null {
  return account.totpSealed && work.crypto.open(account.totpSealed, totpBind(account.id))
}

/** Right, and its time-step not used before: a code seen over a shoulder opens nothing. */
export async function isFreshCode(work: Work, accountId: string, secret: string | null, code: string) {
  const step = secret === null ? null : stepOf(secret, code, work.wall)
  return step !== null && (await useTotpStep(work.db, accountId, step))
}

async function finishActivation(work: Work, account: AccountRow, activation: NonNullable<Ticket['activation']>) {
  await setPassword(work, account, activation.verifier)
  if (activation.totpSecret !== null)
    await updateAccount(work.db, account.id, {
      totp_sealed: work.crypto.seal(activation.totpSecret, totpBind(account.id)),
    })
}

/** The page of demo accounts shows the password in force. */
export function demoPasswordOf(work: Work, account: AccountRow): string | null {
  return account.demoPasswordSealed && work.crypto.open(account.demoPasswordSealed, demoPasswordBind(account.id))
}
