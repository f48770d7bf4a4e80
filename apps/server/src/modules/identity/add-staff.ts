/** Opens a staff account: one person, one account. An administrator invites the owner; seeds bring password and roles. */
import { type CalendarDate, calendarDate, type Id, type PhoneNumber, parseIdentityNumber } from '@doudi/kernel'
import { record } from '#modules/journal/index.ts'
import { divisionOf } from '#modules/places/index.ts'
import type { Work } from '#platform/database/work.ts'
import { demoPasswordBind, foldLogin, personIndex, phoneIndex, totpBind } from './account.ts'
import { accountById, insertAccount, updateAccount } from './accounts.sql.ts'
import { verifierFor } from './change-password.ts'
import type { HeldRole } from './grant.ts'
import { insertGrant } from './grants.sql.ts'
import { problems } from './problems.ts'
import { refuseUnfit } from './propose-grant.ts'
import { newTotpSecret } from './second-factor.ts'
import { accountPhoneBind } from './text-account.ts'

export interface StaffMember {
  readonly login: string
  readonly name: string
  readonly division: string
  readonly identityNumber?: string | undefined
  readonly phone?: PhoneNumber | undefined
}

/** The account alone: no password, no second factor, no role. */
export async function openStaffAccount(work: Work, staff: StaffMember): Promise<Id<'account'>> {
  const id = work.newId<'account'>()
  const { phone, identityNumber, division, name } = staff
  const number = identityNumber === undefined ? null : parseIdentityNumber(identityNumber, work.today)
  await insertAccount(
    work.db,
    {
      ...{ id, division, kind: 'staff', login: foldLogin(staff.login), name, totpSealed: null, households: [] },
      identityIndex: number && personIndex(work, number),
      phoneSealed: phone === undefined ? null : work.crypto.seal(phone, accountPhoneBind(id)),
      phoneIndex: phone === undefined ? null : phoneIndex(work, phone),
    },
    work.wall,
  )
  record(work, { act: 'account.created', division, body: { account: id, kind: 'staff' } })
  return id
}

export interface SeededStaff extends StaffMember {
  /** Null: nobody signs in with a password. */
  readonly password: string | null
  readonly roles: readonly HeldRole[]
  /** Base32; a fresh one without. */
  readonly totpSecret?: string
  readonly validFrom?: string
}

/** For seeds and tests: the account with password, second factor and roles in force at once. */
export async function addStaff(
  work: Work,
  staff: SeededStaff,
): Promise<{ accountId: Id<'account'>; totpSecret: string }> {
  const accountId = await openStaffAccount(work, staff)
  const totpSecret = staff.totpSecret ?? newTotpSecret()
  await updateAccount(work.db, accountId, { totp_sealed: work.crypto.seal(totpSecret, totpBind(accountId)) })
  if (staff.password !== null) await seedPassword(work, accountId, staff.password)
  const validFrom = staff.validFrom === undefined ? work.today : calendarDate(staff.validFrom)
  for (const role of staff.roles) await seedGrant(work, accountId, role, validFrom)
  return { accountId, totpSecret }
}

/** In a demo area the password is kept readable, for the page that lists the demo accounts. */
async function seedPassword(work: Work, accountId: string, password: string): Promise<void> {
  const account = await accountById(work.db, accountId)
  if (!account) throw problems.of('identity.account-unknown')
  const { demo } = await divisionOf(work, account.division)
  await updateAccount(work.db, accountId, {
    password_verifier: await verifierFor(work, account, password),
    password_changed_at: work.wall,
    demo_password_sealed: demo ? work.crypto.seal(password, demoPasswordBind(accountId)) : null,
  })
}

async function seedGrant(work: Work, accountId: string, { role, division }: HeldRole, validFrom: CalendarDate) {
  const grant = { accountId, role, division, validFrom, validTo: null }
  await refuseUnfit(work, grant)
  const id = work.newId<'grant'>()
  await insertGrant(work.db, { ...grant, id, proposedBy: null, releasedBy: null, releasedAt: work.wall })
  record(work, { act: 'grant.released', division, body: { grant: id, account: accountId, role, seeded: true } })
}
