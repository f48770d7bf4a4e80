/** Times by kind, and their lines. Pure. */
import { type Line, rounded } from '../line.ts'

export const kinds = [
  'list',
  'count',
  'search-name',
  'search-initials',
  'search-tail',
  'case-page',
  'accept',
  'decide',
] as const
export type Kind = (typeof kinds)[number]

/** Milliseconds that 95 of 100 must not exceed. */
export const goals: Readonly<Record<Kind, number>> = {
  list: 300,
  count: 300,
  'search-name': 1000,
  'search-initials': 1000,
  'search-tail': 1000,
  'case-page': 300,
  accept: 800,
  decide: 800,
}

export class Measured {
  readonly #times = new Map<Kind, number[]>()
  readonly errors: string[] = []
  requests = 0

  took(kind: Kind, ms: number): void {
    const times = this.#times.get(kind)
    if (times) times.push(ms)
    else this.#times.set(kind, [ms])
  }

  /** One line a kind: the 95th percentile against its goal. A kind that nobody did has not reached it. */
  lines(): Line[] {
    return kinds.map(kind => {
      const times = (this.#times.get(kind) ?? []).toSorted((a, b) => a - b)
      const p95 = percentile(times, 0.95)
      return {
        ...{ name: `http.${kind}.p95`, value: rounded(p95), unit: 'ms' },
        spread: { n: times.length, p50: rounded(percentile(times, 0.5)), max: rounded(times.at(-1) ?? 0) },
        ...{ goal: `<= ${goals[kind]}`, ok: times.length > 0 && p95 <= goals[kind] },
      }
    })
  }
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}
