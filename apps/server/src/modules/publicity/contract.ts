/** Shapes of the publicity module on the wire. */
import { z } from 'zod'
import { division, fen, id, pageById, personName, phone, reason } from '#platform/http/shapes.ts'
import { findings, noticeStatuses } from './notice.ts'

export const params = z.object({ id })
export const post = z.strictObject({ version: z.int().min(1), assessmentId: id })
export const withdraw = z.strictObject({ reason: reason.optional() }).optional()
export const photo = z.strictObject({ documentId: id })
export const noticesQuery = pageById.extend({
  status: z.enum(noticeStatuses).optional(),
  division: division.optional(),
})

export const notice = z.object({
  id,
  caseId: id,
  householdId: id,
  division: z.string(),
  assessmentId: id,
  postedOn: z.string(),
  /** Last day on which it hangs. */
  endsOn: z.string(),
  status: z.enum(noticeStatuses),
  boardPhotoDocumentId: id.nullable(),
})
export const notices = z.object({ items: z.array(notice), next: z.string().nullable() })

export const answer = z.strictObject({ answer: reason, finding: z.enum(findings) })
export const objectionsQuery = pageById.extend({ status: z.enum(['open', 'answered']).optional(), case: id.optional() })

export const objection = z.object({
  id,
  noticeId: id,
  caseId: id,
  division: z.string(),
  anonymous: z.boolean(),
  name: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  content: z.string(),
  receivedAt: z.string(),
  status: z.enum(['open', 'answered']),
  answer: z.string().nullable(),
  finding: z.enum(findings).nullable(),
  answeredAt: z.string().nullable(),
})
export const objections = z.object({ items: z.array(objection), next: z.string().nullable() })

/** Everything that anybody may know about a notice. A new field here is a decision about people's privacy. */
export const publicNotice = z.strictObject({
  id,
  village: z.string(),
  villageName: z.string(),
  applicantMasked: z.string(),
  householdSize: z.int(),
  covered: z.int(),
  programme: z.string(),
  programmeName: z.string(),
  amountFen: fen,
  postedOn: z.string(),
  endsOn: z.string(),
  office: z.string(),
  contactPhone: z.string().nullable(),
})
export const publicNotices = z.object({ items: z.array(publicNotice), next: z.string().nullable() })

const PUBLIC_PAGE = 50
export const publicQuery = z
  .object({
    village: division.optional(),
    county: division.optional(),
    after: id.optional(),
    limit: z.coerce.number().int().min(1).max(PUBLIC_PAGE).default(PUBLIC_PAGE),
  })
  .refine(({ village, county }) => (village ?? county) !== undefined, {
    path: ['village'],
    params: { code: 'shape.missing' },
  })

export const object = z.strictObject({
  anonymous: z.boolean(),
  name: personName.optional(),
  phone: phone.optional(),
  content: reason,
})
export const received = z.object({ id, receivedOn: z.string() })

export const screenQuery = z.object({ area: division })
export const screen = z.object({
  area: z.object({ code: z.string(), name: z.string(), contactPhone: z.string().nullable() }),
  today: z.string(),
  items: z.array(publicNotice),
})
