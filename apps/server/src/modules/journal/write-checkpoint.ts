/**
 * Seals the present end of a county's chain. Checkpoints only move forward: one that contradicts an earlier one (the
 * database was put back to yesterday, or its line rewritten) is refused, because writing it would cover that up.
 */
import type { Work } from '#platform/database/work.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { type Checkpoint, sealOf } from './checkpoint.ts'
import { GENESIS } from './entry.ts'
import { hashAt, insertCheckpointRow, lastCheckpoint, lockChain } from './journal.sql.ts'
import { problems } from './problems.ts'

/** The checkpoint at the end of the chain; the one that already stands there when nothing was added since. */
export async function writeCheckpoint(work: Work, county: string): Promise<Checkpoint | null> {
  const head = await lockChain(work, county)
  if (head.seq === 0n && head.hash === GENESIS && !(await lastCheckpoint(work, county))) return null
  return insertCheckpoint(work, { county, ...head })
}

/** For whoever holds the chain's lock. */
export async function insertCheckpoint(
  work: Work,
  end: { county: string; seq: bigint; hash: string },
): Promise<Checkpoint> {
  const mac = (text: string) => work.crypto.mac(text)
  const last = await lastCheckpoint(work, end.county)
  if (last) {
    const forged = sealOf(last, mac) !== last.mac
    if (forged || end.seq < last.seq) throw refused(end.county, last)
    const then = end.seq === last.seq ? end.hash : await hashAt(work, end.county, last.seq)
    // Somebody who may not read the line (the public leaves an objection) cannot compare; the verifier does.
    if (then !== undefined && then !== last.hash) throw refused(end.county, last)
    if (end.seq === last.seq) return last
  }
  const checkpoint = { ...end, at: work.wall, mac: sealOf(end, mac) }
  await insertCheckpointRow(work, checkpoint)
  return checkpoint
}

const refused = (county: string, { seq }: Checkpoint) =>
  problems.of('journal.checkpoint-contradicted', { county, seq: seq.toString() })

export const checkpointJob: Job = {
  name: 'journal.write-checkpoint',
  daily: true,
  handle: (open, payload) => open(async work => void (await writeCheckpoint(work, String(payload.area)))),
}
