/**
 * Plain `.sql` migrations, each beside its module, applied in name order across modules, one transaction
 * each, with a checksum ledger: an edited released file stops the server.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database } from './open.ts'

export interface Migration {
  readonly name: string
  readonly script: string
  readonly checksum: string
}

/** Every `migrations/*.sql` of the platform and of the modules below `sourceFolder`, in name order. */
export function readMigrations(sourceFolder: string): Migration[] {
  const folders = [join(sourceFolder, 'platform/database/migrations')]
  for (const module of readdirSync(join(sourceFolder, 'modules')))
    folders.push(join(sourceFolder, 'modules', module, 'migrations'))
  const files = folders.flatMap(folder => list(folder).map(name => ({ name, path: join(folder, name) })))
  const names = files.map(file => file.name)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice) throw new Error(`two migrations are named ${twice}`)
  return files
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, path }) => {
      const script = readFileSync(path, 'utf8')
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') }
    })
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).filter(name => name.endsWith('.sql'))
  } catch {
    return []
  }
}

/** Applies what is missing and returns the names applied. */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<string[]> {
  await database.exec(`
    create schema if not exists platform;
    create table if not exists platform.migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now()
    );`)
  const ledger = await sql<{ name: string; checksum: string }>`select name, checksum from platform.migration`.execute(
    database.kysely,
  )
  const applied = new Map(ledger.rows.map(row => [row.name, row.checksum]))
  const fresh: string[] = []
  for (const migration of migrations) {
    const checksum = applied.get(migration.name)
    if (checksum === migration.checksum) continue
    if (checksum) throw new Error(`the released migration ${migration.name} was edited; add a new migration instead`)
    await apply(database, migration)
    fresh.push(migration.name)
  }
  return fresh
}

async function apply(database: Database, { name, script, checksum }: Migration): Promise<void> {
  const ledgerRow = `insert into platform.migration (name, checksum) values ('${name}', '${checksum}');`
  try {
    await database.exec(`begin;\n${script}\n;${ledgerRow}\ncommit;`)
  } catch (error) {
    throw new Error(`migration ${name}: ${(error as Error).message}`, { cause: error })
  }
}
