/** One household, one line: everything that happened to it and everybody who looked, oldest first. */
import type { Work } from '#platform/database/work.ts'
import { lineEntries } from './journal.sql.ts'
import { type Summary, summaryOf } from './summaries.ts'

export interface LineItem {
  readonly seq: number
  readonly at: string
  readonly act: string
  readonly actorName: string
  readonly role: string
  readonly reason: string | null
  readonly caseId: string | null
  readonly summary: Summary
}

export interface Line {
  readonly items: readonly LineItem[]
  readonly next: string | null
}

/** `after` is the `next` of the page before. */
export async function lineOf(
  work: Work,
  household: { county: string; householdId: string },
  after: bigint | undefined,
  limit: number,
): Promise<Line> {
  const entries = await lineEntries(work, household, after, limit + 1)
  const items = entries.slice(0, limit).map(entry => ({
    seq: Number(entry.seq),
    at: entry.at,
    act: entry.act,
    actorName: entry.actor_name,
    role: entry.role,
    reason: entry.reason,
    caseId: entry.case_id,
    summary: summaryOf(entry.act),
  }))
  return { items, next: entries.length > limit ? String(items.at(-1)?.seq) : null }
}
