/** What goes in and out of the casework addresses, besides the application itself (`application.ts`). */
import { z } from 'zod'
import { date, fen, id, instant, page, reason } from '#platform/http/shapes.ts'
import { application } from './application.ts'
import { caseStatuses } from './case.ts'

export const wording = z.object({ zh: z.string(), en: z.string() })

export const byId = z.object({ id })
export const version = z.int().min(1)

export const caseSummary = z.object({
  id,
  number: z.string(),
  applicantName: z.string(),
  householdId: id,
  division: z.string(),
  villageName: z.string(),
  programme: z.string(),
  members: z.int(),
  status: z.enum(caseStatuses),
  statusName: z.string(),
  awaits: z.string().nullable(),
  submittedOn: date,
  acceptedOn: date.nullable(),
  dueOn: date.nullable(),
  /** Negative when overdue; what remained when the clock was paused. */
  workingDaysLeft: z.int().nullable(),
  overdue: z.boolean(),
  flags: z.array(z.string()),
  amountFen: fen.nullable(),
})
export type CaseSummary = z.infer<typeof caseSummary>

export const step = z.object({
  id: z.enum(['received', 'verification', 'visit', 'notice', 'decision', 'payment']),
  name: wording,
  status: z.enum(['not-started', 'running', 'done', 'decided', 'overdue']),
  on: date.nullable(),
  actor: z.string().nullable(),
  promisedBy: date.nullable(),
})
export type Step = z.infer<typeof step>

export const caseClock = z.object({
  startedOn: date,
  limit: z.object({ count: z.int(), unit: z.enum(['workingDays', 'calendarDays']) }),
  dueOn: date.nullable(),
  workingDaysLeft: z.int(),
  pauses: z.array(z.object({ from: date, to: date.nullable(), reason: z.string() })).readonly(),
  extended: z.object({ ground: z.string(), count: z.int(), on: date }).nullable(),
  running: z.boolean(),
})

const hand = z.object({ accountId: id.nullable(), name: z.string(), on: date })

export const caseState = z.object({
  correction: z
    .object({ missing: z.array(z.string()).readonly(), note: z.string().nullable(), askedOn: date })
    .nullable(),
  pending: z.array(z.string()).readonly(),
  onBehalf: z.object({ name: z.string(), relation: z.string() }).nullable(),
  delegated: z.boolean(),
  members: z.array(z.object({ personId: id, name: z.string(), relation: z.string(), adult: z.boolean() })).readonly(),
  verification: z.object({ requestId: id, round: z.int(), requestedOn: date, completedOn: date.nullable() }).nullable(),
  visits: z
    .array(
      z.object({
        visitId: id,
        plannedFor: date.nullable(),
        surveyors: z.array(id).readonly(),
        madeOn: date.nullable(),
        conclusion: z.string().nullable(),
      }),
    )
    .readonly(),
  assessments: z
    .array(
      z.object({ assessmentId: id, stage: z.string(), eligible: z.boolean(), amountFen: fen, at: instant, version }),
    )
    .readonly(),
  evidenceVersion: version,
  proposal: hand
    .extend({
      recommendation: z.enum(['approve', 'refuse']),
      assessmentId: id,
      amountFen: fen,
      reason: z.string().nullable(),
    })
    .nullable(),
  notice: z.object({ noticeId: id, assessmentId: id, postedOn: date, endsOn: date, status: z.string() }).nullable(),
  objections: z.array(z.object({ objectionId: id, on: date, finding: z.string().nullable() })).readonly(),
  returns: z.array(hand.extend({ reason: z.string().nullable() })).readonly(),
  closed: hand.extend({ reason: z.string().nullable() }).nullable(),
  award: z.object({ awardId: id, startMonth: z.string(), monthlyFen: fen }).nullable(),
})

export const decision = hand.extend({
  outcome: z.enum(['approved', 'refused']),
  assessmentId: id,
  amountFen: fen,
  coveredPeople: z.int(),
  firstMonth: z.string().nullable(),
  reasonCode: z.string().nullable(),
  reason: z.string().nullable(),
})

