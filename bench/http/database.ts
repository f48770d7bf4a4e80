/** A database for one measurement: on the server of DATABASE_URL, or on the PostgreSQL that comes from npm. */
import pg from 'pg'
import { startPostgres } from '../../tools/checks/src/postgres.ts'

export interface BenchServer {
  /** Such as `18.4`. */
  readonly version: string
  exists(name: string): Promise<boolean>
  /** An empty database, or a copy of another; one of that name that is there already goes. Returns its address. */
  create(name: string, copyOf?: string): Promise<string>
  rename(from: string, to: string): Promise<void>
  drop(name: string): Promise<void>
  stop(): Promise<void>
}

export async function openBenchServer(databaseUrl: string | undefined): Promise<BenchServer> {
  const own = databaseUrl ? undefined : await startPostgres()
  const url = databaseUrl ?? own?.url ?? ''
  const run = async <T extends pg.QueryResultRow>(text: string): Promise<T[]> => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      return (await client.query<T>(text)).rows
    } finally {
      await client.end()
    }
  }
  const [row] = await run<{ server_version: string }>('show server_version')
  const drop = (name: string) => run(`drop database if exists ${quote(name)} with (force)`)
  return {
    version: row?.server_version ?? 'unknown',
    exists: async name => (await run(`select 1 from pg_database where datname = '${name}'`)).length > 0,
    create: async (name, copyOf) => {
      await drop(name)
      await run(`create database ${quote(name)}${copyOf ? ` template ${quote(copyOf)}` : ''}`)
      return addressOf(url, name)
    },
    rename: async (from, to) => void (await run(`alter database ${quote(from)} rename to ${quote(to)}`)),
    drop: async name => void (await drop(name)),
    stop: async () => own?.stop(),
  }
}

const quote = (name: string) => {
  if (!/^[a-z0-9_]{1,40}$/.test(name)) throw new Error(`"${name}" cannot name a database: small letters, digits and _`)
  return `"${name}"`
}

function addressOf(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}
