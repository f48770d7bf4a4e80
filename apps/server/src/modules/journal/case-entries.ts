/** The acts on one case, oldest first: what casework folds its state from. */
import type { Work } from '#platform/database/work.ts'
import { countyOfDivision } from './entry.ts'
import { entriesOfCase } from './journal.sql.ts'

export interface CaseEntry {
  readonly id: string
  readonly seq: bigint
  readonly act: string
  readonly at: string
  readonly accountId: string | null
  readonly actorName: string
  readonly role: string
  readonly reason: string | null
  readonly body: unknown
}

export async function caseEntries(work: Work, kase: { division: string; caseId: string }): Promise<CaseEntry[]> {
  const entries = await entriesOfCase(work, countyOfDivision(kase.division), kase.caseId)
  return entries.map(({ id, seq, act, at, account_id, actor_name, role, reason, body }) => ({
    ...{ id, seq, act, at, accountId: account_id, actorName: actor_name, role, reason, body },
  }))
}
