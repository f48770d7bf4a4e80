/** The households of an area, some at a time, decided under today's rules and under each draft. */
import type { DivisionCode } from '@doudi/kernel'
import { prefixOf } from '@doudi/kernel'
import {
  type CompiledProgramme,
  compile,
  type Decided,
  type Decisions,
  decideAll,
  decideOnly,
  decisionsOf,
  situationBatches,
  tryTo,
  type Variant,
} from '@doudi/policy'
import {
  type AssessedSituation,
  countDecidedSituations,
  countNewestSituations,
  decidedSituations,
  newestSituations,
} from '#modules/casework/index.ts'
import { editionByHash } from '#modules/policies/index.ts'
import type { Work } from '#platform/database/work.ts'
import type { SimulationRow } from './insight.sql.ts'
import type { Reached } from './simulation.ts'
import { pastRulesWith, type Tried, variantsFor } from './tried-rules.ts'

export interface Step {
  /** The last key that was read. */
  readonly after: string
  readonly households: readonly Pick<AssessedSituation, 'householdId' | 'division'>[]
  readonly decisions: readonly Decisions[]
  readonly areaOf: Int32Array
}

export interface RegisterSteps {
  readonly total: number
  /** Towns, or the villages of a town; grows while the register is read. */
  readonly areas: readonly string[]
  next(work: Work): Promise<Step | null>
}

/** About thirty milliseconds of work, most of it to open what is sealed. */
const STEP = 500

export async function openRegister(
  work: Work,
  row: SimulationRow,
  tried: Tried,
  from: Reached | null,
): Promise<RegisterSteps> {
  const page = { programme: row.programme, prefix: prefixOf(row.division as DivisionCode) }
  const isBackTest = row.over === 'decisions'
  const total = await (isBackTest ? countDecidedSituations(work, page) : countNewestSituations(work, page))
  const rules = isBackTest ? new PastRules(tried) : new RulesOfADay(tried)
  const read = isBackTest ? decidedSituations : newestSituations
  const areas = [...(from?.sums.areas ?? [])]
  let after = from?.after ?? null
  return {
    total,
    areas,
    async next(work) {
      const found = await read(work, { ...page, after, limit: STEP })
      if (found.length === 0) return null
      after = found.at(-1)!.key
      const areaOf = Int32Array.from(found, ({ division }) => placeIn(areas, partOf(row.division, division)))
      return { after, households: found, decisions: await rules.decide(work, found), areaOf }
    },
  }
}

/** The part of the asked area in which a household lives. */
function partOf(asked: string, division: string): string {
  const isTown = prefixOf(asked as DivisionCode).length >= 9
  return isTown ? division : `${division.slice(0, 9)}000`
}

function placeIn(list: string[], item: string): number {
  const place = list.indexOf(item)
  return place >= 0 ? place : list.push(item) - 1
}

/** One day's rules for everybody; each town may have a pack of its own. */
class RulesOfADay {
  private readonly variants = new Map<string, readonly Variant[]>()
  private readonly tried: Tried

  constructor(tried: Tried) {
    this.tried = tried
  }

  async decide(_: Work, found: readonly AssessedSituation[]): Promise<Decisions[]> {
    const byPack = Map.groupBy(found.entries(), ([, { pack }]) => pack)
    if (byPack.size === 1) return this.under(found[0]!.pack, found)
    const decided: Decided[][] = [...this.tried.drafts, null].map(() => [])
    for (const [pack, entries] of byPack) {
      const decisions = this.under(
        pack,
        entries.map(([, one]) => one),
      )
      for (const [variant, each] of decisions.entries())
        for (const [i, [place]] of entries.entries()) decided[variant]![place] = decidedAt(each, i)
    }
    return decided.map(each => decisionsOf(this.paid, each))
  }

  private under(pack: string, found: readonly AssessedSituation[]): Decisions[] {
    const variants = this.variants.get(pack) ?? variantsFor(this.tried, pack)
    this.variants.set(pack, variants)
    const batches = situationBatches(
      variants,
      found.map(({ situation }) => situation),
    )
    return decideAll(variants, batches)
  }

  private get paid() {
    return [...this.variants.values()][0]![0]!.programme.paid
  }
}

function decidedAt(decisions: Decisions, i: number): Decided {
  const refused = decisions.refused.get(i)
  if (refused !== undefined) return refused
  const amount = decisions.amountFenPerMonth[i]!
  const once = decisions.paid === 'once'
  return {
    eligible: decisions.eligible[i] === 1,
    route: decisions.routes[decisions.route[i]!]!,
    category: decisions.categories[decisions.category[i]!]!,
    amountFenPerMonth: once ? 0 : amount,
    amountFenOnce: once ? amount : 0,
    coveredPeople: decisions.coveredPeople[i]!,
  }
}

/**
 * A back-test: what was decided, beside what the draft would have given with the facts, the other rules and the day of
 * that decision.
 */
class PastRules {
  /** A draft that does not go with the rules of a day stands as the code that says why. */
  private readonly drafts = new Map<string, CompiledProgramme | string>()
  private readonly tried: Tried

  constructor(tried: Tried) {
    this.tried = tried
  }

  async decide(work: Work, found: readonly AssessedSituation[]): Promise<Decisions[]> {
    const asDecided = found.map(({ decision }): Decided => decision)
    const underDrafts: Decided[][] = this.tried.drafts.map(() => [])
    for (const one of found)
      for (const draft of this.tried.drafts.keys()) underDrafts[draft]!.push(await this.again(work, one, draft))
    const { programme, date, edition } = this.tried
    const { paid } = compile(edition.packs, { pack: found[0]!.pack, programme, date })
    return [asDecided, ...underDrafts].map(each => decisionsOf(paid, each))
  }

  private async again(work: Work, one: AssessedSituation, draft: number): Promise<Decided> {
    const programme = await this.draft(work, one, draft)
    return typeof programme === 'string' ? programme : tryTo(() => decideOnly(programme, one.situation))
  }

  private async draft(work: Work, one: AssessedSituation, draft: number): Promise<CompiledProgramme | string> {
    const key = [one.pack, one.edition, one.assessedFor, draft].join('|')
    const known = this.drafts.get(key)
    if (known) return known
    const past = await editionByHash(work, one.edition)
    const compiled = tryTo(() => pastRulesWith(this.tried, this.tried.drafts[draft]!, past, one))
    this.drafts.set(key, compiled)
    return compiled
  }
}
