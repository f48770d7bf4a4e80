/** Shapes of the identity module on the wire. */
import { z } from 'zod'
import { date, division, id, page, personName, phone } from '#platform/http/shapes.ts'

const code = z.string().regex(/^\d{6}$/)
const login = z
  .string()
  .trim()
  .min(3)
  .max(60)
  .regex(/^[\p{L}\p{N}._-]+$/u)
const password = z.string().min(1).max(500)

export const signInBody = z.strictObject({ login: z.string().min(1).max(200), password })
export const ticketReply = z.object({ ticket: z.string() })
export const secondFactorBody = z.strictObject({ ticket: z.string().min(1).max(4000), code })
export const stepUpBody = z.strictObject({ code })
export const stepUpReply = z.object({ freshForSeconds: z.int() })

export const activationBody = z.strictObject({
  login: z.string().min(1).max(200),
  activationCode: z.string().min(1).max(100),
  password,
})
/** `enrolmentUri` for the authenticator's QR code; null when the second factor stays. */
export const activationReply = ticketReply.extend({ enrolmentUri: z.string().nullable() })

export const codeBody = z.strictObject({ phone, purpose: z.enum(['sign-in', 'submit', 'sign-consent']) })
export const codeReply = z.object({ codeId: id, expiresInSeconds: z.int() })
export const residentSessionBody = z.strictObject({ codeId: id, code })

const held = z.object({ role: z.string(), roleName: z.string(), division: z.string(), divisionName: z.string() })

export const meReply = z.object({
  accountId: id,
  kind: z.enum(['staff', 'resident']),
  name: z.string(),
  roles: z.array(held),
  permissions: z.array(z.string()),
  /** The sign-in before this session. */
  lastSignInAt: z.string().nullable(),
  lastSignInFrom: z.string().nullable(),
  today: z.string(),
  demo: z.boolean(),
  households: z.array(z.object({ id, number: z.string(), headName: z.string() })),
})

export const ownPasswordBody = z.strictObject({ current: password, next: password })

export const accountParams = z.object({ id })
export const accountsQuery = page.extend({ q: z.string().max(60).optional(), division: division.optional() })
const account = z.object({
  id,
  login: z.string(),
  name: z.string(),
  division: z.string(),
  divisionName: z.string(),
  status: z.enum(['active', 'disabled']),
  phoneMasked: z.string().nullable(),
  /** Invited and not yet activated, or ready to sign in. */
  ready: z.boolean(),
  lastSignInAt: z.string().nullable(),
})
export const accountsReply = z.object({ items: z.array(account), next: z.string().nullable() })
export const newAccountBody = z.strictObject({
  login,
  name: personName,
  division,
  identityNumber: z.string().max(40),
  phone: phone.nullish(),
})
export const invitationReply = z.object({ id, activationCode: z.string(), expiresAt: z.string() })
export const doneReply = z.object({ id })

const grant = held.extend({
  id,
  accountId: id,
  validFrom: z.string(),
  validTo: z.string().nullable(),
  status: z.enum(['proposed', 'in-force', 'planned', 'ended']),
  proposedBy: z.string().nullable(),
  proposedByName: z.string().nullable(),
  releasedByName: z.string().nullable(),
  releasedAt: z.string().nullable(),
})
export const grantReply = grant
export const grantsReply = z.object({ items: z.array(grant), next: z.null() })
export const newGrantBody = z.strictObject({
  role: z.string().max(40),
  division,
  validFrom: date,
  validTo: date.nullish(),
})

export const demoAccountsReply = z.array(
  z.object({
    login: z.string(),
    name: z.string(),
    role: z.string(),
    roleName: z.string(),
    divisionName: z.string(),
    password: z.string(),
    code: z.string(),
  }),
)
export const outboxReply = z.array(
  z.object({ at: z.string(), channel: z.string(), recipientMasked: z.string(), text: z.string() }),
)
export const clockReply = z.object({ now: z.string(), today: z.string(), offsetDays: z.int() })
export const clockBody = z.strictObject({ date })
