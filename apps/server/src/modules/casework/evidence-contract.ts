/** What goes out about what is known: facts side by side, computations, letters. */
import { z } from 'zod'
import { date, fen, id, instant } from '#platform/http/shapes.ts'
import { version, wording } from './contract.ts'
import { letterKinds } from './letter.ts'

const factSide = z.object({
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  display: wording,
  source: z.string(),
  sourceDetail: z.string(),
  asOf: date,
})

export const comparedFact = z.object({
  field: z.string(),
  label: wording,
  personId: id.nullable(),
  personName: z.string().nullable(),
  unit: z.string(),
  declared: factSide.nullable(),
  found: factSide.nullable(),
  visit: factSide.nullable(),
  /** What the computation takes, by domain rule and by what an officer decided about a difference. */
  used: factSide.nullable(),
  differs: z.boolean(),
  resolution: z.string().nullable(),
})
export type ComparedFactReply = z.infer<typeof comparedFact>

export const assessment = z.object({
  id,
  caseId: id,
  stage: z.enum(['proposal', 'decision']),
  assessedFor: date,
  createdAt: instant,
  createdBy: z.string().nullable(),
  result: z.object({
    eligible: z.boolean(),
    route: z.string(),
    amountFen: fen,
    coveredPeople: z.int(),
    category: z.string(),
    outputs: z.record(z.string(), z.unknown()),
  }),
  workedSum: z.array(wording),
  explanation: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
  /** What keeps the household from being eligible, with value, line and distance; empty when it is. */
  missing: z.array(wording),
  trace: z.unknown(),
  versions: z.unknown(),
  unresolved: z.array(z.object({ field: z.string(), label: wording, personName: z.string().nullable() })),
  resultHash: z.string(),
  /** Version of the case after computing, for the act that follows. */
  caseVersion: version.optional(),
})
export type AssessmentReply = z.infer<typeof assessment>

export const letter = z.object({
  id,
  kind: z.enum(letterKinds),
  number: z.string(),
  name: wording,
  verificationCode: z.string(),
  issuedAt: instant,
})
