/** Shapes of policies on the wire. */

import { cleanText } from '@doudi/kernel'
import { hitPolicies, parameterTypes } from '@doudi/policy'
import { z } from 'zod'
import { date, division, id, pageById, parsed, reason } from '#platform/http/shapes.ts'
import { draftActs, draftStatuses } from './draft.ts'

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
      /** Of which the pack itself says something. */
      programmes: list(z.object({ id: z.string(), title: wording })),
      /** The caller's own: changes of its values may be drafted. */
      own: z.boolean(),
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

/** What the pack page shows. */
const citationOnPage = z.object({
  document: z.string(),
  title: z.string(),
  clause: z.string(),
  unverified: z.boolean(),
})
/** A value as it is written, and as people read it; both null for 未设定. */
const settingOnPage = { value: z.string().nullable(), display: wording.nullable() }

export const onDay = z.object({ date: date.optional() })
export const packParams = z.object({ pack: z.string().max(60) })
export const parameterParams = packParams.extend({ parameter: z.string().max(100) })

const valueOnPage = z.object({
  ...settingOnPage,
  from: z.string(),
  pack: z.string(),
  citation: citationOnPage,
  reason: z.string().nullable(),
})

const parameterOnPage = z.object({
  name: z.string(),
  id: z.string(),
  label: wording,
  /** The file it is declared in: values of one kind stand together. */
  group: z.string(),
  type: z.enum(parameterTypes),
  unit: z.string(),
  options: list(z.object({ value: z.string(), label: wording })),
  min: z.string().nullable(),
  max: z.string().nullable(),
  decimals: z.int(),
  declaredBy: z.string(),
  openTo: list(z.string()),
  change: z.enum(['any', 'raise', 'lower']),
  soft: z.boolean(),
  /** Null before the first day on which anything holds. */
  current: valueOnPage.nullable(),
  /** What begins later, the next first. */
  coming: list(valueOnPage),
  /** The day by which somebody has to look at its source again, and whether that has not been done. */
  reviewBy: z.string().nullable(),
  reviewPast: z.boolean(),
  /** Whether this pack may set it. */
  open: z.boolean(),
})
export type ParameterOnPage = z.infer<typeof parameterOnPage>

export const packPage = z.object({
  edition: z.string(),
  date: z.string(),
  name: z.string(),
  title: wording,
  level: z.string(),
  area: z.string(),
  example: z.boolean(),
  broken: z.boolean(),
  own: z.boolean(),
  /** The nation first, the pack itself last. */
  line: list(z.object({ name: z.string(), title: wording, level: z.string(), example: z.boolean() })),
  documents: list(z.object({ id: z.string(), title: z.string(), issuer: z.string(), pack: z.string() })),
  parameters: list(parameterOnPage),
  checks: list(
    z.object({
      name: z.string(),
      message: wording,
      formula: z.string(),
      soft: z.boolean(),
      pack: z.string(),
      verdict: z.enum(['holds', 'fails', 'open']),
      reads: list(z.string()),
      missing: list(z.string()),
      citation: citationOnPage,
    }),
  ),
  programmes: list(z.object({ id: z.string(), title: wording })),
})

const tableOnPage = z.object({ hit: z.enum(hitPolicies), order: list(z.string()) }).nullable()

/** A formula, or the rows of a decision table, as it was written. */
const versionOnPage = z.object({
  formula: z.string(),
  table: tableOnPage,
  from: z.string(),
  pack: z.string(),
  citation: citationOnPage,
})
export type VersionOnPage = z.infer<typeof versionOnPage>

export const rulesParams = packParams.extend({ programme: z.string().max(60) })
export const ruleParams = rulesParams.extend({ rule: z.string().max(100) })

export const rulesPage = z.object({
  pack: z.string(),
  programme: z.string(),
  title: wording,
  date: z.string(),
  items: list(
    versionOnPage.extend({
      name: z.string(),
      label: wording,
      unit: z.string(),
      words: z.string(),
      reads: list(z.string()),
      /** Whether this pack may write a version of it. */
      open: z.boolean(),
      /** Versions that begin later, the next first. */
      coming: list(versionOnPage),
    }),
  ),
  next: z.null(),
})

export const namesPage = z.object({
  items: list(
    z.object({
      name: z.string(),
      kind: z.enum(['field', 'parameter', 'rule', 'collection', 'day']),
      label: wording,
      ofMember: z.boolean(),
      unit: z.string(),
      options: list(z.string()),
    }),
  ),
  next: z.null(),
})

const signed = z.object({ name: z.string(), at: z.string() })

const spoken = {
  packTitle: wording,
  level: z.string(),
  inForce: z.boolean(),
  /** Null for what came with the folder. */
  release: z
    .object({ seq: z.int(), draftId: z.string(), drafted: signed, released: signed, replaced: z.boolean() })
    .nullable(),
}
const historyOf = <T extends z.ZodType>(item: T) =>
  z.object({ pack: z.string(), name: z.string(), label: wording, unit: z.string(), items: list(item), next: z.null() })

