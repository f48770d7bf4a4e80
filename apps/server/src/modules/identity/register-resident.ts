/**
 * A resident's account: the phone is what they sign in with and what a code has proven. The identity number only
 * claims who it is, so it never opens somebody else's account; it is written where no other account holds it.
 */
import type { Id, IdentityNumber, PhoneNumber } from '@doudi/kernel'
import { record } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import { personIndex, phoneIndex } from './account.ts'
import {
  type AccountRow,
  accountByPerson,
  accountByPhone,
  insertAccount,
  seeAllAccounts,
  updateAccount,
} from './accounts.sql.ts'
import { queueUp } from './sessions.sql.ts'
import { accountPhoneBind } from './text-account.ts'

export interface Resident {
  readonly phone: PhoneNumber
  readonly name: string
  /** Left out for a helper, who acts for the household without belonging to it. */
  readonly identityNumber?: IdentityNumber | undefined
  readonly householdId: string
  /** Village of the household, 12 digits. */
  readonly division: string
}

/** Whether this phone's owner acts for the household already. */
export async function actsFor(work: Work, phone: PhoneNumber, householdId: string): Promise<boolean> {
  await seeAllAccounts(work)
  const account = await accountByPhone(work.db, 'resident', phoneIndex(work, phone))
  return account?.households.includes(householdId) ?? false
}

/** Opens an account for the phone, or lets the one it has act for one more household. Returns its id. */
export async function registerResident(work: Work, resident: Resident): Promise<Id<'account'>> {
  await seeAllAccounts(work)
  const phone = phoneIndex(work, resident.phone)
  await queueUp(work.db, `identity.resident/${phone.toString('hex')}`)
  const account = await accountByPhone(work.db, 'resident', phone)
  const id = account ? await addHousehold(work, account, resident) : await open(work, resident, phone)
  return id as Id<'account'>
}

async function addHousehold(work: Work, account: AccountRow, { householdId }: Resident): Promise<string> {
  if (!account.households.includes(householdId))
    await updateAccount(work.db, account.id, { households: [...account.households, householdId] })
  return account.id
}

async function open(work: Work, resident: Resident, phone: Buffer): Promise<string> {
  const id = work.newId<'account'>()
  const { division, name, householdId } = resident
  await insertAccount(
    work.db,
    {
      ...{ id, division, kind: 'resident', login: null, name, totpSealed: null, households: [householdId] },
      identityIndex: await unclaimed(work, resident.identityNumber),
      phoneSealed: work.crypto.seal(resident.phone, accountPhoneBind(id)),
      phoneIndex: phone,
    },
    work.wall,
  )
  record(work, { act: 'account.created', division, householdId, body: { account: id, kind: 'resident' } })
  return id
}

async function unclaimed(work: Work, number: IdentityNumber | undefined): Promise<Buffer | null> {
  if (!number) return null
  const person = personIndex(work, number)
  return (await accountByPerson(work.db, 'resident', person)) ? null : person
}
