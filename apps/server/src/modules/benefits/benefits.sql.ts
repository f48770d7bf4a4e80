/** Every query of the benefits module. */
import { type DivisionCode, type Fen, prefixOf } from '@doudi/kernel'
import type { Insertable, Selectable } from 'kysely'
import type { Tables } from '#platform/database/rows.gen.ts'
import type { Tx } from '#platform/database/work.ts'
import type { Award, AwardStatus } from './award.ts'

type Row = Selectable<Tables['benefits.award']>

function asAward(row: Row): Award {
  return {
    id: row.id,
    county: row.county,
    division: row.division,
    householdId: row.household_id,
    caseId: row.case_id,
    programme: row.programme,
    headName: row.head_name,
    covered: row.covered,
    monthlyFen: row.monthly_fen as Fen,
    startMonth: row.start_month,
    endMonth: row.end_month,
    status: row.status,
    holdReason: row.hold_reason,
  }
}

/** False when the case has started its award before. */
export async function insertAward(db: Tx, row: Insertable<Tables['benefits.award']>): Promise<boolean> {
  const inserted = await db
    .insertInto('benefits.award')
    .values(row)
    .onConflict(conflict => conflict.constraint('award_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export interface AwardFilter {
  readonly household?: string | undefined
  readonly households?: readonly string[]
  readonly division?: string | undefined
  readonly status?: AwardStatus | undefined
  readonly after?: string | undefined
  readonly limit: number
}

export async function selectAwards(db: Tx, filter: AwardFilter): Promise<Award[]> {
  const { household, households, division, status, after, limit } = filter
  if (households?.length === 0) return []
  let query = db.selectFrom('benefits.award').selectAll()
  if (household) query = query.where('household_id', '=', household)
  if (households) query = query.where('household_id', 'in', [...households])
  if (division) query = query.where('division', 'like', `${prefixOf(division as DivisionCode)}%`)
  if (status) query = query.where('status', '=', status)
  if (after) query = query.where('id', '>', after)
  return (await query.orderBy('id').limit(limit).execute()).map(asAward)
}

export async function selectAward(db: Tx, id: string): Promise<Award | undefined> {
  const row = await db.selectFrom('benefits.award').selectAll().where('id', '=', id).executeTakeFirst()
  return row && asAward(row)
}

/** Compare-and-set: undefined when the award is no longer in `from`. */
export async function moveAward(
  db: Tx,
  { county, id }: Pick<Award, 'county' | 'id'>,
  move: { from: AwardStatus; to: AwardStatus; holdReason: string | null },
): Promise<Award | undefined> {
  const row = await db
    .updateTable('benefits.award')
    .set({ status: move.to, hold_reason: move.holdReason })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('status', '=', move.from)
    .returningAll()
    .executeTakeFirst()
  return row && asAward(row)
}

/** Awards whose time the month lies in, held ones too, always in the same order. */
export async function selectRunning(db: Tx, county: string, programme: string, month: string): Promise<Award[]> {
  const rows = await db
    .selectFrom('benefits.award')
    .selectAll()
    .where('county', '=', county)
    .where('programme', '=', programme)
    .where('status', 'in', ['active', 'held'])
    .where('start_month', '<=', month)
    .where(where => where.or([where('end_month', 'is', null), where('end_month', '>=', month)]))
    .orderBy('division')
    .orderBy('id')
    .execute()
  return rows.map(asAward)
}

/** Of these awards, those that are not active (any more). */
export async function selectNotActive(db: Tx, county: string, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('benefits.award')
    .select('id')
    .where('county', '=', county)
    .where('status', '<>', 'active')
    .execute()
  const asked = new Set(ids)
  return rows.map(row => row.id).filter(id => asked.has(id))
}
