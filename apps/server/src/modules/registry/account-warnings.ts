/** What a releaser should know about the accounts of a batch before money goes there. */
import type { Work } from '#platform/database/work.ts'
import { findUnusual } from './bank-account.sql.ts'

/** `account-changed`: took the place of another one in the register; `account-shared`: other households use it too. */
export const accountWarningKinds = ['account-changed', 'account-shared'] as const
export type AccountWarning = (typeof accountWarningKinds)[number]

/** By bank account; accounts without anything unusual are left out. */
export async function accountWarnings(
  work: Work,
  county: string,
  bankAccountIds: readonly string[],
): Promise<ReadonlyMap<string, readonly AccountWarning[]>> {
  if (bankAccountIds.length === 0) return new Map()
  const rows = await findUnusual(work, county, bankAccountIds)
  const warnings = rows.map(({ id, changed, shared }): [string, AccountWarning[]] => [
    id,
    [...(changed ? (['account-changed'] as const) : []), ...(shared ? (['account-shared'] as const) : [])],
  ])
  return new Map(warnings.filter(([, found]) => found.length > 0))
}
