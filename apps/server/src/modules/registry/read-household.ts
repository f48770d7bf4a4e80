/** One household as its page shows it: people, account, cases; class-A values masked. */
import { pathOf } from '#modules/places/index.ts'
import type { Work } from '#platform/database/work.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { currentBankAccount } from './bank-account.ts'
import { casesOf } from './case-directory.ts'
import { waitingProposal } from './change-bank-account.ts'
import { findHousehold, type MemberRow, membersOn } from './household.sql.ts'
import { type HouseholdRow, maskAddress, openAddress } from './household.ts'
import { type MaskedPerson, masked } from './person.ts'

export interface HouseholdMember extends MaskedPerson {
  readonly relation: string
}

export async function householdOf(work: Work, householdId: string): Promise<HouseholdRow> {
  const household = await findHousehold(work, householdId)
  if (!household) throw platformProblems.of('access.out-of-area')
  return household
}

/** Who belongs to the household on a day, the head first, masked. */
export async function membersOf(work: Work, householdId: string, day: string = work.today): Promise<HouseholdMember[]> {
  const rows = await membersOn(work, householdId, day)
  return rows.map(row => maskedMember(work, row))
}

const maskedMember = (work: Work, row: MemberRow): HouseholdMember => ({
  ...masked(row, work.today, work.crypto),
  relation: row.relation,
})

export async function readHousehold(work: Work, householdId: string) {
  const household = await householdOf(work, householdId)
  const members = await membersOf(work, householdId)
  const [town, village] = (await pathOf(work, household.division)).slice(-2)
  const address = openAddress(household, work.crypto)
  const account = await currentBankAccount(work, householdId)
  const cases = (await casesOf(work, [householdId])).get(householdId) ?? []
  return {
    ...{ id: household.id, number: household.number, division: household.division, headName: household.head_name },
    ...{ villageName: village?.name ?? '', townName: town?.name ?? '' },
    addressMasked: address ? maskAddress(address) : null,
    phoneMasked: members[0]?.phoneMasked ?? null,
    members,
    bankAccount: account ? { holderName: account.holderName, bank: account.bank, tail: account.tail } : null,
    proposedAccount: await waitingProposal(work, householdId),
    cases: cases.map(({ id, number, status, programme }) => ({ id, number, status, programme })),
  }
}
