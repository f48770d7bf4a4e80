/** Shapes of the journal on the wire. */
import { z } from 'zod'
import { id, instant, page } from '#platform/http/shapes.ts'

const seq = z.int().min(0)

export const journalQuery = page.extend({
  household: id.optional(),
  case: id.optional(),
  account: id.optional(),
})

const entry = z.object({
  id,
  seq,
  at: instant,
  recordedAt: instant,
  act: z.string(),
  summary: z.object({ zh: z.string(), en: z.string() }),
  accountId: id.nullable(),
  actorName: z.string(),
  role: z.string(),
  actorDivision: z.string().nullable(),
  division: z.string(),
  householdId: id.nullable(),
  caseId: id.nullable(),
  reason: z.string().nullable(),
  requestId: z.string(),
  body: z.record(z.string(), z.unknown()),
  hash: z.string(),
})

export const journalPage = z.object({ items: z.array(entry), next: z.string().nullable() })

export const verdict = z.object({
  ok: z.boolean(),
  /** How many entries stand unbroken from the first. */
  entries: seq,
  brokenAt: z
    .object({
      seq,
      why: z.enum(['sequence', 'link', 'content', 'checkpoint-mac', 'checkpoint-hash', 'cut-off', 'end']),
    })
    .optional(),
})

export const checkpoints = z.object({
  items: z.array(z.object({ county: z.string(), seq, hash: z.string(), at: instant, mac: z.string() })),
  next: z.null(),
})
