/** The form of a home visit (F11) and the entries of a device on the wire; the same shapes as in `@doudi/sync`. */
import { cleanText } from '@doudi/kernel'
import {
  incomeKinds,
  type QuickReport,
  type SyncEntry,
  type VisitRecord,
  visitConclusions,
  visitOutcomes,
} from '@doudi/sync'
import { z } from 'zod'
import { division, fen, id, parsed, phone } from '#platform/http/shapes.ts'

const words = (max: number) => parsed<string>(text => cleanText(text, { max }).text, 4 * max)
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const moment = z.iso.datetime()

const house = z.strictObject({
  nature: z.enum(['own', 'rented', 'public', 'borrowed', 'none']).optional(),
  structure: z.enum(['brick', 'concrete', 'earth', 'wood', 'other']).optional(),
  areaSquareMetres: z.int().min(0).max(10_000).optional(),
  rooms: z.int().min(0).max(99).optional(),
  condition: z.enum(['good', 'worn', 'dangerous']).optional(),
})

const living = z.strictObject({
  water: z.enum(['tap', 'well', 'none']).optional(),
  electricityFenPerMonth: fen.optional(),
  appliances: words(500).optional(),
  conditions: words(1000).optional(),
})

const member = z.strictObject({
  personId: id,
  health: z.enum(['well', 'chronic', 'serious', 'disabled']).optional(),
  labour: z.enum(['able', 'weak', 'none']).optional(),
  work: words(200).optional(),
  note: words(500).optional(),
})

const income = z.strictObject({
  personId: id,
  kind: z.enum(incomeKinds),
  amountFen: fen,
  per: z.enum(['month', 'year']),
})

const property = z.strictObject({
  depositsFen: fen.optional(),
  vehicles: z.int().min(0).max(99).optional(),
  homes: z.int().min(0).max(99).optional(),
  business: z.boolean().optional(),
  other: words(500).optional(),
})

export const visitRecord: z.ZodType<VisitRecord> = z.strictObject({
  outcome: z.enum(visitOutcomes).optional(),
  visitedAt: moment.optional(),
  surveyors: z.array(id).length(2).optional(),
  present: z.array(id).max(30).optional(),
  house: house.optional(),
  living: living.optional(),
  members: z.array(member).max(30).optional(),
  incomes: z.array(income).max(240).optional(),
  property: property.optional(),
  debts: z.strictObject({ totalFen: fen.optional(), reason: words(500).optional() }).optional(),
  photos: z
    .array(
      z.strictObject({
        digest,
        documentId: id,
        purpose: z.enum(['house', 'living', 'person', 'paper', 'door']),
        capturedAt: moment,
      }),
    )
    .max(20)
    .optional(),
  signatureDocumentId: id.optional(),
  conclusion: z.enum(visitConclusions).optional(),
  conclusionText: words(1000).optional(),
}) as z.ZodType<VisitRecord>

const quickReport = z.strictObject({
  name: words(50),
  division,
  place: words(200),
  what: words(1000),
  phone: phone.optional(),
  photoDocumentId: id.optional(),
}) as z.ZodType<QuickReport>

export const syncEntry = z.discriminatedUnion('kind', [
  z.strictObject({
    id,
    kind: z.literal('visit.record'),
    visitId: id,
    baseVersion: z.int().min(1),
    capturedAt: moment,
    content: visitRecord,
  }),
  z.strictObject({ id, kind: z.literal('report.quick'), capturedAt: moment, content: quickReport }),
]) as z.ZodType<SyncEntry>
