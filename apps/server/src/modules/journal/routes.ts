/** Addresses of the journal module. A caller reads the line of their own county, and of it what their area shows. */
import { invalid } from '@doudi/kernel'
import type { Work } from '#platform/database/work.ts'
import { type Route, route } from '#platform/http/route.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { checkpoints, journalPage, journalQuery, verdict } from './contract.ts'
import { type ChainedEntry, countyOfDivision } from './entry.ts'
import { checkpointsOf, findEntries } from './journal.sql.ts'
import { record } from './record.ts'
import { summaryOf } from './summaries.ts'
import { verifyCounty } from './verify-county.ts'
import { writeCheckpoint } from './write-checkpoint.ts'

export const routes: Route[] = [
  route({
    method: 'get',
    path: '/journal',
    tag: 'journal',
    summary: 'Acts in the caller’s area, newest first, by household, case or account',
    permission: 'journal.read',
    access: 'history',
    query: journalQuery,
    reply: journalPage,
    handle: async ({ work, query }) => {
      const filter = {
        county: ownCounty(work),
        householdId: query.household,
        caseId: query.case,
        accountId: query.account,
      }
      const entries = await findEntries(work, filter, positionOf(query.after), query.limit + 1)
      const items = entries.slice(0, query.limit).map(onTheWire)
      return { items, next: entries.length > query.limit ? String(items.at(-1)?.seq) : null }
    },
  }),
  route({
    method: 'post',
    path: '/journal/verify',
    tag: 'journal',
    summary: 'Walks the whole chain of the county; an unbroken one gets a checkpoint at its end',
    permission: 'journal.verify',
    access: 'act',
    reply: verdict,
    perMinute: 6,
    handle: async ({ work }) => {
      const county = ownCounty(work)
      const { ok, entries, brokenAt } = await verifyCounty(work, county)
      if (ok) await writeCheckpoint(work, county)
      const outcome = {
        ok,
        entries: Number(entries),
        ...(brokenAt ? { brokenAt: { seq: Number(brokenAt.seq), why: brokenAt.why } } : {}),
      }
      record(work, { act: 'journal.verified', division: work.caller.division, body: outcome })
      return outcome
    },
  }),
  route({
    method: 'get',
    path: '/journal/checkpoints',
    tag: 'journal',
    summary: 'The county’s checkpoints, to be kept by somebody else',
    permission: 'journal.verify',
    access: 'list',
    reply: checkpoints,
    handle: async ({ work }) => {
      const rows = await checkpointsOf(work, ownCounty(work))
      return { items: rows.map(row => ({ ...row, seq: Number(row.seq) })), next: null }
    },
  }),
]

/** Staff always act somewhere; the journal has nothing for anybody else. */
function ownCounty(work: Work): string {
  if (!work.caller.division) throw platformProblems.of('access.forbidden')
  return countyOfDivision(work.caller.division)
}

function positionOf(after: string | undefined): bigint | undefined {
  if (after === undefined) return undefined
  if (!/^\d{1,18}$/.test(after)) throw invalid([{ in: 'query', pointer: '/after', code: 'shape.invalid' }])
  return BigInt(after)
}

function onTheWire(entry: ChainedEntry) {
  return {
    id: entry.id,
    seq: Number(entry.seq),
    at: entry.at,
    recordedAt: entry.recorded_at,
    act: entry.act,
    summary: summaryOf(entry.act),
    accountId: entry.account_id,
    actorName: entry.actor_name,
    role: entry.role,
    actorDivision: entry.actor_division,
    division: entry.division,
    householdId: entry.household_id,
    caseId: entry.case_id,
    reason: entry.reason,
    requestId: entry.request_id,
    body: entry.body as Record<string, unknown>,
    hash: entry.hash,
  }
}
