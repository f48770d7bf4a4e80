/**
 * Where a household's money goes: one account at a time, every earlier one kept. The number is sealed; the same number
 * at several households is found by its keyed index.
 */
import {
  accountTail,
  type BankAccountKind,
  type BankAccountNumber,
  nameKey,
  parseBankAccount,
  parsePersonName,
} from '@doudi/kernel'
import type { Selectable } from 'kysely'
import type { CryptoProvider } from '#platform/crypto/provider.ts'
import type { Tables } from '#platform/database/rows.gen.ts'
import type { Work } from '#platform/database/work.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { findAccount, findCurrentAccount, findSharers, insertAccount, replaceAccounts } from './bank-account.sql.ts'
import { lockHousehold, membersOn } from './household.sql.ts'
import { countyOf } from './household.ts'
import { problems } from './problems.ts'

export type BankAccountRow = Selectable<Tables['registry.bank_account']>

export interface NewBankAccount {
  readonly householdId: string
  readonly holderName: string
  readonly bank: string
  /** As typed. A card has a check digit, a passbook none; card unless said. */
  readonly number: string
  readonly kind?: BankAccountKind | undefined
  /** Why the money goes to somebody outside the household. */
  readonly otherHolderReason?: string | null | undefined
}

export interface BankAccount {
  readonly bankAccountId: string
  readonly householdId: string
  readonly holderName: string
  readonly bank: string
  readonly tail: string
}

const bindOf = (accountId: string) => `registry.bank_account/number_sealed/${accountId}`
const indexOf = (number: BankAccountNumber, crypto: CryptoProvider) => crypto.index(number, 'bank-account')

/** Sets the household's account at once and ends the one before. For a household without one; else see `change-bank-account.ts`. */
export async function addBankAccount(work: Work, account: NewBankAccount): Promise<BankAccount> {
  const row = await newRow(work, account, { valid_from: work.now, proposed_by: null })
  await replaceAccounts(work, account.householdId)
  await insertAccount(work, row)
  return shown(row)
}

/** Checks an account and seals it, with the household locked until this unit of work ends. */
export async function newRow(
  work: Work,
  account: NewBankAccount,
  origin: Pick<BankAccountRow, 'valid_from' | 'proposed_by'>,
): Promise<BankAccountRow> {
  const household = await lockHousehold(work, account.householdId)
  if (!household) throw platformProblems.of('access.out-of-area')
  const number = parseBankAccount(account.number, account.kind ?? 'card')
  const holderName = parsePersonName(account.holderName)
  const holder = await holderIn(work, account.householdId, holderName)
  if (!holder && !account.otherHolderReason) throw problems.of('registry.account-holder-outside')
  const id = work.newId<'bank-account'>()
  return {
    ...{ county: countyOf(household.division), id, division: household.division, household_id: household.id },
    ...{
      holder_name: holderName,
      holder_person_id: holder?.id ?? null,
      bank: account.bank,
      kind: account.kind ?? 'card',
    },
    number_sealed: work.crypto.seal(number, bindOf(id)),
    ...{ number_index: indexOf(number, work.crypto), number_tail: accountTail(number) },
    ...{ other_holder_reason: account.otherHolderReason ?? null, replaced_at: null, confirmed_by: null, ...origin },
  }
}

async function holderIn(work: Work, householdId: string, name: string) {
  const key = nameKey(name)
  return (await membersOn(work, householdId, work.today)).find(member => nameKey(member.name) === key)
}

export async function currentBankAccount(work: Work, householdId: string): Promise<BankAccount | null> {
  const row = await findCurrentAccount(work, householdId)
  return row ? shown(row) : null
}

/** In clear, for a bank file or an audited look; the caller records it. */
export async function bankAccountNumber(work: Work, bankAccountId: string): Promise<BankAccountNumber> {
  const row = await findAccount(work, bankAccountId)
  if (!row) throw platformProblems.of('access.out-of-area')
  return openAccountNumber(row, work.crypto)
}

export function openAccountNumber(
  row: Pick<BankAccountRow, 'id' | 'number_sealed'>,
  crypto: CryptoProvider,
): BankAccountNumber {
  return crypto.open(row.number_sealed, bindOf(row.id)) as BankAccountNumber
}

/** Other households of the county whose money goes to the same number at present. */
export async function householdsSharingAccount(work: Work, householdId: string) {
  const row = await findCurrentAccount(work, householdId)
  return row ? findSharers(work, row) : []
}

export function shown(row: BankAccountRow): BankAccount {
  return {
    bankAccountId: row.id,
    householdId: row.household_id,
    holderName: row.holder_name,
    bank: row.bank,
    tail: row.number_tail,
  }
}
