/** What must be true of every table, whoever wrote it: scope, roles, keys. Asked of the catalogue, not of the text. */
import { testHouse } from '@doudi/testkit'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'

type Rows = Record<string, unknown>[]
let ask: (query: ReturnType<typeof sql>) => Promise<Rows>

beforeAll(async () => {
  const { database } = await testHouse()
  ask = async query => (await query.execute(database.kysely)).rows as Rows
})

const ours = sql`n.nspname not in ('pg_catalog', 'information_schema', 'pgboss')`

/** Tables that hold nobody's affairs, each with the reason. */
const withoutScope = new Set([
  'platform.migration', // names of migrations
  'platform.setting', // the server about itself
  'platform.request_key', // sealed answers, read only by (actor, key)
  'platform.message', // sealed texts; recipients and words need the key
  'places.division', // public geography
  'places.delegation', // public acts of offices
  'places.calendar_override', // public calendar
  'identity.attempt', // keyed hashes and times
  'identity.one_time_code', // keyed hashes, five minutes
  'journal.chain', // hashes
  'journal.checkpoint', // hashes, handed out on purpose
  'policies.edition', // public policy
  'policies.release', // public policy
  'casework.case_counter', // counters
  'registry.household_number', // counters
  'publicity.public_notice', // public by law, its own minimal projection
])

describe('every table', () => {
  test('is scoped by a forced row policy unless it is listed with a reason', async () => {
    const open = await ask(sql`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and ${ours}
        and not (c.relrowsecurity and c.relforcerowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid))
      order by 1`)
    expect(open.map(row => row.name).filter(name => !withoutScope.has(String(name)))).toEqual([])
  })

  test('with people in it carries the county in its primary key', async () => {
    const wrong = await ask(sql`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and ${ours}
        and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'household_id')
        and not exists (
          select 1 from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
          where i.indrelid = c.oid and i.indisprimary and a.attname = 'county')`)
    expect(wrong).toEqual([])
  })

  test('keeps money in whole fen: no numeric and no floating column anywhere', async () => {
    const wrong = await ask(sql`
      select n.nspname || '.' || c.relname || '.' || a.attname as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      join pg_type t on t.oid = a.atttypid
      where c.relkind = 'r' and ${ours} and t.typname in ('numeric', 'float4', 'float8', 'money')`)
    expect(wrong).toEqual([])
  })
})

describe('the server’s roles', () => {
  test('own nothing, bypass nothing, cannot log in', async () => {
    const roles = await ask(sql`
      select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
        exists (select 1 from pg_class c where c.relowner = r.oid) as owns
      from pg_roles r where rolname like 'doudi%' order by 1`)
    expect(roles).toEqual(
      ['doudi_app', 'doudi_public'].map(rolname => ({
        rolname,
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolcanlogin: false,
        owns: false,
      })),
    )
  })

  test('never truncate, and delete only where a row is meant to go', async () => {
    const grants = await ask(sql`
      select distinct table_schema || '.' || table_name || ' ' || lower(privilege_type) as name
      from information_schema.role_table_grants
      where grantee like 'doudi%' and table_schema <> 'pgboss' and privilege_type in ('DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES') order by 1`)
    expect(grants.map(row => row.name)).toEqual([
      'identity.attempt delete',
      'insight.simulation_change delete',
      'policies.draft delete',
      'publicity.public_notice delete',
    ])
  })

  test('cannot change what is append-only', async () => {
    const updates = await ask(sql`
      select table_schema || '.' || table_name as name from information_schema.role_table_grants
      where grantee like 'doudi%' and privilege_type = 'UPDATE'
        and (table_schema || '.' || table_name) in ('journal.entry', 'journal.checkpoint', 'registry.fact', 'registry.document',
          'casework.assessment', 'casework.letter', 'funds.entry', 'funds.posting', 'policies.edition', 'payments.return_file')`)
    expect(updates).toEqual([])
  })

  test('the public role reads the public projection and the names of places, and nothing else', async () => {
    const grants = await ask(sql`
      select distinct table_schema || '.' || table_name || ' ' || lower(privilege_type) as name
      from information_schema.role_table_grants where grantee = 'doudi_public' order by 1`)
    expect(grants.map(row => row.name)).toEqual([
      'places.calendar_override select',
      'places.division select',
      'publicity.public_notice select',
    ])
  })
})

test('no view runs with its owner’s rights, and there is no materialised view', async () => {
  const views = await ask(sql`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false)))`)
  expect(views).toEqual([])
})

test('a query outside any scope sees nobody', async () => {
  const { database } = await testHouse()
  await database.kysely.transaction().execute(async tx => {
    await sql`select set_config('role', 'doudi_app', true)`.execute(tx)
    for (const table of [
      'registry.person',
      'registry.household',
      'casework.case_file',
      'journal.entry',
      'identity.account',
      'payments.line',
    ]) {
      const rows = await sql<{ n: bigint }>`select count(*) as n from ${sql.table(table)}`.execute(tx)
      expect([table, rows.rows[0]?.n]).toEqual([table, 0n])
    }
  })
})
