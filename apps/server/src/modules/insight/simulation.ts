/** A simulation (测算): what is asked, and how far it has come. Pure. */

export const registers = ['register', 'decisions', 'synthetic'] as const
/** `register`: newest facts; `decisions`: past decisions with the facts as known then; `synthetic`: invented. */
export type Over = (typeof registers)[number]

export const simulationStatuses = ['waiting', 'running', 'done', 'failed'] as const
export type SimulationStatus = (typeof simulationStatuses)[number]

/** Values that differ from today's, by the name or id of the parameter. */
export interface Draft {
  readonly values: readonly { readonly parameter: string; readonly value: string }[]
}

export interface SimulationRequest {
  readonly drafts: readonly Draft[]
  /** Size and seed of an invented register; null over a real one. */
  readonly synthetic: { readonly households: number; readonly seed: number } | null
}

/** How the results call them: today's rules, then each draft. */
export const variantNames = ['current', 'draft', 'second'] as const

export function overridesOf({ values }: Draft): Record<string, string> {
  return Object.fromEntries(values.map(({ parameter, value }) => [parameter, value]))
}
