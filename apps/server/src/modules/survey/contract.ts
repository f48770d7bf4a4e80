/** Shapes of the survey addresses. */
import { visitConclusions, visitOutcomes } from '@doudi/sync'
import { z } from 'zod'
import { date, division, id, instant } from '#platform/http/shapes.ts'
import { syncEntry, visitRecord } from './visit-shape.ts'

export const oneId = z.object({ id })
export const dueQuery = z.object({ due: date.optional() })
export const placeQuery = z.object({ division })

export const plan = z.strictObject({
  plannedFor: date,
  surveyors: z.array(id).length(2),
  version: z.int().min(1),
})

export const visit = z.object({
  id,
  caseId: id,
  caseNumber: z.string(),
  householdId: id,
  applicantName: z.string(),
  division: z.string(),
  villageName: z.string(),
  status: z.enum(['planned', 'made', 'conflict']),
  plannedFor: z.string(),
  surveyors: z.array(z.object({ accountId: id, name: z.string() })),
  visitedAt: instant.nullable(),
  outcome: z.enum(visitOutcomes).nullable(),
  conclusion: z.enum(visitConclusions).nullable(),
  version: z.int(),
  overdue: z.boolean(),
  /** What was written down; null in lists of the day. */
  form: visitRecord.nullable(),
})
export type VisitView = z.infer<typeof visit>
export const visits = z.object({ items: z.array(visit), next: z.null() })

export const surveyors = z.object({
  items: z.array(
    z.object({ accountId: id, name: z.string(), role: z.string(), roleName: z.string(), division: z.string() }),
  ),
  next: z.null(),
})

export const sync = z.strictObject({
  /** A name the device gave itself; says which of somebody's phones it was. */
  device: z.string().min(1).max(100),
  entries: z.array(syncEntry).min(1).max(200),
})

export const syncResult = z.object({
  id,
  status: z.enum(['applied', 'duplicate', 'conflict', 'refused']),
  problem: z.string().optional(),
  serverVersion: z.int().optional(),
  server: visitRecord.optional(),
})
export const syncReply = z.object({ results: z.array(syncResult) })

const fieldValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
])

export const conflict = z.object({
  visitId: id,
  serverVersion: z.int(),
  server: visitRecord,
  submissions: z.array(
    z.object({
      id,
      sentBy: z.string(),
      device: z.string(),
      capturedAt: instant,
      content: visitRecord,
      conflicts: z.array(
        z.object({
          field: z.string(),
          base: fieldValue.nullable(),
          server: fieldValue.nullable(),
          device: fieldValue.nullable(),
        }),
      ),
    }),
  ),
})

export const decision = z.strictObject({
  submissionId: id,
  take: z.record(z.string().max(200), z.enum(['server', 'device'])),
})

const report = {
  name: z.string(),
  division: z.string(),
  place: z.string(),
  what: z.string(),
  phoneMasked: z.string().nullable(),
  photoDocumentId: id.optional(),
}

export const waiting = z.object({
  items: z.array(
    z.object({
      id,
      kind: z.enum(['visit.record', 'report.quick']),
      visitId: id.nullable(),
      status: z.enum(['applied', 'conflict', 'resolved', 'refused']),
      problem: z.string().nullable(),
      device: z.string(),
      sentBy: z.string(),
      capturedAt: instant,
      receivedAt: instant,
      content: z.union([z.object(report), visitRecord]),
    }),
  ),
  next: z.null(),
})

export const reports = z.object({
  items: z.array(z.object({ id, sentBy: z.string(), capturedAt: instant, receivedAt: instant, ...report })),
  next: z.null(),
})

export const fieldPack = z.object({
  madeAt: instant,
  /** The device forgets the pack after this moment. */
  expiresAt: instant,
  /** More households exist than one pack takes. */
  truncated: z.boolean(),
  villages: z.array(z.object({ code: z.string(), name: z.string() })),
  households: z.array(
    z.object({
      id,
      number: z.string(),
      division: z.string(),
      headName: z.string(),
      members: z.array(
        z.object({
          personId: id,
          name: z.string(),
          relation: z.string(),
          sex: z.enum(['male', 'female']).nullable(),
          age: z.int().nullable(),
          identityMasked: z.string().nullable(),
          phoneMasked: z.string().nullable(),
        }),
      ),
      openCase: z.object({ id, status: z.string() }).nullable(),
      /** What the last finished visit wrote down, for 和上次一样. */
      lastVisit: z.object({ visitedAt: instant, outcome: z.enum(visitOutcomes), form: visitRecord }).nullable(),
    }),
  ),
  /** Visits to make or to finish, with the version a form starts from. */
  visits: z.array(visit),
})
export type FieldPack = z.infer<typeof fieldPack>
