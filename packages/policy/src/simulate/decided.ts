/** Decisions that were made one at a time, in the columns in which a simulation adds them up. */
import { Problem } from '@doudi/kernel'
import type { Decisions } from '../columnar/batch.ts'
import type { Decision } from '../evaluation.ts'
import type { Paid } from '../packs/programme-file.ts'

/** What was decided for a household, or the code of the problem that kept it from being decided. */
export type Decided = Decision | string

export function decisionsOf(paid: Paid, decided: readonly Decided[]): Decisions {
  const [routes, categories] = [new Places(), new Places()]
  const decisions = decided.map(each => (typeof each === 'string' ? nothing : each))
  return {
    eligible: Uint8Array.from(decisions, ({ eligible }) => (eligible ? 1 : 0)),
    route: Uint8Array.from(decisions, ({ route }) => routes.of(route)),
    category: Uint8Array.from(decisions, ({ category }) => categories.of(category)),
    amountFenPerMonth: Float64Array.from(decisions, each => each.amountFenPerMonth + each.amountFenOnce),
    coveredPeople: Uint8Array.from(decisions, ({ coveredPeople }) => coveredPeople),
    ...{ routes: routes.names, categories: categories.names, paid, interpreted: decided.length },
    refused: new Map(decided.flatMap((each, i) => (typeof each === 'string' ? [[i, each] as const] : []))),
  }
}

/** Does it; a refusal becomes its code. */
export function tryTo<Answer>(act: () => Answer): Answer | string {
  try {
    return act()
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
}

const nothing: Decision = {
  ...{ eligible: false, route: 'none', category: 'none', coveredPeople: 0 },
  ...{ amountFenPerMonth: 0, amountFenOnce: 0 },
}

class Places {
  readonly names: string[] = []

  of(name: string): number {
    const place = this.names.indexOf(name)
    return place >= 0 ? place : this.names.push(name) - 1
  }
}
