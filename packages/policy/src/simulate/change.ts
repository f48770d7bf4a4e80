/** What another set of rules does to one household. */
import type { Decisions } from '../columnar/batch.ts'

export const changes = ['enters', 'leaves', 'gains', 'loses', 'unchanged', 'undecided'] as const
/**
 * `enters` and `leaves` are about being helped at all, `gains` and `loses` about the amount of who is helped before
 * and after; `undecided`: one of the two could not be worked out.
 */
export type Change = (typeof changes)[number]

export function changeOf(before: Decisions, after: Decisions, household: number): Change {
  if (before.refused.has(household) || after.refused.has(household)) return 'undecided'
  const [was, is] = [isHelped(before, household), isHelped(after, household)]
  if (was !== is) return is ? 'enters' : 'leaves'
  const difference = after.amountFenPerMonth[household]! - before.amountFenPerMonth[household]!
  if (difference === 0) return 'unchanged'
  return difference > 0 ? 'gains' : 'loses'
}

/** Entitled, or still paid while the grant runs out (渐退). */
export function isHelped({ eligible, amountFenPerMonth }: Decisions, household: number): boolean {
  return eligible[household] === 1 || amountFenPerMonth[household]! > 0
}
