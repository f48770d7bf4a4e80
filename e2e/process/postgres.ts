/** A real PostgreSQL for processes to run on: the suite's own where there is one, else one from npm. */
import pg from 'pg'
import { startPostgres } from '../../tools/checks/src/postgres.ts'

export interface Server {
  /** Makes a database, empty or as a copy of another one that nobody is connected to. */
  database(name: string, template?: string): Promise<string>
  rows<T extends pg.QueryResultRow>(url: string, query: string): Promise<T[]>
  stop(): Promise<void>
}

/** Never skipped in silence: where there is no server, the tests that need one fail and say so. */
export async function realPostgres(): Promise<Server> {
  const given = process.env.DOUDI_TEST_DATABASE_URL
  const { url, stop } = given ? { url: given, stop: async () => {} } : await start()
  const run = `${process.pid}_${process.hrtime.bigint()}`
  const nameOf = (name: string) => `doudi_${name.replaceAll('-', '_')}_${run}`
  return {
    database: async (name, template) => {
      const copy = template ? ` template ${nameOf(template)}` : ''
      await query(url, `create database ${nameOf(name)}${copy}`)
      const own = new URL(url)
      own.pathname = `/${nameOf(name)}`
      return own.toString()
    },
    rows: query,
    stop,
  }
}

async function start() {
  try {
    return await startPostgres()
  } catch (error) {
    throw new Error(
      `No PostgreSQL could be started on ${process.platform}-${process.arch} (${(error as Error).message}). ` +
        'Set DOUDI_TEST_DATABASE_URL to a server where databases may be created.',
    )
  }
}

async function query<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}
