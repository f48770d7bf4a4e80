/** A seeded generator of integers (xorshift): the demo area is the same on every machine. Not for secrets. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  pick<T>(items: readonly T[]): T
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean
}

export function seeded(seed: number): Random {
  let state = seed >>> 0 || 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state
  }
  const between = (low: number, high: number) => low + (next() % (high - low + 1))
  return {
    between,
    pick: items => items[between(0, items.length - 1)] as (typeof items)[number],
    chance: percent => between(1, 100) <= percent,
  }
}
