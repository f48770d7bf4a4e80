/** From settings to a running house: database, keys, clock, adapters, demo area. Used by the server and the command line. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Clock, offsetClock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import { masterKey } from '#platform/crypto/master-key.ts'
import { softwareCrypto } from '#platform/crypto/provider.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { type Database, openEmbedded, openPostgres } from '#platform/database/open.ts'
import { httpDepartments, noDepartments } from '#platform/departments.ts'
import { folderStore } from '#platform/files/store.ts'
import type { Log } from '#platform/log.ts'
import { readPolicyFolder } from './cli/read-policy-folder.ts'
import { compose, type House } from './compose.ts'
import { readDemoOffset, writeDemoOffset } from './demo/clock-offset.ts'
import { loadDemo } from './demo/load-demo.ts'
import { Traffic } from './pages/traffic.ts'

export interface HouseState {
  readonly engine: Database['engine']
  readonly traffic: Traffic
  ready(): Promise<boolean>
}

export async function openHouse(
  config: Config,
  log: Log,
  say: (text: string) => void,
  stopping: AbortSignal = new AbortController().signal,
): Promise<{ house: House; state: HouseState }> {
  say(config.databaseUrl ? '③ 连接数据库 · Connecting to PostgreSQL…' : '③ 打开数据库 · Opening the embedded database…')
  const database = config.databaseUrl
    ? await openPostgres(config.databaseUrl)
    : await openEmbedded(config.dataFolder, config.port)
  try {
    return await furnish(database, config, { log, say, stopping })
  } catch (error) {
    await database.close()
    throw error
  }
}

interface Around {
  readonly log: Log
  readonly say: (text: string) => void
  readonly stopping: AbortSignal
}

async function furnish(database: Database, config: Config, { log, say, stopping }: Around) {
  const applied = await migrate(database, readMigrations(dirname(fileURLToPath(import.meta.url))))
  if (applied.length > 0) say(`   ${applied.length} migrations applied`)

  let offsetMs = config.demo ? await readDemoOffset(database) : 0
  const clock = offsetClock(() => offsetMs)
  const moveClock = async (instant: string) => {
    offsetMs = Date.parse(instant) - Date.now()
    await writeDemoOffset(database, offsetMs)
  }
  // Whoever moves the clock over a midnight wants to see what the morning brings.
  const moveToNewDay = async (instant: string) => {
    await moveClock(instant)
    await house.turnDay()
  }
  const crypto = softwareCrypto(masterKey(config.dataFolder, process.env))
  const files = readPolicyFolder(config.policyFolder)
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
      demo: { on: config.demo, moveClock: moveToNewDay },
    },
  })
  try {
    if (config.demo) await loadDemo(house, { clock, moveClock, say, stories: config.demoStories, stopping })
  } catch (error) {
    await house.jobs.stop()
    throw error
  }
  await house.jobs.work()
  turnDays(house, clock, log)
  return { house, state: { engine: database.engine, traffic: new Traffic(), ready: () => answers(database) } }
}

async function answers(database: Database): Promise<boolean> {
  try {
    await database.jobs.executeSql('select 1', [])
    return true
  } catch {
    return false
  }
}

/** Looks at the calendar now and then; a day is turned once by whichever process sees it first, and twice does no harm. */
function turnDays(house: House, clock: Clock, log: Log): void {
  let seen = ''
  const look = () => {
    if (clock.today() === seen) return
    seen = clock.today()
    house.turnDay().catch(error => log.error({ err: error }, 'turning the day'))
  }
  look()
  setInterval(look, 20_000).unref()
}
