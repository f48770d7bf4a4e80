/** The town's first opinion. It names the computation it rests on and takes its amount from there, not from a form. */
import type { Work } from '#platform/database/work.ts'
import type { CaseRow } from './case-row.ts'
import { assessmentToUse } from './decide-case.ts'
import { problems } from './problems.ts'
import { lockForAct, recordAct } from './record-act.ts'

export interface Opinion {
  readonly version: number
  readonly recommendation: 'approve' | 'refuse'
  readonly assessmentId: string
  readonly reason: string
}

export async function proposeOutcome(work: Work, caseId: string, opinion: Opinion): Promise<CaseRow> {
  const { recommendation, assessmentId, reason, version } = opinion
  const { state } = await lockForAct(work, caseId, { type: 'case.proposed', expectedVersion: version })
  const assessment = assessmentToUse(state, assessmentId)
  if (recommendation === 'approve' && !(assessment.eligible && assessment.amountFen > 0))
    throw problems.of('casework.not-eligible')
  const amountFen = recommendation === 'approve' ? assessment.amountFen : 0
  const body = { recommendation, assessmentId, amountFen }
  return recordAct(work, caseId, { type: 'case.proposed', body, reason, expectedVersion: version })
}
