/**
 * A PostgreSQL for tests of queries: the embedded one, or the server on which the suite runs. Facts go into a query as
 * JSON, so that no table has to be made, and what comes out is text, so that no driver rounds a number.
 */
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { CompiledProgramme, SqlOptions, SqlQuery } from '../src/index.ts'
import type { Field, Scope } from '../src/schema/field.ts'
import { literal } from '../src/sql/text.ts'

export type Row = Readonly<Record<string, string | null>>

export interface SqlDatabase {
  rows(text: string): Promise<readonly Row[]>
  close(): Promise<void>
}

export async function openDatabase(): Promise<SqlDatabase> {
  const server = process.env.DOUDI_TEST_DATABASE_URL
  if (!server) return openEmbedded()
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  return { rows: async text => (await client.query<Row>(text)).rows, close: () => client.end() }
}

export async function openEmbedded(): Promise<SqlDatabase> {
  const embedded = await PGlite.create()
  return { rows: async text => (await embedded.query<Row>(text)).rows, close: () => embedded.close() }
}

/** One row for each household, in their order, every value as text; a list as `{…}`. */
export function answersOf(database: SqlDatabase, { text, outputs }: SqlQuery): Promise<readonly Row[]> {
  const columns = [
    'household',
    'outside',
    'doubtful',
    ...outputs.flatMap(({ column, over }) => [column, ...(over ? [over] : [])]),
  ]
  const asText = columns.map(column => `q.${column}::text`).join(', ')
  return database.rows(`select ${asText} from (${text}) q order by q.household`)
}

/** Facts by the id of their field; null where there are none. */
export interface RawHousehold {
  readonly household: Readonly<Record<string, unknown>>
  readonly members: readonly Readonly<Record<string, unknown>>[]
}

/** Households as a query over JSON, numbered from 0. */
export function sourceOf(
  { form }: CompiledProgramme,
  households: readonly RawHousehold[],
): Omit<SqlOptions, 'outputs'> {
  const fields = (scope: Scope) => form.fields.filter(field => field.scope === scope)
  const rows = households.map(({ household }, i) => ({ household_number: i, ...household }))
  const members = households.flatMap((one, i) =>
    one.members.map((member, position) => ({ household_number: i, member_number: position, ...member })),
  )
  return {
    household: {
      from: { query: recordset(rows, ['household_number integer'], fields('household')) },
      ...{ holds: 'facts', id: 'household_number' },
    },
    member: {
      from: {
        query: recordset(members, ['household_number integer', 'member_number integer'], fields('member')),
      },
      ...{ holds: 'facts', household: 'household_number', position: 'member_number' },
    },
  }
}

const types = { number: 'numeric', 'yes-no': 'boolean', choice: 'text', date: 'date', text: 'text' } as const

function recordset(rows: readonly object[], keys: readonly string[], fields: readonly Field[]): string {
  const columns = [...keys, ...fields.map(({ id, type }) => `"${id}" ${types[type]}`)]
  return `select * from jsonb_to_recordset(${literal(JSON.stringify(rows))}) as given(${columns.join(', ')})`
}
