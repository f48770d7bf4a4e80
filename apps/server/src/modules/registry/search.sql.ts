/** Finding households by the people in them. Everything typed is a value, and `%` and `_` mean themselves. */
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { divisionBegins, withinAreas } from '#platform/database/within.ts'
import type { Work } from '#platform/database/work.ts'
import { identityIndexOf, phoneIndexOf, tailIndexOf } from './person.ts'
import type { SearchQuery } from './search-query.ts'

export interface Search {
  readonly query: SearchQuery
  /** The county in which the caller stands: lets the indexes of its people work. */
  readonly county: string | undefined
  /** Digits with which the division begins. */
  readonly within: string | undefined
}

export interface FoundHousehold {
  readonly id: string
  readonly number: string
  readonly division: string
  readonly head_name: string
  readonly members: number
  /** Who was found, and by what: `name`, `initials`, `identity`, `identity-tail`, `phone`, `phone-tail`. */
  readonly match_name: string | null
  readonly match_kind: string | null
}

/** By household number, so that a page continues where the last one ended. */
export async function findHouseholds(
  work: Work,
  search: Search,
  after: string | undefined,
  limit: number,
): Promise<FoundHousehold[]> {
  const found = await sql<FoundHousehold>`
    select h.id, h.number, h.division, h.head_name, f.name as match_name, f.kind as match_kind,
      (select count(*)::int from registry.membership m
        where m.county = h.county and m.household_id = h.id
          and m.valid_from <= ${work.today}::date and (m.valid_to is null or m.valid_to >= ${work.today}::date)) as members
    from registry.household h ${joinFound(work, search)}
    where ${placed(work, search)} and ${after === undefined ? sql`true` : sql`h.number > ${after}`}
    order by h.number
    limit ${limit}`.execute(work.db)
  return found.rows
}

export async function countHouseholds(work: Work, search: Search): Promise<number> {
  const counted = await sql<{ count: number }>`
    select count(*)::int as count from registry.household h ${joinFound(work, search)} where ${placed(work, search)}`.execute(
    work.db,
  )
  return counted.rows[0]?.count ?? 0
}

const placed = (work: Work, { county, within }: Search) =>
  sql<SqlBool>`${inCounty('h', county)} and ${inPlace(work, 'h.division', within)}`

const inCounty = (table: 'h' | 'p', county: string | undefined) =>
  county ? sql<SqlBool>`${sql.ref(`${table}.county`)} = ${county}` : sql<SqlBool>`true`

const inPlace = ({ caller }: Work, column: string, within: string | undefined) =>
  within ? divisionBegins(column, within) : withinAreas(caller.scope, column)

/** The people found first, through their own indexes; one for each household, whose division is theirs. */
function joinFound(work: Work, { query, county, within }: Search): RawBuilder<unknown> {
  if (query.by === 'everything') return sql`cross join (select null::text as name, null::text as kind) f`
  const { condition, kind } = conditionOf(work, query)
  return sql`join (
      select distinct on (p.county, p.household_id) p.county, p.household_id, p.name, ${kind} as kind
      from registry.person p
      where ${inCounty('p', county)} and ${inPlace(work, 'p.division', within)} and (${condition})
      order by p.county, p.household_id, p.id
    ) f on f.county = h.county and f.household_id = h.id`
}

interface Condition {
  readonly condition: RawBuilder<SqlBool>
  readonly kind: RawBuilder<string>
}

function conditionOf({ crypto }: Work, query: Exclude<SearchQuery, { by: 'everything' }>): Condition {
  switch (query.by) {
    case 'nothing':
      return { condition: sql`false`, kind: sql`null::text` }
    case 'name':
      return { condition: likeName(query.key), kind: sql`'name'` }
    case 'initials': {
      const byInitials = sql<SqlBool>`starts_with(p.pinyin_initials, ${query.letters})`
      return {
        condition: sql`${byInitials} or starts_with(p.name_key, ${query.letters})`,
        kind: sql`case when ${byInitials} then 'initials' else 'name' end`,
      }
    }
    case 'identity':
      return { condition: sql`p.identity_index = ${identityIndexOf(query.number, crypto)}`, kind: sql`'identity'` }
    case 'phone':
      return { condition: sql`p.phone_index = ${phoneIndexOf(query.phone, crypto)}`, kind: sql`'phone'` }
    case 'tail': {
      const byIdentity = sql<SqlBool>`p.identity_tail_index = ${tailIndexOf(query.tail, 'identity-tail', crypto)}`
      const byPhone = sql<SqlBool>`p.phone_tail_index = ${tailIndexOf(query.tail, 'phone-tail', crypto)}`
      return {
        condition: sql`${byIdentity} or ${byPhone}`,
        kind: sql`case when ${byIdentity} then 'identity-tail' else 'phone-tail' end`,
      }
    }
  }
}

/** One character is where a name begins; more may stand anywhere in it (小舟 finds 陈小舟). */
function likeName(key: string): RawBuilder<SqlBool> {
  if (Array.from(key).length === 1) return sql`starts_with(p.name_key, ${key})`
  return sql`p.name_key like ${`%${key.replace(/[\\%_]/g, '\\$&')}%`}`
}
