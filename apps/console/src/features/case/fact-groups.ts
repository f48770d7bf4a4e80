/** The fixed order in which facts are read: who, need, income, property, support persons. Pure. */
import type { Fact } from './case-views.ts'

export const factGroups = ['who', 'need', 'income', 'property', 'support'] as const
export type FactGroup = (typeof factGroups)[number]

/** First match wins, so that `propertyIncome` is income and `disabilitySubsidy` is too. A field of a pack lands by its id. */
const places: readonly (readonly [FactGroup, RegExp])[] = [
  ['support', /maintenance|support|dependent/i],
  ['income', /income|wage|contribution|pension|benefit|subsid|allowance|transfer|dividend|jobMonths|exemptByNation/i],
  ['property', /deposit|securit|insurance|balance|asset|vehicle|home|house|business|property/i],
  ['need', /disab|illness|spending|school|student|hardship|employ|labour|poor|excess/i],
]

export function groupOf({ field }: Pick<Fact, 'field'>): FactGroup {
  return places.find(([, words]) => words.test(field))?.[0] ?? 'who'
}
