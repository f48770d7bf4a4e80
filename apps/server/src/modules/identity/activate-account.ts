/**
 * An administrator invites, the owner chooses: the invitation is a code of one use and one day, with which the owner
 * sets a password and, where none is enrolled, receives a second factor. Both come into force when the second factor
 * has been shown, so nobody but the owner ever knows them.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Instant } from '@doudi/kernel'
import type { Work } from '#platform/database/work.ts'
import { foldLogin, isUsable } from './account.ts'
import { type AccountRow, accountByLogin, seeAllAccounts, updateAccount } from './accounts.sql.ts'
import { verifierFor } from './change-password.ts'
import { days, later } from './moments.ts'
import { problems } from './problems.ts'
import { enrolmentUri, newTotpSecret } from './second-factor.ts'
import { issueTicket } from './ticket.ts'
import { takeTurn, tryKeys, wrongTry } from './wrong-tries.ts'

const LASTS = days(1)

export interface Invitation {
  /** Handed to the owner in person; only its digest is kept. */
  readonly activationCode: string
  readonly expiresAt: Instant
}

export async function invite(work: Work, accountId: string): Promise<Invitation> {
  const activationCode = randomBytes(15).toString('base64url')
  const expiresAt = later(work.wall, LASTS)
  await updateAccount(work.db, accountId, {
    activation_hash: hashOf(work, accountId, activationCode),
    activation_expires_at: expiresAt,
  })
  return { activationCode, expiresAt }
}

export interface ActivationStep {
  readonly login: string
  readonly activationCode: string
  readonly password: string
  readonly from: string
}

/** Returns the ticket for the second step, and the address for an authenticator when a second factor is to be enrolled. */
export async function beginActivation(work: Work, { login: given, activationCode, password, from }: ActivationStep) {
  const login = foldLogin(given)
  const keys = tryKeys(work, login, from)
  await takeTurn(work, keys)
  await seeAllAccounts(work)
  const account = await accountByLogin(work.db, login)
  if (!account || !isUsable(account) || !isInvited(work, account, activationCode))
    throw await wrongTry(work, keys, account, problems.of('identity.activation-wrong'))
  const verifier = await verifierFor(work, account, password)
  const totpSecret = account.totpSealed === null ? newTotpSecret() : null
  return {
    ticket: issueTicket(work, account, { verifier, totpSecret }),
    enrolmentUri: totpSecret === null ? null : enrolmentUri(totpSecret, login),
  }
}

function isInvited(work: Work, account: AccountRow, code: string): boolean {
  const { activationHash, activationExpiresAt } = account
  if (activationHash === null || activationExpiresAt === null || work.wall >= activationExpiresAt) return false
  return timingSafeEqual(Buffer.from(activationHash), Buffer.from(hashOf(work, account.id, code)))
}

const hashOf = (work: Work, accountId: string, code: string) =>
  work.crypto.mac(`identity.activation/${accountId}/${code}`)
