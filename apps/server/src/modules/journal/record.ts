/**
 * Writes acts into the line. Entries of one unit of work wait until its end; then the county's chain is locked, each
 * entry gets its number and hash, and all are written in the transaction that acts: both or neither.
 *
 * Counties are locked in order, so that two units of work that touch the same two never wait for each other.
 */
import type { Id } from '@doudi/kernel'
import type { Work } from '#platform/database/work.ts'
import { canonicalJson } from './canonical-json.ts'
import { isDue } from './checkpoint.ts'
import { countyOfDivision, type EntryColumns, hashOf, NO_DIVISION } from './entry.ts'
import { insertEntries, lockChain, moveChain } from './journal.sql.ts'
import type { Act } from './summaries.ts'
import { insertCheckpoint } from './write-checkpoint.ts'

export interface EntryToRecord {
  /** A new act needs its words in both `summaries.*.ts`. */
  readonly act: Act
  /** The village of the household; for acts about no household, where the actor stands; absent for the whole house. */
  readonly division?: string | null
  readonly householdId?: string | null
  readonly caseId?: string | null
  /** What happened, without class-A values: enough to rebuild the state of the case. JSON only; money as whole fen. */
  readonly body: object
  readonly reason?: string | null
}

type Waiting = Omit<EntryColumns, 'seq' | 'previous_hash'>

const waiting = new WeakMap<Work, Waiting[]>()

/** Notes one act of this unit of work; returns the entry's id. */
export function record(work: Work, entry: EntryToRecord): Id<'entry'> {
  let entries = waiting.get(work)
  if (!entries) {
    entries = []
    waiting.set(work, entries)
    work.beforeCommit(() => flush(work))
  }
  const id = work.newId<'entry'>()
  entries.push(columnsOf(work, id, entry))
  return id
}

function columnsOf({ caller, now, wall, requestId }: Work, id: string, entry: EntryToRecord): Waiting {
  const division = entry.division ?? NO_DIVISION
  return {
    county: countyOfDivision(division),
    id,
    division,
    household_id: entry.householdId ?? null,
    case_id: entry.caseId ?? null,
    act: entry.act,
    account_id: caller.accountId,
    actor_name: caller.name,
    role: caller.role,
    actor_division: caller.division,
    at: now,
    recorded_at: wall,
    reason: entry.reason ?? null,
    request_id: requestId,
    // Frozen as text now: what the use case does to its objects afterwards is not what was recorded.
    body: JSON.parse(canonicalJson(entry.body)),
  }
}

async function flush(work: Work): Promise<void> {
  const entries = waiting.get(work) ?? []
  waiting.delete(work)
  const byCounty = Map.groupBy(entries, entry => entry.county)
  for (const county of [...byCounty.keys()].sort()) await append(work, county, byCounty.get(county) ?? [])
}

async function append(work: Work, county: string, entries: readonly Waiting[]): Promise<void> {
  const start = await lockChain(work, county)
  let { seq, hash } = start
  const chained = entries.map(entry => {
    const columns = { ...entry, seq: ++seq, previous_hash: hash }
    hash = hashOf(columns, work.crypto.digest)
    return { ...columns, hash }
  })
  await insertEntries(work, chained)
  await moveChain(work, { county, seq, hash })
  if (isDue(start.seq, seq)) await insertCheckpoint(work, { county, seq, hash })
}
