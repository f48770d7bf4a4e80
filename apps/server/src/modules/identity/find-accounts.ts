/** Who is that, and who holds a role there? Answers for other modules, also about people outside the caller's area. */
import type { Work } from '#platform/database/work.ts'
import { type Holder, holdersOf, namesOf, seeAllAccounts } from './accounts.sql.ts'
import { reachOf } from './grant.ts'

/** Names by account id; what is unknown is left out. */
export async function displayNamesOf(work: Work, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  await seeAllAccounts(work)
  const rows = await namesOf(work.db, [...new Set(accountIds)])
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Empty when there is no such account. */
export async function displayNameOf(work: Work, accountId: string): Promise<string> {
  return (await displayNamesOf(work, [accountId])).get(accountId) ?? ''
}

/** Active people who hold a role today at the division, above it or inside it; `division` says where. */
export async function accountsWithRole(work: Work, role: string, division: string): Promise<readonly Holder[]> {
  await seeAllAccounts(work)
  return holdersOf(work.db, role, division, reachOf(division), work.today)
}