export const caseDetail = caseSummary.extend({
  version,
  pack: z.string(),
  channel: z.string(),
  townName: z.string(),
  contactPhone: z.string().nullable(),
  household: z.object({ id, number: z.string(), headName: z.string() }),
  state: caseState,
  clock: caseClock.nullable(),
  /** Last part of each act's address → null, or the code that says why not. */
  can: z.record(z.string(), z.string().nullable()),
  /** What the procedure lets a person choose from here. */
  choices: z.object({
    pauseReasons: z.array(z.object({ id: z.string(), name: wording })).readonly(),
    extensionGrounds: z.array(z.object({ id: z.string(), name: wording })).readonly(),
    refusalReasons: z.array(z.object({ id: z.string(), name: wording })).readonly(),
  }),
  documents: z
    .array(
      z.object({
        id,
        kind: z.string(),
        personId: id.nullable(),
        mediaType: z.string(),
        digest: z.string(),
        addedAt: instant,
      }),
    )
    .readonly(),
  steps: z.array(step).readonly(),
  decision: decision.nullable(),
})
export type CaseDetail = z.infer<typeof caseDetail>

export const caseQuery = page.extend({
  queue: z.enum(['mine', 'all']).default('all'),
  status: z.enum(caseStatuses).optional(),
  division: z
    .string()
    .regex(/^\d{6,12}$/)
    .optional(),
  q: z.string().max(60).optional(),
  sort: z.enum(['due']).default('due'),
})
export type CaseQuery = z.infer<typeof caseQuery>

export const cases = z.object({ items: z.array(caseSummary), next: z.string().nullable() })
export const caseCount = z.object({ byStatus: z.record(z.string(), z.int()), mine: z.int() })

export const submitted = z.object({
  caseId: id,
  caseNumber: z.string(),
  householdId: id,
  receivedOn: date,
  next: z.object({ what: wording, byDate: date.nullable() }),
})
export type Submitted = z.infer<typeof submitted>

export const intake = z.strictObject({
  application,
  onBehalf: application.shape.helper.optional(),
  channel: z.enum(['window', 'coordinator']),
})

const seen = { version }
export const actBodies = {
  'request-correction': z.strictObject({
    ...seen,
    missing: z.array(z.string().min(1).max(60)).min(1).max(20),
    note: reason.optional(),
  }),
  'complete-correction': z.strictObject(seen),
  accept: z.strictObject(seen),
  reject: z.strictObject({ ...seen, reason }),
  withdraw: z.strictObject({ ...seen, reason }),
  terminate: z.strictObject({ ...seen, reason }),
  /** `reason` is one of the procedure's reasons. */
  pause: z.strictObject({ ...seen, reason: z.string().min(1).max(60) }),
  resume: z.strictObject(seen),
  extend: z.strictObject({ ...seen, ground: z.string().min(1).max(60) }),
  propose: z.strictObject({ ...seen, recommendation: z.enum(['approve', 'refuse']), assessmentId: id, reason }),
  approve: z.strictObject({ ...seen, assessmentId: id, reason: reason.optional() }),
  refuse: z.strictObject({ ...seen, assessmentId: id, reasonCode: z.string().min(1).max(60), reason }),
  return: z.strictObject({ ...seen, reason }),
} as const

export const ownCase = z.object({
  id,
  number: z.string(),
  programme: z.string(),
  status: z.enum(caseStatuses),
  version,
  plain: wording,
  submittedOn: date,
  steps: z.array(step),
  missing: z.array(z.string()),
  contactPhone: z.string().nullable(),
  mayWithdraw: z.boolean(),
  decision: z
    .object({
      outcome: z.enum(['approved', 'refused']),
      on: date,
      amountFen: fen,
      firstMonth: z.string().nullable(),
      explanation: z.array(wording),
      letterId: id.nullable(),
      remedies: wording.nullable(),
    })
    .nullable(),
  /** 不予受理通知书, which says why and what may be done about it. */
  rejectionLetterId: id.nullable(),
  awards: z.array(z.object({ startMonth: z.string(), monthlyFen: fen })),
})
export type OwnCase = z.infer<typeof ownCase>
