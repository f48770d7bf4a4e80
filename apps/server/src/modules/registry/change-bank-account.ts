/**
 * Another account for a household's money, by two people: one proposes, nothing changes; another confirms exactly what
 * was proposed. The household is told both times, because a changed account is how such money is stolen.
 */
import { displayNameOf, textHousehold } from '#modules/identity/index.ts'
import { record } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import {
  findCurrentAccount,
  findProposedAccount,
  findSharers,
  insertAccount,
  putInUse,
  replaceAccounts,
} from './bank-account.sql.ts'
import { addBankAccount, type BankAccountRow, type NewBankAccount, newRow, shown } from './bank-account.ts'
import { lockHousehold } from './household.sql.ts'
import { problems } from './problems.ts'

/** A later proposal takes the place of an earlier one that nobody confirmed. */
export async function proposeBankAccount(work: Work, change: NewBankAccount) {
  const row = await newRow(work, change, { valid_from: null, proposed_by: personActing(work) })
  await refuseUnexplainedSharing(work, row)
  await replaceAccounts(work, change.householdId, 'proposed')
  await insertAccount(work, row)
  note(work, row, 'bank-account.proposed')
  await textHousehold(work, row.household_id, proposedText(row))
  return proposalOf(work, row)
}

/**
 * The account that an application names. The first one is in use at once, because nothing is paid before the decision;
 * for a household that has one it is a proposal like any other: applying again must not redirect running payments.
 */
export async function declareBankAccount(work: Work, declared: NewBankAccount): Promise<void> {
  const current = await findCurrentAccount(work, declared.householdId)
  if (!current) {
    await addBankAccount(work, declared)
    return
  }
  const row = await newRow(work, declared, { valid_from: null, proposed_by: work.caller.accountId })
  if (Buffer.from(row.number_index).equals(current.number_index)) return
  await replaceAccounts(work, declared.householdId, 'proposed')
  await insertAccount(work, row)
  note(work, row, 'bank-account.proposed')
}

export async function confirmBankAccount(work: Work, householdId: string, bankAccountId: string) {
  if (!(await lockHousehold(work, householdId))) throw platformProblems.of('access.out-of-area')
  const row = await findProposedAccount(work, householdId)
  if (row?.id !== bankAccountId) throw problems.of('registry.account-not-proposed')
  const confirmedBy = personActing(work)
  if (row.proposed_by === confirmedBy) throw problems.of('registry.same-person')
  await refuseUnexplainedSharing(work, row)
  await putInUse(work, row, confirmedBy)
  note(work, row, 'bank-account.set')
  await textHousehold(work, row.household_id, confirmedText(row))
  return shown(row)
}

/** The proposal falls; the account in use stays. */
export async function rejectBankAccount(
  work: Work,
  householdId: string,
  { bankAccountId, reason }: { bankAccountId: string; reason: string },
) {
  if (!(await lockHousehold(work, householdId))) throw platformProblems.of('access.out-of-area')
  const row = await findProposedAccount(work, householdId)
  if (row?.id !== bankAccountId) throw problems.of('registry.account-not-proposed')
  await replaceAccounts(work, householdId, 'proposed')
  record(work, {
    act: 'bank-account.rejected',
    ...{ division: row.division, householdId },
    body: { bankAccountId, bank: row.bank },
    reason,
  })
  await textHousehold(work, householdId, rejectedText(row))
  return { bankAccountId }
}

/** What waits for a second person, as that person must see it. */
export async function waitingProposal(work: Work, householdId: string) {
  const row = await findProposedAccount(work, householdId)
  return row ? proposalOf(work, row) : null
}

async function proposalOf(work: Work, row: BankAccountRow) {
  const { holderName, bank, tail, bankAccountId } = shown(row)
  return {
    ...{ bankAccountId, holderName, bank, tail },
    proposedByName: row.proposed_by ? await displayNameOf(work, row.proposed_by) : '',
    otherHolderReason: row.other_holder_reason,
    sharedWith: (await findSharers(work, row)).length,
  }
}

/** Several households on one account is possible (a guardian) and suspicious (a village head): not without a reason. */
async function refuseUnexplainedSharing(work: Work, row: BankAccountRow): Promise<void> {
  const sharers = await findSharers(work, row)
  if (sharers.length > 0 && !row.other_holder_reason)
    throw problems.of('registry.account-elsewhere', { count: sharers.length })
}

function note(work: Work, row: BankAccountRow, act: 'bank-account.proposed' | 'bank-account.set'): void {
  record(work, {
    act,
    ...{ division: row.division, householdId: row.household_id },
    body: { bankAccountId: row.id, bank: row.bank, holderInHousehold: row.holder_person_id !== null },
    ...(row.other_holder_reason ? { reason: row.other_holder_reason } : {}),
  })
}

function personActing({ caller }: Work): string {
  if (!caller.accountId) throw new Error('an account is changed by two people')
  return caller.accountId
}

const proposedText = ({ number_tail }: BankAccountRow) =>
  `有人给您家登记了新的收款账户（尾号${number_tail}），镇里再核对一遍才生效。不是您家要改的，请马上打电话给镇里。`

const rejectedText = ({ number_tail }: BankAccountRow) =>
  `登记的新收款账户（尾号${number_tail}）没有通过核对，钱仍打到原来的账户。有疑问请打电话给镇里。`

const confirmedText = ({ number_tail }: BankAccountRow) =>
  `您家的收款账户已改为尾号${number_tail}，以后的钱打到这里。不是您家要改的，请马上打电话给镇里。`
