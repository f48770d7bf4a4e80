/** Contestants that work in or with PostgreSQL. They share one server; the last one to close it ends it. */
import type { Answers } from './answers.ts'
import type { Contestant } from './contestant.ts'
import type { Database } from './database.ts'
import { type Split, thereAndBack } from './end-to-end.ts'
import { handSql } from './hand-sql.ts'
import { w1Sql } from './our-sql.ts'
import type { Population } from './population.ts'
import { RowReader } from './rows.ts'
import { compileW1 } from './w1.ts'

/** The query written by hand, and the one that the product prints from the pack. */
export function inPostgres(database: Database, households: number): Contestant[] {
  return [
    ...intoTables(database, households, handSql, { created: 'postgres', keyed: 'insert' }),
    ...intoTables(database, households, w1Sql(compileW1()), { created: 'sql', keyed: 'sql-insert' }),
  ]
}

/** A query into a new table, and into the keyed table that results belong in. */
function intoTables(
  database: Database,
  households: number,
  query: string,
  names: { readonly created: string; readonly keyed: string },
): Contestant[] {
  const [client] = database.clients
  const table = `${names.created}_answer`
  return [
    {
      name: names.created,
      households,
      prepare: async () => void (await client.query(`drop table if exists ${table}`)),
      run: () => client.query(`create table ${table} as ${query}`),
      answers: () => readAnswers(database, table, households),
    },
    {
      name: names.keyed,
      households,
      prepare: async () => void (await client.query('truncate result')),
      run: () => client.query(`insert into result ${query}`),
      answers: () => readAnswers(database, 'result', households),
    },
  ]
}

/** Out of the database, through one evaluation, and back in; the other side of `insert`. */
export function endToEnd(
  name: string,
  database: Database,
  households: number,
  evaluate: (population: Population) => Answers,
): Contestant {
  const [client] = database.clients
  const splits: Split[] = []
  return {
    ...{ name, households, splits },
    prepare: async () => void (await client.query('truncate result')),
    run: async () => void splits.push(await thereAndBack(database, evaluate)),
    answers: () => readAnswers(database, 'result', households),
  }
}

async function readAnswers(database: Database, table: string, households: number): Promise<Answers> {
  const sql = `copy (select grant_fen, category from ${table} order by household) to stdout`
  const reader = new RowReader(2)
  for await (const chunk of database.copyOut(database.clients[0], sql)) reader.push(chunk)
  if (reader.rows !== households) throw new Error(`${table} has ${reader.rows} rows for ${households} households`)
  return {
    grantFen: reader.column(0, new Int32Array(households)),
    category: reader.column(1, new Uint8Array(households)),
  }
}
