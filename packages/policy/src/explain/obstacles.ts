/**
 * What stands between a household and a yes: the conditions that fail, found in the formulas themselves, each with
 * its value, its line, and how far apart they are. So a rule that nobody has written a sentence for is explained
 * as well as any other.
 */
import { Problem } from '@doudi/kernel'
import type { Checked } from '../check/checked.ts'
import type { Obstacle, Obstacles } from '../evaluation.ts'
import { type Prepared, prepare } from '../interpret/prepare.ts'
import type { Run } from '../interpret/run.ts'
import type { ChosenRule } from '../packs/assemble.ts'
import type { CompiledProgramme } from '../packs/compile.ts'
import { compare, parseRational } from '../rational/rational.ts'
import { Teller } from './comparison-words.ts'

type Found = Obstacle | Obstacles

/** Why the yes/no formula is not yes; null when it is, or when nothing in it can be pointed at. */
export function obstaclesOf(programme: CompiledProgramme, run: Run, rule: string): Obstacles | null {
  const chosen = programme.internals.assembly.rules.get(rule)
  const tree = programme.rules.find(checked => checked.name === rule)?.tree
  if (!chosen || !tree) return null
  const found = new Search(programme, run).why(tree, true, chosen)
  if (!found) return null
  return 'need' in found ? found : { need: 'all', of: [found] }
}

const preparedTrees = new WeakMap<Checked, Prepared>()

class Search {
  private readonly programme: CompiledProgramme
  private readonly run: Run
  private readonly teller: Teller

  constructor(programme: CompiledProgramme, run: Run) {
    this.programme = programme
    this.run = run
    this.teller = new Teller(programme, tree => this.value(tree))
  }

  /** What keeps `tree` from being `wanted`; `about` is the formula it stands in. */
  why(tree: Checked, wanted: boolean, about: ChosenRule): Found | null {
    if (this.isSettled(tree, wanted)) return null
    switch (tree.kind) {
      case 'not':
        return this.why(tree.of, !wanted, about)
      case 'and':
      case 'or':
        return this.join((tree.kind === 'and') === wanted ? 'all' : 'any', [
          this.why(tree.left, wanted, about),
          this.why(tree.right, wanted, about),
        ])
      case 'if': {
        const holds = this.value(tree.condition) === true
        const taken = this.why(holds ? tree.whenTrue : tree.whenFalse, wanted, about)
        return taken ?? this.why(tree.condition, !holds, about)
      }
      case 'rule':
        return this.whyRule(tree, wanted, about)
      case 'yes-no':
        return null
      default:
        return this.teller.tell(tree, wanted, about)
    }
  }

  private whyRule(tree: Checked & { kind: 'rule' | 'field' }, wanted: boolean, about: ChosenRule): Found | null {
    const rule = this.programme.rules.find(checked => checked.name === tree.name)
    const chosen = this.programme.internals.assembly.rules.get(tree.name)
    if (tree.row !== 'household' || !rule || !chosen) return this.teller.tell(tree, wanted, about)
    return this.why(rule.tree, wanted, chosen) ?? this.teller.tell(tree, wanted, about)
  }

  /** Already as wanted; what depends on something unset or not yet known cannot be pointed at either. */
  private isSettled(tree: Checked, wanted: boolean): boolean {
    try {
      return this.value(tree) === wanted
    } catch (error) {
      if (error instanceof Problem) return true
      throw error
    }
  }

  private join(need: Obstacles['need'], parts: readonly (Found | null)[]): Found | null {
    const of = parts.flatMap(part => (part === null ? [] : 'need' in part && part.need === need ? part.of : [part]))
    const kept = need === 'any' ? nearest(of) : of
    return kept.length > 1 ? { need, of: kept } : (kept[0] ?? null)
  }

  private value(tree: Checked) {
    const known = preparedTrees.get(tree)
    const prepared = known ?? prepare(tree, this.programme.internals.slots)
    if (!known) preparedTrees.set(tree, prepared)
    return this.run.once(prepared)
  }
}

/** Of several lines for one and the same quantity, the one that is nearest. */
function nearest(alternatives: readonly Found[]): Found[] {
  return alternatives.filter(
    one => !alternatives.some(other => other !== one && isAbout(one, other) && isNearer(other, one)),
  )
}

function isAbout(a: Found, b: Found): boolean {
  return !('need' in a) && !('need' in b) && a.found !== null && a.found.name === b.found?.name
}

function isNearer(a: Found, b: Found): boolean {
  if ('need' in a || 'need' in b || !a.distance || !b.distance) return false
  return compare(parseRational(String(a.distance.value))!, parseRational(String(b.distance.value))!) < 0
}
