/** How far the demo's business clock runs ahead; kept in the database so that it survives a restart. */
import { sql } from 'kysely'
import type { Database } from '#platform/database/open.ts'

const KEY = 'demo.clock-offset-ms'

export async function readDemoOffset(database: Database): Promise<number> {
  const row = await database.kysely
    .selectFrom('platform.setting')
    .select('value')
    .where('key', '=', KEY)
    .executeTakeFirst()
  return typeof row?.value === 'number' ? row.value : 0
}

export async function writeDemoOffset(database: Database, offsetMs: number): Promise<void> {
  await sql`insert into platform.setting (key, value) values (${KEY}, ${JSON.stringify(offsetMs)}::jsonb)
    on conflict (key) do update set value = excluded.value`.execute(database.kysely)
}
