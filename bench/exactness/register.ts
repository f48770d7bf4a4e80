/** A population in a database: the PostgreSQL from npm, or for few households the embedded one. */
import pg from 'pg'
import { openEmbedded } from '../../packages/policy/test/sql-database.ts'
import type { Population } from '../policy/population.ts'
import { createTables, householdColumns, memberColumns } from '../policy/tables.ts'

export type Values = Readonly<Record<string, unknown>>

export interface Engine {
  readonly name: string
  rows(sql: string): Promise<readonly Values[]>
  close(): Promise<void>
}

export interface Register {
  readonly households: number
  rows(sql: string): Promise<readonly Values[]>
  run(sql: string): Promise<void>
}

const MOST_EMBEDDED = 20_000

export async function openEngine(households: number): Promise<Engine> {
  if (households <= MOST_EMBEDDED) {
    const { rows, close } = await openEmbedded()
    return { name: `embedded ${await versionOf(rows)}`, rows, close }
  }
  const { startPostgres } = await import('../../tools/checks/src/postgres.ts')
  const server = await startPostgres({
    shared_buffers: '512MB',
    work_mem: '256MB',
    fsync: 'off',
    max_parallel_workers_per_gather: '0',
  })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  const rows = async (sql: string) => (await client.query<Values>(sql)).rows
  return {
    ...{ name: await versionOf(rows), rows },
    async close() {
      await client.end()
      await server.stop()
    },
  }
}

async function versionOf(rows: Engine['rows']): Promise<string> {
  const [row] = await rows('show server_version')
  return String(row?.server_version)
}

const PAGE = 20_000

/** Puts the population in place of whatever stood there before. */
export async function load(engine: Engine, population: Population): Promise<Register> {
  await engine.rows('drop table if exists household, member cascade')
  for (const table of createTables()
    .split(';')
    .filter(text => text.trim() !== ''))
    await engine.rows(table)
  const { households, members, offsets } = population
  const id = new Int32Array(households).map((_, h) => h + 1)
  const household = new Int32Array(members)
  const nr = new Int32Array(members)
  for (let h = 0; h < households; h++)
    for (let m = offsets[h]!; m < offsets[h + 1]!; m++) [household[m], nr[m]] = [h + 1, m - offsets[h]! + 1]
  const columns: Record<string, Int32Array | Uint8Array> = {
    ...population,
    ...{ id, household, nr, other_income: population.otherIncome },
  } as never
  await fill(engine, 'household', householdColumns, columns, households)
  await fill(engine, 'member', memberColumns, columns, members)
  await engine.rows('alter table household add primary key (id)')
  await engine.rows('alter table member add primary key (household, nr)')
  await engine.rows('analyze')
  return { households, rows: engine.rows, run: async sql => void (await engine.rows(sql)) }
}

async function fill(
  engine: Engine,
  table: string,
  names: readonly string[],
  columns: Readonly<Record<string, Int32Array | Uint8Array>>,
  length: number,
): Promise<void> {
  for (let from = 0; from < length; from += PAGE) {
    const lists = names.map(
      name => `'{${columns[name]!.subarray(from, Math.min(from + PAGE, length)).join(',')}}'::integer[]`,
    )
    await engine.rows(`insert into ${table} (${names.join(', ')}) select * from unnest(${lists.join(', ')})`)
  }
}
