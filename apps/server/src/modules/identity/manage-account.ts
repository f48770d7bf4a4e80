/** What a security administrator does to somebody's account: never to their own, and never so that they could use it. */
import { record } from '#modules/journal/index.ts'
import { divisionOf, refuseUnadministered } from '#modules/places/index.ts'
import type { Work } from '#platform/database/work.ts'
import { accountInArea } from './account.ts'
import { type AccountRow, rememberPassword, updateAccount } from './accounts.sql.ts'
import { type Invitation, invite } from './activate-account.ts'
import { openStaffAccount, type StaffMember } from './add-staff.ts'
import { textsZh } from './messages.zh-CN.ts'
import { problems } from './problems.ts'
import { markAllEnded } from './sessions.sql.ts'
import { textAccount } from './text-account.ts'

export async function openAccount(work: Work, staff: StaffMember): Promise<Invitation & { id: string }> {
  refuseUnadministered(work, staff.division)
  await divisionOf(work, staff.division)
  const id = await openStaffAccount(work, staff)
  return { id, ...(await invite(work, id)) }
}

/** From the next request on, every session of theirs is over. */
export async function disableAccount(work: Work, id: string): Promise<void> {
  const account = await someoneElse(work, id)
  if (account.status === 'disabled') throw problems.of('identity.account-disabled')
  await updateAccount(work.db, id, { status: 'disabled' })
  await markAllEnded(work.db, id, work.wall, 'disabled')
  record(work, { act: 'account.disabled', division: account.division, body: { account: id } })
}

/** The old password stops working at once; the owner sets the new one. The second factor stays. */
export async function resetPassword(work: Work, id: string): Promise<Invitation> {
  const account = await someoneElse(work, id)
  if (account.status === 'disabled') throw problems.of('identity.account-disabled')
  return reinvite(work, account, false)
}

/** For a lost authenticator: both factors are set anew by the owner, who is told. */
export async function resetSecondFactor(work: Work, id: string): Promise<Invitation> {
  const account = await someoneElse(work, id)
  if (account.status === 'disabled') throw problems.of('identity.account-disabled')
  await textAccount(work, account, textsZh['notice.second-factor-reset'])
  return reinvite(work, account, true)
}

async function reinvite(work: Work, account: AccountRow, withSecondFactor: boolean): Promise<Invitation> {
  if (account.passwordVerifier !== null) await rememberPassword(work, account, account.passwordVerifier)
  const factor = withSecondFactor ? { totp_sealed: null } : {}
  await updateAccount(work.db, account.id, { password_verifier: null, password_changed_at: null, ...factor })
  await markAllEnded(work.db, account.id, work.wall, 'password-set')
  record(work, {
    act: 'account.password-reset',
    division: account.division,
    body: { account: account.id, withSecondFactor },
  })
  return invite(work, account.id)
}

async function someoneElse(work: Work, id: string): Promise<AccountRow> {
  if (work.caller.accountId === id) throw problems.of('identity.not-yourself')
  return accountInArea(work, id)
}
