/** Finds batches and lines, and says no in the same words wherever somebody may not go on. */
import type { Fen } from '@doudi/kernel'
import type { Work } from '#platform/database/work.ts'
import { type Batch, selectBatch } from './batch.sql.ts'
import { type BatchAct, whyNot } from './batch.ts'
import { type Line, selectLine } from './line.sql.ts'
import { problems } from './problems.ts'

export async function findBatch(work: Work, id: string): Promise<Batch> {
  const batch = await selectBatch(work.db, id, false)
  if (!batch) throw problems.of('payments.batch-unknown')
  return batch
}

/** Holds the batch until this transaction ends. */
export async function lockBatch(work: Work, id: string): Promise<Batch> {
  const batch = await selectBatch(work.db, id, true)
  if (!batch) throw problems.of('payments.batch-unknown')
  return batch
}

/** The same, for an act of the caller's that the batch's state has to allow. */
export async function lockBatchFor(work: Work, id: string, act: BatchAct): Promise<Batch> {
  const batch = await lockBatch(work, id)
  const code = whyNot(act, batch, work.caller.accountId)
  if (code) throw problems.of(code, { status: batch.status })
  return batch
}

export async function findLine(work: Work, id: string): Promise<Line> {
  const line = await selectLine(work.db, id)
  if (!line) throw problems.of('payments.line-unknown')
  return line
}

/** Money moves in somebody's name. */
export function personActing({ caller }: Work): string {
  if (!caller.accountId) throw new Error(`${caller.role} is nobody: a batch needs a person`)
  return caller.accountId
}

/** Of these lines, what the budget holds a reservation for: a second attempt is paid from what came back. */
export function reservedFen(lines: readonly Pick<Line, 'attempt' | 'amountFen'>[]): Fen {
  return lines.reduce((sum, line) => (line.attempt === 0 ? sum + line.amountFen : sum), 0n) as Fen
}

/** The division a county-level entry of the journal belongs to. */
export const divisionOfCounty = (county: string): string => `${county}000000`
