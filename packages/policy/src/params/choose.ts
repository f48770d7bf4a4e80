/**
 * Which entry holds on a day. All levels' entries lie on one line of time: the latest that has begun wins, and
 * of two that begin together the lower level's. So a city's rule of 2020 with no end gives way to a national
 * rule of 2021, unless the city has affirmed it since.
 */
export interface Dated {
  readonly from: string
  readonly affirmed: string | null
}

export interface Layered<Entry extends Dated> {
  readonly entry: Entry
  readonly pack: string
  /** 0 for the nation; larger is lower. */
  readonly depth: number
}

export function choose<Entry extends Dated>(entries: readonly Layered<Entry>[], date: string): Layered<Entry> | null {
  let best: Layered<Entry> | null = null
  for (const candidate of entries) {
    if (candidate.entry.from > date) continue
    if (best === null || comesAfter(candidate, best, date)) best = candidate
  }
  return best
}

function comesAfter<Entry extends Dated>(a: Layered<Entry>, b: Layered<Entry>, date: string): boolean {
  const [left, right] = [effective(a.entry, date), effective(b.entry, date)]
  return left !== right ? left > right : a.depth >= b.depth
}

function effective(entry: Dated, date: string): string {
  return entry.affirmed !== null && entry.affirmed <= date ? entry.affirmed : entry.from
}

export function firstDate<Entry extends Dated>(entries: readonly Layered<Entry>[]): string | null {
  return entries.reduce<string | null>(
    (first, { entry }) => (first === null || entry.from < first ? entry.from : first),
    null,
  )
}
