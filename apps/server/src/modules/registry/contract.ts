/** Shapes of the registry on the wire. Class-A values appear only masked, but for the answer to a look. */
import { cleanText, parseInstant } from '@doudi/kernel'
import { z } from 'zod'
import { division, id, page, parsed, personName, reason } from '#platform/http/shapes.ts'
import { revealable } from './reveal.ts'

export const householdParams = z.object({ id })
export const personParams = z.object({ id })
export const documentParams = z.object({ id })

/** Longer than any name: what does not fit is a slip, not a search. */
const q = z.string().max(100).optional()

export const countQuery = z.object({ q, division: division.optional() })
export const searchQuery = page.extend({ q, division: division.optional() })
export const lineQuery = page

export const householdCount = z.object({ count: z.int() })

export const householdPage = z.object({
  items: z.array(
    z.object({
      id,
      number: z.string(),
      headName: z.string(),
      villageName: z.string(),
      division: z.string(),
      members: z.int(),
      match: z.object({ kind: z.string(), name: z.string() }).optional(),
      openCase: z.object({ id, status: z.string() }).optional(),
    }),
  ),
  next: z.string().nullable(),
})

export const member = z.object({
  personId: id,
  name: z.string(),
  relation: z.string(),
  sex: z.enum(['male', 'female']).nullable(),
  age: z.int().nullable(),
  bornOn: z.string().nullable(),
  identityMasked: z.string().nullable(),
  phoneMasked: z.string().nullable(),
})

const account = z.object({ holderName: z.string(), bank: z.string(), tail: z.string() })

export const accountChange = z.strictObject({
  holderName: personName,
  bank: parsed(text => cleanText(text, { max: 60, required: true }).text, 200),
  number: z.string().max(60),
  kind: z.enum(['card', 'passbook']).optional(),
  otherHolderReason: reason.optional(),
})
export const accountConfirmation = z.strictObject({ bankAccountId: id })
export const accountRejection = z.strictObject({ bankAccountId: id, reason })
export const accountRejected = z.object({ bankAccountId: id })
export const accountReply = account.extend({ bankAccountId: id })
export const proposedAccount = accountReply.extend({
  proposedByName: z.string(),
  otherHolderReason: z.string().nullable(),
  /** Other households of the county that are paid on the same number. */
  sharedWith: z.int(),
})

export const householdDetail = z.object({
  id,
  number: z.string(),
  division: z.string(),
  villageName: z.string(),
  townName: z.string(),
  headName: z.string(),
  addressMasked: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  members: z.array(member),
  bankAccount: account.nullable(),
  /** Waits for a second person; no money goes there yet. */
  proposedAccount: proposedAccount.nullable(),
  cases: z.array(z.object({ id, number: z.string(), status: z.string(), programme: z.string() })),
})

export const linePage = z.object({
  items: z
    .array(
      z.object({
        seq: z.int(),
        at: z.string(),
        act: z.string(),
        actorName: z.string(),
        role: z.string(),
        reason: z.string().nullable(),
        caseId: id.nullable(),
        summary: z.object({ zh: z.string(), en: z.string() }),
      }),
    )
    .readonly(),
  next: z.string().nullable(),
})

export const lookBody = z.strictObject({ field: z.enum(revealable), purpose: reason, caseId: id.optional() })
export const lookReply = z.object({ value: z.string() })

const digest = z.string().regex(/^[0-9a-f]{64}$/)

export const documentQuery = z.strictObject({
  householdId: id,
  caseId: id.optional(),
  personId: id.optional(),
  kind: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  capturedDigest: digest.optional(),
  capturedAt: parsed(parseInstant, 40).optional(),
})

export const documentReply = z.object({ id, digest })
