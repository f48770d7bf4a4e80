/** All that `doudi policy coverage` tells: clauses and their cases, values nobody has set, reviews, circles. */
import type { PackSet } from '../packs/pack.ts'
import type { PolicyProblem } from '../problem.ts'
import { coverClauses, type DocumentCoverage } from './coverage.ts'
import { type OpenValue, openValues } from './open-values.ts'
import { type VariationsFile, type VariationTable, variationTable } from './variations.ts'
import { type AnsweredRow, type WorkedFile, workedTable } from './worked.ts'

export interface CoverageReport {
  readonly documents: readonly DocumentCoverage[]
  readonly open: readonly OpenValue[]
  readonly reviews: readonly DueReview[]
  /** Formulas that need themselves; the checker refuses them, so a pack in use has none. */
  readonly circles: readonly PolicyProblem[]
  /** Where the places differ; null for packs that have no such list. */
  readonly variations: VariationTable | null
  /** Where the worked cases of the specification are answered; null for packs that have no such list. */
  readonly worked: readonly AnsweredRow[] | null
}

interface CoverageOptions {
  /** One pack: what it cites, sets and leaves open. */
  readonly only?: string | null
  readonly variations?: VariationsFile | null
  readonly worked?: WorkedFile | null
}

export interface DueReview {
  readonly pack: string
  readonly parameter: string
  readonly by: string
}

export function coverageReport(
  { packs, problems }: { readonly packs: PackSet; readonly problems: readonly PolicyProblem[] },
  { only = null, variations = null, worked = null }: CoverageOptions = {},
): CoverageReport {
  const chosen = [...packs.packs.values()].filter(pack => only === null || pack.name === only)
  return {
    documents: coverClauses(packs, only),
    open: openValues(packs, only),
    reviews: chosen
      .flatMap(pack => pack.reviews.map(({ parameter, by }) => ({ pack: pack.name, parameter, by })))
      .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0)),
    circles: problems.filter(({ code }) => code === 'check.cycle' || code === 'pack.inherits-itself'),
    variations: variations && variationTable(packs, variations),
    worked: worked && workedTable(packs, worked),
  }
}
