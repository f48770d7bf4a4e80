/** DuckDB in memory on one thread, with the same hand-written query as PostgreSQL; the result becomes a table. */
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { peer } from '../../peers/install.ts'
import { emptyAnswers } from '../answers.ts'
import type { Contestant } from '../contestant.ts'
import { handSql } from '../hand-sql.ts'
import type { Population } from '../population.ts'
import { createTables, householdRows, memberRows } from '../tables.ts'

interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string, settings: Readonly<Record<string, string>>): Promise<Instance>
  }
}

interface Instance {
  connect(): Promise<Connection>
  closeSync(): void
}

interface Connection {
  run(sql: string): Promise<unknown>
  runAndReadAll(sql: string): Promise<{ getColumns(): readonly (readonly number[])[] }>
  closeSync(): void
}

export async function duckDb(population: Population): Promise<Contestant> {
  const { DuckDBInstance } = await peer<DuckDb>('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  await load(connection, population)
  return {
    name: 'duckdb',
    households: population.households,
    run: () => connection.run(`create or replace table result as ${handSql}`),
    async answers() {
      const reader = await connection.runAndReadAll('select grant_fen, category from result order by household')
      const [grants, categories] = reader.getColumns()
      const answers = emptyAnswers(population.households)
      answers.grantFen.set(grants!)
      answers.category.set(categories!)
      return answers
    },
    close: async () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

async function load(connection: Connection, population: Population): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'doudi-bench-'))
  try {
    await connection.run(createTables())
    for (const [table, rows] of [
      ['household', householdRows(population)],
      ['member', memberRows(population)],
    ] as const) {
      const file = join(folder, `${table}.csv`)
      await once(Readable.from(rows).pipe(createWriteStream(file)), 'finish')
      await connection.run(`copy ${table} from '${file}' (header false, delimiter '\\t')`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
