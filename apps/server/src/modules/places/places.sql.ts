/** Every query of the places module. */
import type { CalendarDate, DivisionLevel } from '@doudi/kernel'
import { sql } from 'kysely'
import type { Tx } from '#platform/database/work.ts'
import type { DivisionRecord } from './division.ts'

const columns = [
  'code',
  'name',
  'level',
  'parent',
  'pack',
  'contact_phone as contactPhone',
  'contact_hours as contactHours',
  'demo',
  'valid_from as validFrom',
  'valid_to as validTo',
] as const

/** The rows above each division and its own, from the top down; one that does not exist has no path. */
export async function selectPaths(db: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, DivisionRecord[]>> {
  const { rows } = await sql<DivisionRecord & { start: string }>`
    with recursive up as (
      select d.*, d.code as start, 0 as height from places.division d where d.code = any(${[...codes]}::char(12)[])
      union all
      select d.*, up.start, up.height + 1 from places.division d join up on d.code = up.parent where up.height < 8
    )
    select start, code, name, level, parent, pack, contact_phone as "contactPhone", contact_hours as "contactHours",
           demo, valid_from as "validFrom", valid_to as "validTo"
    from up order by height desc`.execute(db)
  const paths = new Map<string, DivisionRecord[]>()
  for (const { start, ...division } of rows) paths.set(start, [...(paths.get(start) ?? []), division])
  return paths
}

export interface DivisionFilter {
  readonly prefix?: string | undefined
  readonly parent?: string | null | undefined
  readonly level?: DivisionLevel | undefined
  readonly on: CalendarDate
  readonly after?: string | undefined
  readonly limit: number
}

/** Divisions that exist on a day, by code. */
export async function selectDivisions(db: Tx, filter: DivisionFilter): Promise<DivisionRecord[]> {
  const { prefix, parent, level, on, after, limit } = filter
  const rows = await db
    .selectFrom('places.division')
    .select(columns)
    .where('valid_from', '<=', on)
    .where(where => where.or([where('valid_to', 'is', null), where('valid_to', '>=', on)]))
    .$if(prefix !== undefined, query => query.where('code', 'like', `${prefix}%`))
    .$if(parent !== undefined, query => query.where('parent', parent === null ? 'is' : '=', parent ?? null))
    .$if(level !== undefined, query => query.where('level', '=', level as DivisionLevel))
    .$if(after !== undefined, query => query.where('code', '>', after as string))
    .orderBy('code')
    .limit(limit)
    .execute()
  return rows as DivisionRecord[]
}

export async function selectCarriers(db: Tx, pack: string, on: CalendarDate): Promise<DivisionRecord[]> {
  const rows = await db
    .selectFrom('places.division')
    .select(columns)
    .where('pack', '=', pack)
    .where('valid_from', '<=', on)
    .where(where => where.or([where('valid_to', 'is', null), where('valid_to', '>=', on)]))
    .orderBy('code')
    .execute()
  return rows as DivisionRecord[]
}

export async function selectNames(db: Tx, codes: readonly string[]): Promise<{ code: string; name: string }[]> {
  if (codes.length === 0) return []
  return db.selectFrom('places.division').select(['code', 'name']).where('code', 'in', codes).execute()
}

export async function insertDivision(db: Tx, row: DivisionRecord): Promise<void> {
  await db
    .insertInto('places.division')
    .values({
      code: row.code,
      name: row.name,
      level: row.level,
      parent: row.parent,
      pack: row.pack,
      contact_phone: row.contactPhone,
      contact_hours: row.contactHours,
      demo: row.demo,
      valid_from: row.validFrom,
      valid_to: row.validTo,
    })
    .execute()
}

export interface DelegationRow {
  readonly id: string
  readonly county: string
  readonly town: string
  readonly programme: string
  readonly basis: string
  readonly validFrom: CalendarDate
  readonly validTo: CalendarDate | null
}

const delegation = [
  'id',
  'county',
  'town',
  'programme',
  'basis',
  'valid_from as validFrom',
  'valid_to as validTo',
] as const

/** Delegations of a town that touch a period; an open end is `null`. */
export async function selectDelegations(
  db: Tx,
  town: string,
  programme: string,
  from: CalendarDate,
  to: CalendarDate | null,
): Promise<DelegationRow[]> {
  const rows = await db
    .selectFrom('places.delegation')
    .select(delegation)
    .where('town', '=', town)
    .where('programme', '=', programme)
    .where(where => where.or([where('valid_to', 'is', null), where('valid_to', '>=', from)]))
    .$if(to !== null, query => query.where('valid_from', '<=', to as CalendarDate))
    .orderBy('valid_from')
    .execute()
  return rows as DelegationRow[]
}

export async function selectCountyDelegations(
  db: Tx,
  county: string,
): Promise<(DelegationRow & { townName: string })[]> {
  const rows = await db
    .selectFrom('places.delegation')
    .innerJoin('places.division', 'places.division.code', 'places.delegation.town')
    .select([
      'places.delegation.id',
      'places.delegation.county',
      'places.delegation.town',
      'places.delegation.programme',
      'places.delegation.basis',
      'places.delegation.valid_from as validFrom',
      'places.delegation.valid_to as validTo',
      'places.division.name as townName',
    ])
    .where('places.delegation.county', '=', county)
    .orderBy('places.delegation.town')
    .orderBy('places.delegation.valid_from')
    .execute()
  return rows as (DelegationRow & { townName: string })[]
}

export async function insertDelegation(db: Tx, row: DelegationRow): Promise<void> {
  await db
    .insertInto('places.delegation')
    .values({
      id: row.id,
      county: row.county,
      town: row.town,
      programme: row.programme,
      basis: row.basis,
      valid_from: row.validFrom,
      valid_to: row.validTo,
    })
    .execute()
}

export interface CalendarOverride {
  readonly area: string
  readonly day: CalendarDate
  readonly workday: boolean
  readonly reason: string
}

export async function selectOverrides(db: Tx, areas: readonly string[]): Promise<CalendarOverride[]> {
  if (areas.length === 0) return []
  const rows = await db
    .selectFrom('places.calendar_override')
    .select(['area', 'day', 'workday', 'reason'])
    .where('area', 'in', areas)
    .orderBy('area')
    .orderBy('day')
    .execute()
  return rows as CalendarOverride[]
}

/** Six-digit codes of the counties of the register. */
export async function selectCounties(db: Tx): Promise<string[]> {
  const rows = await db
    .selectFrom('places.division')
    .select('code')
    .where('level', '=', 'county')
    .orderBy('code')
    .execute()
  return rows.map(({ code }) => code.slice(0, 6))
}

export async function upsertOverride(db: Tx, { area, day, workday, reason }: CalendarOverride): Promise<void> {
  await db
    .insertInto('places.calendar_override')
    .values({ area, day, workday, reason })
    .onConflict(conflict => conflict.columns(['area', 'day']).doUpdateSet({ workday, reason }))
    .execute()
}
