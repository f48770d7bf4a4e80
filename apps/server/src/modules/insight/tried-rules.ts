/** The rules of today and of each draft, compiled once for a pack and a day. */
import { type CompiledProgramme, compile, type Variant, variantOf, withWordsOn } from '@doudi/policy'
import { type Edition, editionByHash } from '#modules/policies/index.ts'
import type { Work } from '#platform/database/work.ts'
import type { SimulationRow } from './insight.sql.ts'
import { type Draft, type SimulationRequest, type TriedValues, variantNames, type WrittenDraft } from './simulation.ts'

export interface Tried {
  readonly edition: Edition
  readonly programme: string
  /** The day that was asked about: of a draft with several start days those count that have come by then. */
  readonly date: string
  readonly drafts: readonly TriedDraft[]
}

type TriedDraft = TriedValues | (WrittenDraft & { readonly released: Edition })

export async function triedIn(work: Work, row: SimulationRow): Promise<Tried> {
  const { drafts } = row.request as unknown as SimulationRequest
  return openTried(work, { edition: row.edition, programme: row.programme, date: row.assessed_for, drafts })
}

interface Closed extends Pick<Tried, 'programme' | 'date'> {
  readonly edition: string
  readonly drafts: readonly Draft[]
}

export async function openTried(work: Work, { edition, drafts, ...about }: Closed): Promise<Tried> {
  const opened: TriedDraft[] = []
  for (const draft of drafts)
    opened.push('values' in draft ? draft : { ...draft, released: await editionByHash(work, draft.edition) })
  return { ...about, edition: await editionByHash(work, edition), drafts: opened }
}

/** Refuses a value that a draft may not have. */
export function variantsFor({ edition, programme, date, drafts }: Tried, pack: string): Variant[] {
  const query = { pack, programme, date }
  const rules = drafts.map(draft =>
    'values' in draft
      ? compile(edition.packs, { ...query, overrides: overridesOf(draft) })
      : compile(draft.released.packs, query),
  )
  return [compile(edition.packs, query), ...rules].map((each, i) => variantOf(variantNames[i]!, each))
}

/** One draft, as a past decision is worked out again with it: everything else is as it was on that day. */
export function pastRulesWith(tried: Tried, draft: TriedDraft, past: Edition, then: PastDay): CompiledProgramme {
  const query = { pack: then.pack, programme: tried.programme, date: then.assessedFor }
  if ('values' in draft) return compile(past.packs, { ...query, overrides: overridesOf(draft) })
  const words = { pack: draft.pack, date: tried.date, before: tried.edition.packs, after: draft.released.packs }
  return compile(withWordsOn(past.packs, words, then.assessedFor), query)
}

interface PastDay {
  readonly pack: string
  readonly assessedFor: string
}

function overridesOf({ values }: TriedValues): Record<string, string> {
  return Object.fromEntries(values.map(({ parameter, value }) => [parameter, value]))
}
