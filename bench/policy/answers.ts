/** What every contestant has to work out for each household: the grant in fen and the category. */

export interface Answers {
  readonly grantFen: Int32Array | Float64Array
  /** Position in `categories`. */
  readonly category: Uint8Array
}

/** The ids of the pack, in the numbering of the workload. */
export const categories = ['none', 'dibao', 'single-person', 'edge'] as const
export const NONE = 0
export const DIBAO = 1
export const SINGLE = 2
export const EDGE = 3

export function emptyAnswers(households: number): { grantFen: Int32Array; category: Uint8Array } {
  return { grantFen: new Int32Array(households), category: new Uint8Array(households) }
}

/** FNV-1a over grant and category of the first households: one wrong household gives another text. */
export function checksum({ grantFen, category }: Answers, households = category.length): string {
  let hash = 0x811c9dc5
  for (let h = 0; h < households; h++) {
    hash = Math.imul(hash ^ grantFen[h]!, 0x01000193)
    hash = Math.imul(hash ^ category[h]!, 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** How many households of each category. */
export function countCategories({ category }: Answers): number[] {
  const counts: number[] = categories.map(() => 0)
  for (const one of category) counts[one]!++
  return counts
}
