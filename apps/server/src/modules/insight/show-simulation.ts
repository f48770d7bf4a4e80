/** A simulation as it is shown: names of areas and categories beside the sums, families only to who may see them. */
import { categoriesOf, compile, type SimulationResult } from '@doudi/policy'
import type { z } from 'zod'
import { divisionNames, packOf } from '#modules/places/index.ts'
import { editionByHash } from '#modules/policies/index.ts'
import { householdLabels } from '#modules/registry/index.ts'
import type { Work } from '#platform/database/work.ts'
import type { changes, changesQuery, simulation } from './contract.ts'
import { type SimulationRow, selectChanges, selectSimulation } from './insight.sql.ts'
import { problems } from './problems.ts'
import type { Draft, Over, SimulationRequest, SimulationStatus } from './simulation.ts'

type Reply = z.infer<typeof simulation>

export async function findSimulation(work: Work, id: string): Promise<SimulationRow> {
  const row = await selectSimulation(work.db, id)
  if (!row) throw problems.of('insight.simulation-unknown')
  return row
}

export async function showSimulation(work: Work, row: SimulationRow): Promise<Reply> {
  const [head] = await showHeads(work, [row])
  const result = row.result as unknown as SimulationResult | null
  return { ...head!, result: result && { ...mutable(result), ...(await wordsFor(work, row, result)) } }
}

export async function showHeads(work: Work, rows: readonly SimulationRow[]): Promise<Omit<Reply, 'result'>[]> {
  const names = await divisionNames(
    work,
    rows.map(({ division }) => division),
  )
  return rows.map(row => ({
    ...{ id: row.id, over: row.over as Over, division: row.division, programme: row.programme },
    ...{ divisionName: names.get(row.division) ?? row.division, date: row.assessed_for },
    drafts: mutable((row.request as unknown as SimulationRequest).drafts.map(shownDraft)),
    ...{ status: row.status as SimulationStatus, done: row.done, total: row.total, askedAt: row.asked_at },
    named: row.over !== 'synthetic',
    problem: row.problem as Reply['problem'],
  }))
}

async function wordsFor(work: Work, row: SimulationRow, result: SimulationResult) {
  const codes = result.variants.flatMap(({ tallies }) => tallies.map(({ area }) => area))
  const edition = await editionByHash(work, row.edition)
  const pack = await packOf(work, row.division)
  const programme = compile(edition.packs, { pack, programme: row.programme, date: row.assessed_for })
  const areas = row.over === 'synthetic' ? new Map<string, string>() : await divisionNames(work, codes)
  return { areas: Object.fromEntries(areas), categories: mutable(categoriesOf(programme)) }
}

/** Packs and editions behind a written draft are nobody's reading. */
function shownDraft(draft: Draft) {
  if ('values' in draft) return draft
  const { draftId, version, title } = draft
  return { draftId, version, title }
}

/** What was read from the database or made by the policy package is nobody else's; the schemas want plain lists. */
function mutable<T>(value: T): Mutable<T> {
  return value as Mutable<T>
}
type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T

export async function showChanges(
  work: Work,
  row: SimulationRow,
  { comparison, change, after, limit }: z.infer<typeof changesQuery>,
): Promise<z.infer<typeof changes>> {
  const rows = await selectChanges(work.db, { simulationId: row.id, comparison, change, after, limit })
  const households = await householdLabels(
    work,
    rows.map(({ household_id }) => household_id),
  )
  const places = await divisionNames(
    work,
    rows.map(({ division }) => division),
  )
  const items = rows.map(each => ({
    householdId: each.household_id,
    number: households.get(each.household_id)?.number ?? '',
    headName: households.get(each.household_id)?.headName ?? '',
    ...{ division: each.division, divisionName: places.get(each.division) ?? each.division },
    change: each.change as z.infer<typeof changes>['items'][number]['change'],
    ...{ fenBefore: Number(each.fen_before), fenAfter: Number(each.fen_after) },
    ...{ categoryBefore: each.category_before, categoryAfter: each.category_after },
  }))
  return { items, next: rows.length === limit ? String(rows.at(-1)!.position) : null }
}
