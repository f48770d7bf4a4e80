/** An officer settles a difference, with the family's explanation as the reason. Settled once; a new round asks anew. */
import { recordAct } from '#modules/casework/index.ts'
import type { Work } from '#platform/database/work.ts'
import { problems as platformProblems } from '#platform/problems.ts'
import { problems } from './problems.ts'
import { type DifferenceRow, differenceById, resolve } from './verification.sql.ts'

export type Resolution = NonNullable<DifferenceRow['resolution']>

export async function resolveDifference(
  work: Work,
  id: string,
  { resolution, reason }: { resolution: Resolution; reason: string },
): Promise<DifferenceRow> {
  const difference = await differenceById(work, id)
  if (!difference) throw platformProblems.of('access.out-of-area')
  if (difference.resolution !== null) throw problems.of('verification.resolved')
  await resolve(work, id, { resolution, resolution_reason: reason })
  await recordAct(work, difference.case_id, {
    type: 'verification.difference-resolved',
    body: { differenceId: id, field: difference.field, personId: difference.person_id, resolution },
    reason,
  })
  return difference
}
