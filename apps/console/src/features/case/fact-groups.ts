/** The fixed order in which facts are read: who, need, income, property, support persons. Pure. */
import type { Fact } from './case-views.ts'

export const factGroups = ['who', 'need', 'income', 'property', 'support'] as const
export type FactGroup = (typeof factGroups)[number]

/** First match wins: `supportIncome` is about support, `businessIncome` about income, `business` about property. */
const places: readonly (readonly [FactGroup, RegExp])[] = [
  ['support', /support|maintenance|alimony/i],
  ['income', /income|wage|salary|farming|pension|subsid|allowance|earning|insurance|rent(?!al home)/i],
  ['property', /deposit|saving|vehicle|car|home|hous|property|propert|business|securit|land/i],
  ['need', /disab|illness|hardship|need|student|employ|medical|expense|labou?r|care/i],
]

export function groupOf({ field }: Pick<Fact, 'field'>): FactGroup {
  return places.find(([, words]) => words.test(field))?.[0] ?? 'who'
}
