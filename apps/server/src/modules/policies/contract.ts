/** Shapes of policies on the wire. */
import { z } from 'zod'
import { date, division } from '#platform/http/shapes.ts'

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly()
const wording = z.object({ 'zh-CN': z.string(), en: z.string() })
const citation = z.object({
  document: z.string(),
  title: z.string(),
  clause: z.string(),
  unverified: z.boolean().optional(),
})

export const packList = z.object({
  edition: z.string(),
  items: z.array(
    z.object({
      name: z.string(),
      title: wording,
      level: z.string(),
      area: z.string(),
      inherits: z.string().nullable(),
      /** Its figures are examples. */
      example: z.boolean(),
      /** Errors in its own files or above it; nothing is worked out with it. */
      broken: z.boolean(),
      programmes: z.array(z.string()),
    }),
  ),
  next: z.null(),
})

export const formQuery = z.object({ division, date: date.optional() })

const field = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.enum(['household', 'member']),
  type: z.enum(['number', 'yes-no', 'choice', 'date', 'text']),
  label: wording,
  help: wording.optional(),
  unit: z.string(),
  options: list(z.object({ value: z.string(), id: z.string(), label: wording })),
  min: z.string(),
  max: z.string(),
  decimals: z.int(),
  nullable: z.boolean(),
  unsureAllowed: z.boolean(),
  whenMissing: z.union([z.string(), z.boolean(), z.null()]).optional(),
  page: z.string(),
  askedOfResident: z.boolean(),
})

const documentRule = z.object({
  id: z.string(),
  name: wording,
  from: z.enum(['household', 'adult', 'member']),
  citation,
})

export const programmeForm = z.object({
  programme: z.string(),
  title: wording,
  pack: z.string(),
  packTitle: wording,
  example: z.boolean(),
  date: z.string(),
  edition: z.string(),
  form: z.object({
    collection: z.object({ name: z.string(), id: z.string(), longest: z.int() }),
    pages: list(z.object({ id: z.string(), title: wording, scope: z.enum(['household', 'member']) })),
    fields: list(field),
  }),
  documents: z.object({
    required: list(documentRule),
    onlyIfNotShared: list(documentRule),
    neverDemanded: list(documentRule),
  }),
})
