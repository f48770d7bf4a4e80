/**
 * Several sets of rules over one register, batch after batch: who is helped under each, what that costs by area and
 * category, and what changes from one to the other. Holds sums only, so a register of any size fits.
 */
import type { Decisions } from '../columnar/batch.ts'
import type { Paid } from '../packs/programme-file.ts'
import { type Change, changeOf, changes, isHelped } from './change.ts'
import { Grid } from './grid.ts'
import type { Changed, ChangeTally, Comparison, SimulationResult, VariantResult } from './result.ts'
import { Tallies, type TallyEntry } from './tallies.ts'

export interface DecidedHouseholds {
  /** Under each set of rules, the same households in the same order. */
  readonly decisions: readonly Decisions[]
  /** Of each household, the position of its area. */
  readonly areaOf: Int32Array
}

/** Told of every household to which something happens; `pair` is the position in `comparisons`. */
export type OnChanged = (pair: number, changed: Changed) => void

const tallied = ['households', 'helped', 'people', 'fen'] as const
const compared = ['households', 'fenBefore', 'fenAfter'] as const

type Tallied = (typeof tallied)[number]
type Compared = (typeof compared)[number]

/** Everything a simulation has added up so far, as plain data: an interrupted run goes on from it. */
export interface SimulationSums {
  readonly households: number
  readonly areas: readonly string[]
  readonly totals: readonly VariantSums[]
  readonly pairs: readonly PairSums[]
}

interface VariantSums {
  readonly tallies: readonly TallyEntry<Tallied>[]
  readonly refused: readonly [string, number][]
  readonly interpreted: number
  readonly paid: Paid
}

interface PairSums {
  readonly tallies: readonly TallyEntry<Compared>[]
  readonly moves: readonly TallyEntry<'households'>[]
}

export class Simulation {
  private readonly names: readonly string[]
  private readonly areas: readonly string[]
  private readonly pairs: readonly Pair[]
  private readonly totals: readonly VariantTotals[]
  private households: number

  /** The first name stands for the rules of today, the others for drafts; `areas` may grow. */
  constructor(names: readonly string[], areas: readonly string[], reached?: SimulationSums) {
    this.names = names
    this.areas = areas
    this.pairs = pairsOf(names.length).map(([before, after], i) => new Pair(before, after, reached?.pairs[i]))
    this.totals = names.map((_, i) => new VariantTotals(reached?.totals[i]))
    this.households = reached?.households ?? 0
  }

  sums(): SimulationSums {
    return {
      households: this.households,
      areas: [...this.areas],
      totals: this.totals.map(totals => totals.sums()),
      pairs: this.pairs.map(pair => pair.sums()),
    }
  }

  add({ decisions, areaOf }: DecidedHouseholds, onChanged?: OnChanged): void {
    for (const [i, each] of decisions.entries()) this.totals[i]!.add(each, areaOf, this.areas)
    for (const [i, pair] of this.pairs.entries())
      pair.add(decisions[pair.before]!, decisions[pair.after]!, areaOf, this.areas, changed => onChanged?.(i, changed))
    this.households += areaOf.length
  }

  result(): SimulationResult {
    const nameOf = (variant: number) => this.names[variant]!
    return {
      households: this.households,
      variants: this.totals.map((totals, i) => totals.result(nameOf(i), this.areas)),
      comparisons: this.pairs.map(pair => pair.result(nameOf(pair.before), nameOf(pair.after), this.areas)),
    }
  }
}

/** Each later set of rules against the first, and each draft against the draft before it. */
function pairsOf(variants: number): [number, number][] {
  const drafts = Array.from({ length: Math.max(variants - 1, 0) }, (_, i) => i + 1)
  return [
    ...drafts.map((draft): [number, number] => [0, draft]),
    ...drafts.slice(1).map((d): [number, number] => [d - 1, d]),
  ]
}

const keyOf = (...parts: readonly string[]) => parts.join('\n')

class VariantTotals {
  private readonly tallies: Tallies<Tallied>
  private readonly refused: Map<string, number>
  private interpreted: number
  private paid: Paid

  constructor(reached?: VariantSums) {
    this.tallies = new Tallies({ households: 0, helped: 0, people: 0, fen: 0 }, reached?.tallies)
    this.refused = new Map(reached?.refused)
    this.interpreted = reached?.interpreted ?? 0
    this.paid = reached?.paid ?? 'monthly'
  }

  sums(): VariantSums {
    const { interpreted, paid } = this
    return { tallies: this.tallies.entries(), refused: [...this.refused], interpreted, paid }
  }

