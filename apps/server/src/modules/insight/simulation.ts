/** A simulation (测算): what is asked, and how far it has come. Pure. */

import type { SimulationSums, Wording } from '@doudi/policy'

export const registers = ['register', 'decisions', 'synthetic'] as const
/** `register`: newest facts; `decisions`: past decisions with the facts as known then; `synthetic`: invented. */
export type Over = (typeof registers)[number]

export const simulationStatuses = ['waiting', 'running', 'done', 'failed'] as const
export type SimulationStatus = (typeof simulationStatuses)[number]

/** Values that differ from today's, by the name or id of the parameter. */
export interface TriedValues {
  readonly values: readonly TriedValue[]
}

export interface TriedValue {
  readonly parameter: string
  readonly value: string
  /** What people call it, and what it was when the question was asked; null where nothing reads it. */
  readonly known?: { readonly label: Wording; readonly before: Wording | null; readonly after: Wording | null } | null
}

/** A draft that is written for release, as it stood when it was asked about. */
export interface WrittenDraft {
  readonly draftId: string
  readonly version: number
  readonly title: string
  /** The pack that it changes. */
  readonly pack: string
  /** The packs as they would be if it were released. */
  readonly edition: string
}

export type Draft = TriedValues | WrittenDraft
export type AskedDraft = TriedValues | Pick<WrittenDraft, 'draftId'>

export interface SimulationRequest {
  readonly drafts: readonly Draft[]
  /** Size and seed of an invented register; null over a real one. */
  readonly synthetic: { readonly households: number; readonly seed: number } | null
}

/** How far a run has come, kept with each step. */
export interface Reached {
  readonly sums: SimulationSums
  /** The last key of the register that was read; null over invented families. */
  readonly after: string | null
  /** How many changes were listed. */
  readonly listed: number
}

/** How the results call them: today's rules, then each draft. */
export const variantNames = ['current', 'draft', 'second'] as const
