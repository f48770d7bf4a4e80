/** The rules of today and of each draft, compiled once for a pack and a day. */
import { type CompiledProgramme, compile, type Variant, variantOf } from '@doudi/policy'
import type { Edition } from '#modules/policies/index.ts'
import { type Draft, overridesOf, variantNames } from './simulation.ts'

export interface Tried {
  readonly edition: Edition
  readonly programme: string
  readonly drafts: readonly Draft[]
}

/** Refuses a value that a draft may not have. */
export function variantsFor({ edition, programme, drafts }: Tried, pack: string, date: string): Variant[] {
  const rules = (overrides: Record<string, string>) => compile(edition.packs, { pack, programme, date, overrides })
  return [{}, ...drafts.map(overridesOf)].map((overrides, i) => variantOf(variantNames[i]!, rules(overrides)))
}

/** A draft alone, as a past decision is worked out again with it. */
export function draftFor(
  edition: Edition,
  programme: string,
  draft: Draft,
  pack: string,
  date: string,
): CompiledProgramme {
  return compile(edition.packs, { pack, programme, date, overrides: overridesOf(draft) })
}