  add(decisions: Decisions, areaOf: Int32Array, areas: readonly string[]): void {
    const { category, categories, coveredPeople, amountFenPerMonth } = decisions
    const grid = new Grid(areas.length, categories.length, tallied)
    for (let h = 0; h < areaOf.length; h++) {
      if (decisions.refused.has(h)) continue
      const [area, code] = [areaOf[h]!, category[h]!]
      grid.add('households', area, code, 1)
      if (!isHelped(decisions, h)) continue
      grid.add('helped', area, code, 1)
      grid.add('people', area, code, coveredPeople[h]!)
      grid.add('fen', area, code, amountFenPerMonth[h]!)
    }
    for (const { area, code, sums } of grid.cells()) this.tallies.add(keyOf(areas[area]!, categories[code]!), sums)
    for (const problem of decisions.refused.values()) this.refused.set(problem, (this.refused.get(problem) ?? 0) + 1)
    this.interpreted += decisions.interpreted
    this.paid = decisions.paid
  }

  result(name: string, areas: readonly string[]): VariantResult {
    const tallies = this.tallies.entries().map(([key, sums]) => {
      const [area = '', category = ''] = key.split('\n')
      return { area, category, ...sums }
    })
    return {
      name,
      paid: this.paid,
      tallies: inOrder(tallies, areas, (a, b) => inText(a.category, b.category)),
      refused: Object.fromEntries(this.refused),
      interpreted: this.interpreted,
    }
  }
}

class Pair {
  readonly before: number
  readonly after: number
  private readonly tallies: Tallies<Compared>
  private readonly moves: Tallies<'households'>

  constructor(before: number, after: number, reached?: PairSums) {
    this.before = before
    this.after = after
    this.tallies = new Tallies({ households: 0, fenBefore: 0, fenAfter: 0 }, reached?.tallies)
    this.moves = new Tallies({ households: 0 }, reached?.moves)
  }

  sums(): PairSums {
    return { tallies: this.tallies.entries(), moves: this.moves.entries() }
  }

  add(
    before: Decisions,
    after: Decisions,
    areaOf: Int32Array,
    areas: readonly string[],
    tell: (changed: Changed) => void,
  ): void {
    const grid = new Grid(areas.length, changes.length, compared)
    const moves = new Grid(before.categories.length, after.categories.length, ['households'])
    for (let h = 0; h < areaOf.length; h++) {
      const change = changeOf(before, after, h)
      const code = changes.indexOf(change)
      grid.add('households', areaOf[h]!, code, 1)
      grid.add('fenBefore', areaOf[h]!, code, before.amountFenPerMonth[h]!)
      grid.add('fenAfter', areaOf[h]!, code, after.amountFenPerMonth[h]!)
      if (change !== 'undecided') moves.add('households', before.category[h]!, after.category[h]!, 1)
      if (change !== 'unchanged') tell(changedOf(h, change, before, after))
    }
    for (const { area, code, sums } of grid.cells()) this.tallies.add(keyOf(areas[area]!, changes[code]!), sums)
    for (const { area: from, code: to, sums } of moves.cells())
      this.moves.add(keyOf(before.categories[from]!, after.categories[to]!), sums)
  }

  result(before: string, after: string, areas: readonly string[]): Comparison {
    const tallies = this.tallies.entries().map(([key, sums]): ChangeTally => {
      const [area = '', change = ''] = key.split('\n')
      return { area, change: change as Change, ...sums }
    })
    const moves = this.moves
      .entries()
      .map(([key, { households }]) => {
        const [from = '', to = ''] = key.split('\n')
        return { from, to, households }
      })
      .filter(({ from, to }) => from !== to)
      .sort((a, b) => b.households - a.households || inText(a.from, b.from) || inText(a.to, b.to))
    const place = ({ change }: ChangeTally) => changes.indexOf(change)
    return { before, after, changes: inOrder(tallies, areas, (a, b) => place(a) - place(b)), moves }
  }
}

function changedOf(household: number, change: Changed['change'], before: Decisions, after: Decisions): Changed {
  return {
    household,
    change,
    fenBefore: before.amountFenPerMonth[household]!,
    fenAfter: after.amountFenPerMonth[household]!,
    categoryBefore: before.categories[before.category[household]!]!,
    categoryAfter: after.categories[after.category[household]!]!,
  }
}

/** The same order whatever the batches were. */
function inOrder<T extends { readonly area: string }>(
  items: readonly T[],
  areas: readonly string[],
  within: (a: T, b: T) => number,
): T[] {
  const place = new Map(areas.map((area, i) => [area, i]))
  return items.toSorted((a, b) => place.get(a.area)! - place.get(b.area)! || within(a, b))
}

function inText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