export const history = historyOf(valueOnPage.extend(spoken))
export const ruleHistory = historyOf(versionOnPage.extend(spoken))

/** What a draft says. */
const words = (max: number) => parsed(text => cleanText(text, { max, required: false }).text, max * 4)
const title = parsed(text => cleanText(text, { max: 100, required: true }).text, 400)

const dated = { from: date, document: z.string().max(50), clause: words(200), reason: reason.nullable() }
const valueChange = z.strictObject({
  ...dated,
  parameter: z.string().min(1).max(100),
  value: words(60).nullable(),
})

/** As long as the language takes a table; how long and how deep a formula may be it says itself. */
const formula = words(8000).refine(text => text.split('\n').every(line => line.length <= 2000), {
  params: { code: 'shape.too-big' },
})
const table = z
  .strictObject({ hit: z.enum(hitPolicies), order: z.array(z.string().min(1).max(100)).max(50) })
  .nullable()
const ruleText = { rule: z.string().min(1).max(100), formula, table }
const programmeId = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/)
const ruleChange = z.strictObject({ ...dated, ...ruleText, programme: programmeId })

/** A text that somebody is writing, to be held against the rules of a day. */
export const formulaTried = z.strictObject({ ...ruleText, from: date })
export const formulaFaults = z.object({
  items: list(
    z.object({
      code: z.string(),
      message: wording,
      suggestion: wording,
      /** The formula that is wrong: this one, or another that reads it. */
      rule: z.string(),
      at: z.object({ line: z.int(), column: z.int() }).nullable(),
    }),
  ),
  next: z.null(),
})

/** Every rule that changes has the formulas of its programme checked on one more day. */
const MOST_RULES = 20
const changes = z
  .array(z.union([valueChange, ruleChange]))
  .max(200)
  .refine(all => all.filter(change => 'rule' in change).length <= MOST_RULES, { params: { code: 'shape.too-big' } })

const newDocument = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]{0,49}$/),
  title,
  number: title.nullable(),
  issuer: title,
  date,
})

export const newDraft = z.strictObject({ pack: z.string().max(60), title })
export const draftText = z.strictObject({
  version: z.int(),
  title,
  changes,
  documents: z.array(newDocument).max(20),
})
/** The version on the caller's screen; a draft that changed since is not moved. */
export const seen = z.strictObject({ version: z.int() })
export const rejection = seen.extend({ reason })
export const draftParams = z.object({ id })
export const draftsQuery = pageById.extend({
  pack: z.string().max(60).optional(),
  status: z.enum(draftStatuses).optional(),
})

const finding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: wording,
  suggestion: wording,
  /** Which change of the draft, from 0. */
  change: z.int().nullable(),
  parameter: z.string().nullable(),
  file: z.string().nullable(),
  line: z.int().nullable(),
  /** Where in the formula of that change. */
  at: z.object({ line: z.int(), column: z.int() }).nullable(),
})
export type Finding = z.infer<typeof finding>
export const findingList = z.object({ items: list(finding), next: z.null() })

const draftHead = z.object({
  id,
  pack: z.string(),
  packTitle: wording,
  title: z.string(),
  status: z.enum(draftStatuses),
  version: z.int(),
  changeCount: z.int(),
  /** The first day on which any of it holds. */
  startsOn: z.string().nullable(),
  author: z.string(),
  madeAt: z.string(),
  changedAt: z.string(),
  submittedAt: z.string().nullable(),
  decided: signed.nullable(),
  reason: z.string().nullable(),
})
export const draftList = z.object({ items: list(draftHead), next: z.string().nullable() })

const datedOnPage = {
  from: z.string(),
  document: z.string(),
  clause: z.string(),
  /** Empty while the document is not listed. */
  documentTitle: z.string(),
  reason: z.string().nullable(),
  label: wording,
  unit: z.string(),
}

export const draftPage = draftHead.extend({
  changes: list(
    z.union([
      z.object({
        ...datedOnPage,
        parameter: z.string(),
        value: z.string().nullable(),
        /** As people read it; the bare text when it is none of the parameter's values. */
        display: wording.nullable(),
        /** What would hold on that day without the draft. */
        before: valueOnPage.nullable(),
      }),
      z.object({
        ...datedOnPage,
        programme: z.string(),
        rule: z.string(),
        formula: z.string(),
        table: tableOnPage,
        before: versionOnPage.nullable(),
      }),
    ]),
  ),
  documents: list(
    z.object({
      id: z.string(),
      title: z.string(),
      number: z.string().nullable(),
      issuer: z.string(),
      date: z.string(),
    }),
  ),
  findings: list(finding),
  /** Part of it begins before today, which takes the policy chief. */
  backdated: z.boolean(),
  /** For each act null, or the code that says why not. */
  can: z.record(z.enum(draftActs), z.string().nullable()),
})
