/**
 * What a family fills in. One shape for the portal, the window and the coordinator. Shape only: what must agree
 * with the day, with itself or with the village is checked in `check-application.ts`, each with its own code.
 */
import { cleanText, largestFen } from '@doudi/kernel'
import { z } from 'zod'
import { division, parsed, personName, phone } from '#platform/http/shapes.ts'

export const MAX_MEMBERS = 30

export const relations = [
  'self',
  'spouse',
  'child',
  'parent',
  'grandchild',
  'grandparent',
  'sibling',
  'child-in-law',
  'parent-in-law',
  'other',
] as const
export const documentKinds = [
  'identity-card',
  'residence-permit',
  'household-booklet',
  'birth-certificate',
  'passport',
  'none',
] as const
export const incomeKinds = [
  'wage',
  'farming',
  'business',
  'property',
  'pension',
  'support',
  'subsidy',
  'other',
] as const
export const disabilityKinds = [
  'visual',
  'hearing',
  'speech',
  'physical',
  'intellectual',
  'mental',
  'multiple',
] as const

/** A line of somebody's own words, cleaned, not empty. */
const words = (max: number) =>
  parsed<string>(text => cleanText(text, { max, required: true, lines: false }).text, 4 * max)
/** Like `words`, with line breaks. */
const story = (max: number) => parsed<string>(text => cleanText(text, { max }).text, 4 * max)
/** A name of a choice; which are known is the policy pack's to say. */
const choice = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

function amountIssue(value: number): string | null {
  if (!Number.isSafeInteger(value)) return Number.isInteger(value) ? 'money.too-large' : 'money.below-fen'
  if (value < 0 || Object.is(value, -0)) return 'money.negative'
  return BigInt(value) > largestFen ? 'money.too-large' : null
}

/** Whole fen; a number with decimals is yuan that somebody forgot to convert. */
const amount = z.number().superRefine((value, context) => {
  const code = amountIssue(value)
  if (code) context.addIssue({ code: 'custom', params: { code }, message: code })
})
/** 说不准 is an answer, and not the same as none. */
const unsureAmount = amount.nullable()
const unsureCount = z.int().min(0).max(99).nullable()

const income = z.strictObject({
  kind: z.enum(incomeKinds),
  amountFen: unsureAmount,
  per: z.enum(['month', 'year']),
})

const member = z.strictObject({
  name: personName,
  relation: z.enum(relations),
  documentKind: z.enum(documentKinds),
  identityNumber: z.string().max(100).optional(),
  bornOn: z.string().max(40).optional(),
  sex: z.enum(['male', 'female']).optional(),
  /** 户口类别: urban or rural register; where standards differ by it. */
  registration: z.enum(['urban', 'rural']).optional(),
  employed: z.boolean().optional(),
  disabilityKind: z.enum(disabilityKinds).optional(),
  disabilityGrade: z.int().min(1).max(4).optional(),
  seriousIllness: z.boolean().optional(),
  student: z.boolean().optional(),
  incomes: z.array(income).max(20).default([]),
  socialInsuranceFen: amount.optional(),
})

export const application = z.strictObject({
  programme: z.literal('dibao'),
  division,
  residence: z.strictObject({ registeredSame: z.boolean(), address: words(200) }),
  applicant: z.strictObject({ name: personName, identityNumber: z.string().max(100), phone }),
  helper: z.strictObject({ name: personName, phone, relation: words(40) }).optional(),
  members: z.array(member).min(1).max(MAX_MEMBERS),
  hardship: z.array(choice).max(20).default([]),
  hardshipText: story(2000).optional(),
  property: z.strictObject({
    depositsFen: unsureAmount,
    vehicles: unsureCount,
    homes: unsureCount,
    business: z.boolean().nullable(),
  }),
  bankAccount: z.strictObject({ holderName: personName, bank: words(60), number: z.string().max(100) }).nullable(),
  commitment: z.strictObject({ agreed: z.literal(true), signedName: personName }),
  consents: z
    .array(
      z.strictObject({
        memberIndex: z
          .int()
          .min(0)
          .max(MAX_MEMBERS - 1),
        method: z.enum(['phone', 'paper', 'field', 'window', 'guardian']),
        signedName: personName,
      }),
    )
    .max(MAX_MEMBERS)
    .default([]),
  pending: z.array(choice).max(20).default([]),
})

export type Application = z.infer<typeof application>
export type ApplicationMember = Application['members'][number]

/** An application half written: any of its parts, each checked when it is handed in. */
export const applicationSoFar = z.strictObject(
  Object.fromEntries(Object.keys(application.shape).map(key => [key, z.unknown().optional()])),
)
