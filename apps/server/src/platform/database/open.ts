/**
 * Opens the database: the embedded one (PGlite) or a PostgreSQL server. Nothing else in the house knows
 * which of the two it is. Modules never receive this handle, only the transaction of their unit of work.
 */
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import pg from 'pg'
import { fromPglite } from 'pg-boss'
import { decoders } from './decoders.ts'
import { lockFolder } from './lock.ts'
import type { Tables } from './rows.gen.ts'

/** The one call the job queue makes of a database. */
export type JobDatabase = ReturnType<typeof fromPglite>

export interface Database {
  readonly engine: 'pglite' | 'postgresql'
  readonly kysely: Kysely<Tables>
  /** Runs a script of several statements. */
  exec(script: string): Promise<void>
  /** What the job queue talks to. */
  readonly jobs: JobDatabase
  close(): Promise<void>
}

const SESSION = `set time zone 'UTC'; set intervalstyle = 'iso_8601'; set statement_timeout = '60s'; set lock_timeout = '15s';`

export async function openEmbedded(dataFolder: string, port?: number): Promise<Database> {
  const unlock = lockFolder(dataFolder, port)
  try {
    const pglite = await PGlite.create({
      dataDir: join(dataFolder, 'pglite'),
      parsers: parsers(),
      relaxedDurability: false,
    })
    chmodSync(join(dataFolder, 'pglite'), 0o700)
    return await embedded(pglite, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

/** An embedded database in memory, optionally from a dumped template. For tests and code generation. */
export async function openInMemory(template?: Blob): Promise<Database> {
  return embedded(await PGlite.create({ parsers: parsers(), ...(template ? { loadDataDir: template } : {}) }), () => {})
}

async function embedded(pglite: PGlite, unlock: () => void): Promise<Database> {
  await pglite.exec(SESSION)
  const kysely = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
  return {
    engine: 'pglite',
    kysely,
    exec: async script => {
      await pglite.exec(script).catch(async error => {
        await pglite.exec('rollback').catch(() => {})
        throw error
      })
    },
    jobs: fromPglite(pglite),
    close: async () => {
      await pglite.close()
      unlock()
    },
  }
}

/** Twenty connections carry a county's office hours; more only queue inside the server instead of in front of it. */
export async function openPostgres(url: string, poolSize = 20): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    types: {
      getTypeParser: ((oid: number, format?: string) =>
        decoders.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
    },
    options: '-c timezone=UTC -c intervalstyle=iso_8601 -c statement_timeout=60s -c lock_timeout=15s',
  })
  // An idle connection that the server closes must not end the process; the pool opens a new one.
  pool.on('error', () => {})
  // Nor must one that is closed in the middle of a transaction: its query fails, and that is how we learn of it.
  pool.on('connect', client => void client.on('error', () => {}))
  return {
    engine: 'postgresql',
    kysely: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    exec: async script => {
      const client = await pool.connect()
      try {
        await client.query(script)
      } catch (error) {
        await client.query('rollback').catch(() => {})
        throw error
      } finally {
        client.release()
      }
    },
    jobs: { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) },
    close: () => pool.end(),
  }
}

function parsers(): Record<number, (text: string) => unknown> {
  return Object.fromEntries(decoders)
}
