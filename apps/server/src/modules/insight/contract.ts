/** Shapes of the insight module on the wire. */
import { changes as changeKinds } from '@doudi/policy'
import { z } from 'zod'
import { date, division, fen, id, instant } from '#platform/http/shapes.ts'
import { registers, simulationStatuses } from './simulation.ts'

const triedValues = z.strictObject({
  /** Parameters by name or id with the values to try. */
  values: z
    .array(z.strictObject({ parameter: z.string().min(1).max(60), value: z.string().min(1).max(60) }))
    .min(1)
    .max(40),
})
/** A draft written for release, tried as if it were released: each of its changes counts from its own day. */
const draft = z.union([triedValues, z.strictObject({ draftId: id })])
const programme = z.string().min(1).max(60)
const drafts = z.array(draft).min(1).max(2)

export const ask = z.strictObject({
  over: z.enum(['register', 'decisions']).default('register'),
  division,
  programme,
  /**
   * The day whose rules are applied; today without it. A back-test takes the day of each decision, and of a written
   * draft what it says on this day.
   */
  date: date.optional(),
  drafts,
})

export const askSynthetic = z.strictObject({
  division,
  programme,
  date: date.optional(),
  drafts,
  households: z.int().min(1000).max(1_000_000).default(100_000),
  seed: z.int().min(1).max(2_000_000_000).default(1),
})

export const optionsQuery = z.object({ division, programme: programme.optional(), date: date.optional() })

const wording = z.object({ 'zh-CN': z.string(), en: z.string() })

const shownValue = z.object({
  parameter: z.string(),
  value: z.string(),
  /** What people call it, and what it was when the question was asked. */
  known: z.object({ label: wording, before: wording.nullable(), after: wording.nullable() }).nullish(),
})
const shownDraft = z.union([
  z.object({ values: z.array(shownValue) }),
  z.object({ draftId: id, version: z.int(), title: z.string() }),
])

export const options = z.object({
  pack: z.string(),
  packTitle: wording,
  /** Its figures are examples. */
  example: z.boolean(),
  programmes: z.array(z.object({ id: z.string(), title: wording })),
  programme: z.string(),
  date: z.string(),
  parameters: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      label: wording,
      type: z.enum(['number', 'yes-no', 'choice', 'date']),
      unit: z.string(),
      options: z.array(z.object({ value: z.string(), label: wording })),
      min: z.string().nullable(),
      max: z.string().nullable(),
      decimals: z.int(),
      /** Null: not set (未设定). */
      value: z.string().nullable(),
      /** The same as people read it. */
      display: wording.nullable(),
    }),
  ),
})

const tally = z.object({
  area: z.string(),
  category: z.string(),
  households: z.int(),
  helped: z.int(),
  people: z.int(),
  fen,
})

const result = z.object({
  households: z.int(),
  variants: z.array(
    z.object({
      name: z.string(),
      paid: z.enum(['monthly', 'once', 'none']),
      tallies: z.array(tally),
      refused: z.record(z.string(), z.int()),
      interpreted: z.int(),
    }),
  ),
  comparisons: z.array(
    z.object({
      before: z.string(),
      after: z.string(),
      changes: z.array(
        z.object({ area: z.string(), change: z.enum(changeKinds), households: z.int(), fenBefore: fen, fenAfter: fen }),
      ),
      moves: z.array(z.object({ from: z.string(), to: z.string(), households: z.int() })),
    }),
  ),
  /** What the codes of areas and categories are called. */
  areas: z.record(z.string(), z.string()),
  categories: z.record(z.string(), wording),
})

export const simulation = z.object({
  id,
  over: z.enum(registers),
  division: z.string(),
  divisionName: z.string(),
  programme: z.string(),
  date: z.string(),
  drafts: z.array(shownDraft),
  status: z.enum(simulationStatuses),
  done: z.int(),
  total: z.int(),
  askedAt: instant,
  /** Households with names can be listed: not over an invented register. */
  named: z.boolean(),
  result: result.nullable(),
  /** What kept it from an answer. */
  problem: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) }).nullable(),
})

export const simulations = z.object({ items: z.array(simulation.omit({ result: true })), next: z.null() })

export const simulationParams = z.object({ id })

export const changesQuery = z.object({
  /** Position of the comparison in the result. */
  comparison: z.coerce.number().int().min(0).max(2).default(0),
  change: z.enum(['enters', 'leaves', 'gains', 'loses', 'undecided']).optional(),
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const changes = z.object({
  items: z.array(
    z.object({
      householdId: id,
      number: z.string(),
      headName: z.string(),
      division: z.string(),
      divisionName: z.string(),
      change: z.enum(['enters', 'leaves', 'gains', 'loses', 'undecided']),
      fenBefore: fen,
      fenAfter: fen,
      categoryBefore: z.string(),
      categoryAfter: z.string(),
    }),
  ),
  next: z.string().nullable(),
})
