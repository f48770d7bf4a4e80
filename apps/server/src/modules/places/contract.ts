/** Shapes of the places module on the wire. */
import { z } from 'zod'
import { date, division, id, reason } from '#platform/http/shapes.ts'

const level = z.enum(['province', 'city', 'county', 'town', 'village'])
const code = z.string().length(12)

const divisionItem = z.object({ code, name: z.string(), level, parent: code.nullable() })

export const divisionsQuery = z.object({
  /** With `level`: every division of that level inside `parent`; without: those directly below it. */
  parent: division.optional(),
  level: level.optional(),
  after: code.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
})
export const divisionsReply = z.object({ items: z.array(divisionItem), next: z.string().nullable() })

export const divisionParams = z.object({ code: division })
export const divisionReply = divisionItem.extend({
  /** The policy pack that rules here, own or inherited. */
  pack: z.string().nullable(),
  contactPhone: z.string().nullable(),
  contactHours: z.string().nullable(),
  path: z.array(z.object({ code, name: z.string() })),
})

export const delegationBody = z.strictObject({
  town: division,
  programme: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  basis: reason,
  validFrom: date,
  validTo: date.nullish(),
})
export const delegationReply = z.object({
  id,
  county: z.string(),
  town: code,
  townName: z.string(),
  programme: z.string(),
  basis: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
})
export const delegationsQuery = z.object({ county: division })
export const delegationsReply = z.object({ items: z.array(delegationReply), next: z.null() })

export const calendarBody = z.strictObject({ area: division, day: date, workday: z.boolean(), reason })
export const calendarQuery = z.object({ area: division })
const calendarItem = z.object({ area: code, day: z.string(), workday: z.boolean(), reason: z.string() })
export const calendarItemReply = calendarItem
export const calendarReply = z.object({ items: z.array(calendarItem), next: z.null() })

export const workingDaysQuery = z.object({
  from: date,
  count: z.coerce.number().int().min(0).max(250),
  /** Whose calendar; the national one without. */
  division: division.optional(),
})
export const workingDaysReply = z.object({
  from: z.string(),
  count: z.int(),
  /** The last day of the limit; the first day does not count. */
  dueOn: z.string(),
  /** The State Council has not yet published that year's days off. */
  provisional: z.boolean(),
})
