/** Words about accounts that several use cases share: sign-in names, who may be used now, who an entry's actor is. */
import { type Id, type IdentityNumber, revealIdentityNumber } from '@doudi/kernel'
import { type Caller, noScope, type Work } from '#platform/database/work.ts'
import { ports } from '#platform/ports.ts'
import { type AccountRow, accountById } from './accounts.sql.ts'
import { problems } from './problems.ts'

export const totpBind = (accountId: string) => `identity.account/totp/${accountId}`
export const demoPasswordBind = (accountId: string) => `identity.account/demo-password/${accountId}`

/** One person, one account of a kind: found by the keyed index of the identity number. */
export function personIndex(work: Work, number: IdentityNumber): Buffer {
  return work.crypto.index(revealIdentityNumber(number), 'identity.account/person')
}

export function phoneIndex(work: Work, phone: string): Buffer {
  return work.crypto.index(phone, 'identity.account/phone')
}

/** Sign-in names are compared without capitals and spaces around them. */
export function foldLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase()
}

/** Accounts of a demo area open nothing outside the demo. */
export function isUsable(account: Pick<AccountRow, 'status' | 'demoPasswordSealed'>): boolean {
  return account.status === 'active' && (account.demoPasswordSealed === null || ports().demo.on)
}

/** An account in the caller's area of accounts. */
export async function accountInArea(work: Work, id: string): Promise<AccountRow> {
  const account = await accountById(work.db, id)
  if (!account) throw problems.of('identity.account-unknown')
  return account
}

/** The unit of work as the owner of an account acts in it, before a session says so. */
export function asOwner(work: Work, account: AccountRow): Work {
  const caller: Caller = {
    kind: account.kind,
    accountId: account.id as Id<'account'>,
    name: account.name,
    role: account.kind,
    division: account.division,
    scope: noScope,
  }
  return { ...work, caller }
}
