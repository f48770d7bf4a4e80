/**
 * The households in a PostgreSQL of their own, from npm, set up for the measurement: enough memory, writes that reach
 * the disk, and one process for each query. Members are grouped along their key, which is faster than the hash table
 * that the planner would choose.
 */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { startPostgres } from '../../tools/checks/src/postgres.ts'
import { peer } from '../peers/install.ts'
import type { Population } from './population.ts'
import { createTables, householdRows, memberRows } from './tables.ts'

const settings = {
  ...{ shared_buffers: '2GB', work_mem: '512MB', maintenance_work_mem: '512MB', max_wal_size: '8GB' },
  ...{
    fsync: 'on',
    enable_hashagg: 'off',
    max_parallel_workers_per_gather: '0',
    max_parallel_maintenance_workers: '0',
  },
}

interface CopyStreams {
  readonly from: (sql: string) => pg.Submittable & NodeJS.WritableStream
  readonly to: (sql: string) => pg.Submittable & NodeJS.ReadableStream
}

export interface Database {
  readonly version: string
  /** Three connections, because households and members can be read while results are written. */
  readonly clients: readonly [pg.Client, pg.Client, pg.Client]
  copyIn(client: pg.Client, sql: string, chunks: Iterable<Buffer> | AsyncIterable<Buffer>): Promise<void>
  copyOut(client: pg.Client, sql: string): AsyncIterable<Buffer>
  close(): Promise<void>
}

export async function openDatabase(population: Population): Promise<Database> {
  const { from, to } = (await peer<{ default: CopyStreams }>('pg-copy-streams')).default
  const postgres = await startPostgres(settings)
  const client = () => new pg.Client({ connectionString: postgres.url })
  const clients = [client(), client(), client()] as const
  for (const client of clients) await client.connect()
  const { rows } = await clients[0].query<{ server_version: string }>('show server_version')
  const database: Database = {
    version: rows[0]?.server_version ?? 'unknown',
    clients,
    copyIn: (client, sql, chunks) => pipeline(Readable.from(chunks), client.query(from(sql))),
    copyOut: (client, sql) => client.query(to(sql)) as AsyncIterable<Buffer>,
    async close() {
      for (const client of clients) await client.end()
      await postgres.stop()
    },
  }
  await load(database, population)
  return database
}

async function load({ clients: [client], copyIn }: Database, population: Population): Promise<void> {
  await client.query(createTables())
  await copyIn(client, 'copy household from stdin', householdRows(population))
  await copyIn(client, 'copy member from stdin', memberRows(population))
  await client.query(`
    alter table household add primary key (id);
    alter table member add primary key (household, nr);
    create table result (household integer primary key, grant_fen integer not null, category smallint not null)`)
  await client.query('vacuum (analyze) household')
  await client.query('vacuum (analyze) member')
  await client.query('checkpoint')
}
