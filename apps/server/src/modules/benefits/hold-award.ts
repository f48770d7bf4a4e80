/** Stops paying an award, or lets it be paid again, with a reason on the family's line. */
import { record } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { type Award, type AwardMove, awardMoves } from './award.ts'
import { moveAward, selectAward } from './benefits.sql.ts'
import { problems } from './problems.ts'

export async function holdAward(work: Work, id: string, move: AwardMove, reason: string): Promise<Award> {
  const before = await selectAward(work.db, id)
  if (!before) throw platformProblems.of('access.out-of-area')
  const { from, to } = awardMoves[move]
  const after = await moveAward(work.db, before, { from, to, holdReason: move === 'hold' ? reason : null })
  if (!after) throw refusal(before.status === 'ended', move)
  record(work, {
    act: move === 'hold' ? 'award.held' : 'award.unheld',
    division: after.division,
    householdId: after.householdId,
    body: { awardId: id, caseId: after.caseId },
    reason,
  })
  return after
}

function refusal(ended: boolean, move: AwardMove) {
  if (ended) return problems.of('benefits.ended')
  return problems.of(move === 'hold' ? 'benefits.already-held' : 'benefits.not-held')
}
