/**
 * An approval starts an award. Runs as a job, at least once: amount and first month stand in the decision, and the
 * case's second award is refused by the table, so a repeated job changes nothing.
 */
import { loadCase, recordAct } from '#modules/casework/index.ts'
import type { Work } from '#platform/database/work.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { insertAward } from './benefits.sql.ts'

export const startAwardJob: Job = {
  name: 'benefits.start-award',
  handle: (open, payload) => open(work => startAward(work, String(payload.caseId))),
}

export async function startAward(work: Work, caseId: string): Promise<void> {
  const { county, division, household_id, programme, state } = await loadCase(work, caseId)
  const { decision, applicant } = state
  if (decision?.outcome !== 'approved' || !decision.firstMonth || decision.amountFen === 0) return
  const awardId = work.newId<'award'>()
  const started = await insertAward(work.db, {
    county,
    id: awardId,
    division,
    household_id,
    case_id: caseId,
    assessment_id: decision.assessmentId,
    programme,
    head_name: applicant.name,
    covered: decision.coveredPeople,
    monthly_fen: BigInt(decision.amountFen),
    start_month: decision.firstMonth,
    status: 'active',
  })
  if (!started) return
  const body = { awardId, startMonth: decision.firstMonth, monthlyFen: decision.amountFen }
  await recordAct(work, caseId, { type: 'award.started', body })
}
