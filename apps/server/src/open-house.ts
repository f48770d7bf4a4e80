/** From settings to a running house: database, keys, clock, adapters, demo area. Used by the server and the command line. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { offsetClock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import { masterKey } from '#platform/crypto/master-key.ts'
import { softwareCrypto } from '#platform/crypto/provider.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { type Database, openEmbedded, openPostgres } from '#platform/database/open.ts'
import { httpDepartments, noDepartments } from '#platform/departments.ts'
import { folderStore } from '#platform/files/store.ts'
import type { Log } from '#platform/log.ts'
import { compose, type House } from './compose.ts'
import { readDemoOffset, writeDemoOffset } from './demo/clock-offset.ts'
import { loadDemo } from './demo/load-demo.ts'

export interface HouseState {
  readonly engine: Database['engine']
  draining: boolean
  ready(): Promise<boolean>
}

export async function openHouse(
  config: Config,
  log: Log,
  say: (text: string) => void,
): Promise<{ house: House; state: HouseState }> {
  say(config.databaseUrl ? '③ 连接数据库 · Connecting to PostgreSQL…' : '③ 打开数据库 · Opening the embedded database…')
  const database = config.databaseUrl
    ? await openPostgres(config.databaseUrl)
    : await openEmbedded(config.dataFolder, config.port)
  const applied = await migrate(database, readMigrations(dirname(fileURLToPath(import.meta.url))))
  if (applied.length > 0) say(`   ${applied.length} migrations applied`)

  let offsetMs = config.demo ? await readDemoOffset(database) : 0
  const clock = offsetClock(() => offsetMs)
  const moveClock = async (instant: string) => {
    offsetMs = Date.parse(instant) - Date.now()
    await writeDemoOffset(database, offsetMs)
  }
  const crypto = softwareCrypto(masterKey(config.dataFolder, process.env))
  const files = readPolicyFiles(config.policyFolder)
  const house = await compose({
    database,
    clock,
    crypto,
    files: folderStore(join(config.dataFolder, 'files'), crypto),
    log,
    demo: config.demo,
    ports: {
      departments: config.departmentsUrl ? httpDepartments(config.departmentsUrl) : noDepartments,
      policyFiles: () => files,
      demo: { on: config.demo, moveClock },
    },
  })
  if (config.demo) await loadDemo(house, { clock, moveClock, say })
  await house.jobs.work()
  return { house, state: { engine: database.engine, draining: false, ready: () => answers(database) } }
}

async function answers(database: Database): Promise<boolean> {
  try {
    await database.jobs.executeSql('select 1', [])
    return true
  } catch {
    return false
  }
}

/** Every YAML file below the policy folder, by its path relative to it. */
export function readPolicyFiles(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const walk = (below: string) => {
    for (const name of readdirSync(join(folder, below)).sort()) {
      const path = below ? `${below}/${name}` : name
      if (statSync(join(folder, path)).isDirectory()) walk(path)
      else if (name.endsWith('.yaml')) files.set(path, readFileSync(join(folder, path), 'utf8'))
    }
  }
  walk('')
  return files
}
