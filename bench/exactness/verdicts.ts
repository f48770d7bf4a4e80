/** Decisions of many households side by side, so that one reader can be held against another, household by household. */
import type { Decision } from '@doudi/policy'
import { categories } from '../policy/answers.ts'

/** In the order of the pack's ids. */
export const routes = ['none', 'household', 'single-person'] as const

export interface Verdicts {
  readonly eligible: Uint8Array
  /** Positions in `routes` and `categories`. */
  readonly route: Uint8Array
  readonly category: Uint8Array
  readonly amountFen: Float64Array
  readonly covered: Uint8Array
  /** 1 where this reader has no answer of its own: a fact outside the form, or a doubt. */
  readonly left: Uint8Array
}

export function emptyVerdicts(households: number): Verdicts {
  const bytes = () => new Uint8Array(households)
  return {
    ...{ eligible: bytes(), route: bytes(), category: bytes(), covered: bytes(), left: bytes() },
    amountFen: new Float64Array(households),
  }
}

export function keepDecision(decision: Omit<Decision, 'amountFenOnce'>, h: number, into: Verdicts): void {
  into.eligible[h] = decision.eligible ? 1 : 0
  into.route[h] = routes.indexOf(decision.route as (typeof routes)[number])
  into.category[h] = categories.indexOf(decision.category as (typeof categories)[number])
  into.amountFen[h] = decision.amountFenPerMonth
  into.covered[h] = decision.coveredPeople
}

export type Part = Exclude<keyof Verdicts, 'left'>
export const allParts: readonly Part[] = ['eligible', 'route', 'category', 'amountFen', 'covered']

export interface Compared {
  readonly different: number
  readonly left: number
  /** The first household that differs, for whoever looks for the reason. */
  readonly first: number | null
}

/** Where the reader has an answer, every part of it must be the exact one. */
export function compareVerdicts(exact: Verdicts, reader: Verdicts, parts: readonly Part[] = allParts): Compared {
  let [different, left] = [0, 0]
  let first: number | null = null
  for (let h = 0; h < exact.left.length; h++) {
    if (reader.left[h]) {
      left++
      continue
    }
    if (parts.every(part => exact[part][h] === reader[part][h])) continue
    different++
    first ??= h
  }
  return { different, left, first }
}
