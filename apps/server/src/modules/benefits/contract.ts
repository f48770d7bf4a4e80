/** Shapes of the benefits module on the wire. */
import { z } from 'zod'
import { division, fen, id, month, pageById, reason } from '#platform/http/shapes.ts'
import { awardStatuses } from './award.ts'

export const award = z.object({
  id,
  householdId: id,
  caseId: id,
  division: z.string(),
  programme: z.string(),
  headName: z.string(),
  covered: z.int().min(1),
  monthlyFen: fen,
  startMonth: month,
  endMonth: month.nullable(),
  status: z.enum(awardStatuses),
  holdReason: z.string().nullable(),
})

export const awards = z.object({ items: z.array(award), next: z.string().nullable() })

export const awardsQuery = pageById.extend({
  household: id.optional(),
  division: division.optional(),
  status: z.enum(awardStatuses).optional(),
})

export const awardParams = z.object({ id })
export const why = z.strictObject({ reason })
