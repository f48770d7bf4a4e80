/**
 * A B C, A B C, …: whoever is compared runs within the same rounds, so that what else the machine does meets all of
 * them. A ratio is taken round by round, and of the ratios the median.
 */
import type { Contestant } from './contestant.ts'

export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

/** Microseconds a household, one for each round. */
export type Times = readonly number[]

/** Code is compiled and caches are filled before anything counts. */
const WARM_UP_MS = 600
const MOST_WARM_UPS = 12

export async function interleave(
  contestants: readonly Contestant[],
  rounds: number,
  say: (text: string) => void,
): Promise<ReadonlyMap<string, Times>> {
  const times = new Map(contestants.map(({ name }) => [name, [] as number[]]))
  for (const contestant of contestants) {
    say(`   warming up ${contestant.name}…`)
    await warmUp(contestant)
  }
  for (let round = 1; round <= rounds; round++) {
    say(`   round ${round} of ${rounds}…`)
    for (const contestant of contestants) times.get(contestant.name)!.push(await once(contestant))
  }
  return times
}

async function warmUp(contestant: Contestant): Promise<void> {
  const until = performance.now() + WARM_UP_MS
  for (let n = 0; n === 0 || (n < MOST_WARM_UPS && performance.now() < until); n++) {
    await contestant.prepare?.()
    await contestant.run()
  }
}

async function once({ prepare, run, households, repeats = 1 }: Contestant): Promise<number> {
  const milliseconds: number[] = []
  for (let n = 0; n < repeats; n++) {
    await prepare?.()
    const begun = performance.now()
    await run()
    milliseconds.push(performance.now() - begun)
  }
  return (median(milliseconds) * 1000) / households
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) }
}

/** How many times as long the first took as the second, in each round. */
export function ratios(long: Times, short: Times): number[] {
  return long.map((time, round) => time / short[round]!)
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
