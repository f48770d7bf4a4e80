/** The search box: households of the caller's area by the people in them. Nothing here is unmasked. */
import { type DivisionCode, invalid, prefixOf } from '@doudi/kernel'
import { divisionNames } from '#modules/places/index.ts'
import type { Work } from '#platform/database/work.ts'
import { casesOf } from './case-directory.ts'
import { countHouseholds, findHouseholds, type Search } from './search.sql.ts'
import { readQuery } from './search-query.ts'

export interface SearchInput {
  readonly q?: string | undefined
  readonly division?: string | undefined
}

export async function searchHouseholds(work: Work, input: SearchInput, after: string | undefined, limit: number) {
  if (after !== undefined && !/^\d{16}$/.test(after))
    throw invalid([{ in: 'query', pointer: '/after', code: 'shape.invalid' }])
  const rows = await findHouseholds(work, searchOf(work, input), after, limit + 1)
  const page = rows.slice(0, limit)
  const cases = await casesOf(
    work,
    page.map(row => row.id),
  )
  const villages = await divisionNames(
    work,
    page.map(row => row.division),
  )
  const items = page.map(row => {
    const open = cases.get(row.id)?.find(one => one.open)
    return {
      ...{ id: row.id, number: row.number, headName: row.head_name, division: row.division, members: row.members },
      villageName: villages.get(row.division) ?? '',
      ...(row.match_kind && row.match_name ? { match: { kind: row.match_kind, name: row.match_name } } : {}),
      ...(open ? { openCase: { id: open.id, status: open.status } } : {}),
    }
  })
  return { items, next: rows.length > limit ? (page.at(-1)?.number ?? null) : null }
}

export async function countMatching(work: Work, input: SearchInput): Promise<number> {
  return countHouseholds(work, searchOf(work, input))
}

function searchOf(work: Work, { q, division }: SearchInput): Search {
  return {
    query: readQuery(q, work.today),
    county: work.caller.division?.slice(0, 6),
    within: division ? prefixOf(division as DivisionCode) : undefined,
  }
}
