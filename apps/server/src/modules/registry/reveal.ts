/**
 * Shows one class-A value to somebody who says why. The look is an act: it stands on the household's line with who,
 * which field and the purpose, in the transaction that shows the value; the value itself is written nowhere.
 */
import { revealIdentityNumber } from '@doudi/kernel'
import { record } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import { bankAccountNumber, currentBankAccount } from './bank-account.ts'
import { refuseForeignCase } from './case-directory.ts'
import { personRow } from './find-person.ts'
import { openAddress } from './household.ts'
import { openIdentity, openPhone, type PersonRow } from './person.ts'
import { problems } from './problems.ts'
import { householdOf } from './read-household.ts'

export const revealable = ['identityNumber', 'phone', 'address', 'account'] as const
export type Revealable = (typeof revealable)[number]

export interface Look {
  readonly personId: string
  readonly field: Revealable
  readonly purpose: string
  readonly caseId?: string | undefined
}

export async function reveal(work: Work, { personId, field, purpose, caseId }: Look): Promise<string> {
  const person = await personRow(work, personId)
  await refuseForeignCase(work, person.household_id, caseId ?? null)
  const value = await clearValue(work, person, field)
  if (value === null) throw problems.of('registry.value-missing', { field })
  record(work, {
    act: 'person.revealed',
    ...{ division: person.division, householdId: person.household_id, caseId: caseId ?? null },
    body: { personId, field },
    reason: purpose,
  })
  return value
}

async function clearValue(work: Work, person: PersonRow, field: Revealable): Promise<string | null> {
  switch (field) {
    case 'identityNumber': {
      const number = openIdentity(person, work.crypto)
      return number ? revealIdentityNumber(number) : null
    }
    case 'phone':
      return openPhone(person, work.crypto)
    case 'address':
      return openAddress(await householdOf(work, person.household_id), work.crypto)
    case 'account': {
      const account = await currentBankAccount(work, person.household_id)
      return account ? bankAccountNumber(work, account.bankAccountId) : null
    }
  }
}
