/** Ends a case without a decision: not ours to deal with, withdrawn by the family, or ended for want of cooperation. */
import type { Work } from '#platform/database/work.ts'
import type { CaseRow } from './case-row.ts'
import { recordAct } from './record-act.ts'

export type Closing = 'case.rejected' | 'case.withdrawn' | 'case.terminated'

export function closeCase(
  work: Work,
  caseId: string,
  type: Closing,
  { version, reason }: { version: number; reason: string },
): Promise<CaseRow> {
  return recordAct(work, caseId, { type, body: {}, reason, expectedVersion: version })
}
