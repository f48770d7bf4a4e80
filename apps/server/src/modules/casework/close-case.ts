/** Ends a case without a decision: not ours to deal with, withdrawn by the family, or ended for want of cooperation. */
import type { Work } from '#platform/database/work.ts'
import type { CaseRow } from './case-row.ts'
import { recordAct } from './record-act.ts'
import { sendLetter } from './send-letter.ts'

export type Closing = 'case.rejected' | 'case.withdrawn' | 'case.terminated'

export async function closeCase(
  work: Work,
  caseId: string,
  type: Closing,
  { version, reason }: { version: number; reason: string },
): Promise<CaseRow> {
  const row = await recordAct(work, caseId, { type, body: {}, reason, expectedVersion: version })
  if (type === 'case.rejected') await sendLetter(work, row, 'rejection')
  // A notice that hangs is not this module's to take down.
  await work.enqueue('publicity.take-down', { area: row.division, caseId })
  return row
}
