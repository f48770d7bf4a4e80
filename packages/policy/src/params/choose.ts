/**
 * Which entry holds on a day. All levels' entries lie on one line of time: the latest that has begun wins, and
 * of two that begin together the lower level's. So a city's rule of 2020 with no end gives way to a national
 * rule of 2021, unless the city has affirmed it since. An upper version that says the same as before under a new
 * document is not a new rule, and what the city made of the old one stands.
 */
export interface Dated {
  readonly from: string
  readonly affirmed: string | null
  /** When `from` only changed the document that is cited: the day on which the content was new. */
  readonly unchangedSince?: string
}

export interface Layered<Entry extends Dated> {
  readonly entry: Entry
  readonly pack: string
  /** 0 for the nation; larger is lower. */
  readonly depth: number
}

export function choose<Entry extends Dated>(entries: readonly Layered<Entry>[], date: string): Layered<Entry> | null {
  return latestPerLevel(entries, date).reduce<Layered<Entry> | null>((upper, lower) => {
    return upper && effective(upper.entry, date) > effective(lower.entry, date) ? upper : lower
  }, null)
}

/** What each level said last, the nation first. */
function latestPerLevel<Entry extends Dated>(entries: readonly Layered<Entry>[], date: string): Layered<Entry>[] {
  const latest = new Map<number, Layered<Entry>>()
  for (const candidate of entries) {
    const known = latest.get(candidate.depth)
    const hasBegun = candidate.entry.from <= date
    if (hasBegun && (!known || candidate.entry.from >= known.entry.from)) latest.set(candidate.depth, candidate)
  }
  return [...latest.values()].sort((a, b) => a.depth - b.depth)
}

function effective(entry: Dated, date: string): string {
  return entry.affirmed !== null && entry.affirmed <= date ? entry.affirmed : (entry.unchangedSince ?? entry.from)
}

export function firstDate<Entry extends Dated>(entries: readonly Layered<Entry>[]): string | null {
  return entries.reduce<string | null>(
    (first, { entry }) => (first === null || entry.from < first ? entry.from : first),
    null,
  )
}
