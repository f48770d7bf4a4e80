/** Shapes of the verification addresses. */
import { z } from 'zod'
import { id, instant, personName, reason } from '#platform/http/shapes.ts'
import { consentMethods } from './consent.ts'
import { queryStatuses } from './query.ts'

export const caseParams = z.object({ id })
export const consentParams = z.object({ id })
export const differenceParams = z.object({ id })

export const newConsent = z.strictObject({
  personId: id,
  method: z.enum(consentMethods),
  signedName: personName,
  signatureDocumentId: id.optional(),
  witness: personName.optional(),
})

export const consent = z.object({
  id,
  personId: id,
  personName: z.string(),
  method: z.enum(consentMethods),
  signedName: z.string(),
  textVersion: z.string(),
  sources: z.array(z.string()),
  signedAt: instant,
  validTo: z.string(),
  withdrawnAt: instant.nullable(),
  status: z.enum(['valid', 'withdrawn', 'expired']),
})
export const consents = z.object({
  items: z.array(consent),
  next: z.null(),
  /** What is signed today. */
  text: z.object({ version: z.string(), text: z.string() }),
  /** Members for whom nothing valid is on record. */
  missing: z.array(z.object({ personId: id, personName: z.string(), adult: z.boolean() })),
})
export type Consents = z.infer<typeof consents>

export const withdrawal = z.strictObject({ reason: reason.optional() })
export const start = z.strictObject({ version: z.int().min(1) })
export const retry = z.strictObject({ queryIds: z.array(id).min(1).max(500) })
export const resolution = z.strictObject({ resolution: z.enum(['use-found', 'use-declared', 'excluded']), reason })

export const report = z.object({
  /** 0: nobody has asked the departments yet. */
  round: z.int(),
  requestId: id.nullable(),
  number: z.string().nullable(),
  requestedAt: instant.nullable(),
  completedAt: instant.nullable(),
  periodFrom: z.string().nullable(),
  periodTo: z.string().nullable(),
  summary: z.object({
    answered: z.int(),
    nothingFound: z.int(),
    failed: z.int(),
    pending: z.int(),
    noConsent: z.int(),
    mismatch: z.int(),
  }),
  queries: z.array(
    z.object({
      id,
      personId: id,
      personName: z.string(),
      source: z.string(),
      sourceName: z.string(),
      mandatory: z.boolean(),
      status: z.enum(queryStatuses),
      attempts: z.int(),
      /** Why there is no answer: a code, never what was asked. */
      lastError: z.string().nullable(),
      queriedAt: instant.nullable(),
      findings: z.array(z.object({ label: z.string(), display: z.string() })),
    }),
  ),
  /** Sources of the procedure that nobody asked, and why. */
  notAsked: z.array(z.object({ source: z.string(), sourceName: z.string(), why: z.literal('not-connected') })),
  differences: z.array(
    z.object({
      id,
      field: z.string(),
      label: z.string(),
      personId: id.nullable(),
      personName: z.string().nullable(),
      declared: z.string(),
      found: z.string(),
      resolution: z.enum(['use-found', 'use-declared', 'excluded']).nullable(),
      reason: z.string().nullable(),
      resolvedAt: instant.nullable(),
    }),
  ),
  /** Members whom the register of deaths knows. */
  deaths: z.array(id),
})
export type Report = z.infer<typeof report>
