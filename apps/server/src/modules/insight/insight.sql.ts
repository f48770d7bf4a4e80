/** Every query of the insight module. */
import type { Insertable, Selectable } from 'kysely'
import type { Tables } from '#platform/database/rows.gen.ts'
import type { Tx } from '#platform/database/work.ts'

export type SimulationRow = Selectable<Tables['insight.simulation']>
export type ChangeRow = Selectable<Tables['insight.simulation_change']>

export async function insertSimulation(db: Tx, row: Insertable<Tables['insight.simulation']>): Promise<SimulationRow> {
  return db.insertInto('insight.simulation').values(row).returningAll().executeTakeFirstOrThrow()
}

export async function selectSimulation(db: Tx, id: string): Promise<SimulationRow | undefined> {
  return db.selectFrom('insight.simulation').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Newest first. */
export async function selectSimulations(db: Tx, limit: number): Promise<SimulationRow[]> {
  return db
    .selectFrom('insight.simulation')
    .selectAll()
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

type Progress = Partial<
  Pick<Insertable<Tables['insight.simulation']>, 'status' | 'done' | 'total' | 'reached' | 'result' | 'problem'>
>

export async function updateSimulation(db: Tx, id: string, progress: Progress): Promise<void> {
  await db.updateTable('insight.simulation').set(progress).where('id', '=', id).execute()
}

export async function insertChanges(db: Tx, rows: readonly Insertable<Tables['insight.simulation_change']>[]) {
  if (rows.length > 0) await db.insertInto('insight.simulation_change').values(rows).execute()
}

export interface ChangeFilter {
  readonly simulationId: string
  readonly comparison: number
  readonly change?: ChangeRow['change'] | undefined
  readonly after?: number | undefined
  readonly limit: number
}

export async function selectChanges(db: Tx, filter: ChangeFilter): Promise<ChangeRow[]> {
  let query = db
    .selectFrom('insight.simulation_change')
    .selectAll()
    .where('simulation_id', '=', filter.simulationId)
    .where('comparison', '=', filter.comparison)
  if (filter.change) query = query.where('change', '=', filter.change)
  if (filter.after !== undefined) query = query.where('position', '>', filter.after)
  return query.orderBy('position').limit(filter.limit).execute()
}
