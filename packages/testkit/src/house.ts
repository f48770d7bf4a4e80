/**
 * A house for tests: the composed server over a database of its own, one for each test worker, with a clock
 * that stands at Monday 2026-03-02 09:00 in China and jobs that run when the test says so. Tests do not share
 * rows: each takes a county of its own.
 */
import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createDepartments } from '@doudi/departments'
import { compose, type House, type Parts } from '@doudi/server'
import { readPolicyFolder } from '@doudi/server/cli/read-policy-folder.ts'
import { Client } from '@doudi/server/in-process-client.ts'
import { fixedClock } from '@doudi/server/platform/clock.ts'
import { softwareCrypto } from '@doudi/server/platform/crypto/provider.ts'
import { migrate, readMigrations } from '@doudi/server/platform/database/migrate.ts'
import { type Database, openInMemory, openPostgres } from '@doudi/server/platform/database/open.ts'
import { departmentsOver } from '@doudi/server/platform/departments.ts'
import { memoryStore } from '@doudi/server/platform/files/store.ts'
import { silentLog } from '@doudi/server/platform/log.ts'
import { type County, createCounty } from './county.ts'
import { freshPostgresUrl } from './postgres.ts'

export const START = '2026-03-02T01:00:00.000Z'
const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')

export interface TestHouse extends House {
  readonly database: Database
  readonly clock: ReturnType<typeof fixedClock>
  readonly departments: ReturnType<typeof createDepartments>
  readonly public: Client
  county(options?: { pack?: 'demo-jinan' | 'demo-changzhou' | 'demo-boshan' }): Promise<County>
  client(cookie?: string): Client
}

let started: Promise<TestHouse> | undefined

/** The worker's house; the first call builds it. The clock is put back to `START`. */
export async function testHouse(): Promise<TestHouse> {
  started ??= build()
  const house = await started
  house.clock.moveTo(START)
  house.clock.moveWall(START)
  return house
}

async function build(): Promise<TestHouse> {
  const url = await freshPostgresUrl()
  const database = url ? await openPostgres(url, 20) : await openInMemory()
  const crypto = softwareCrypto(randomBytes(32))
  return houseOver({ database, crypto, files: memoryStore(crypto) })
}

/** A house over a given database and keys, for tests whose server is another process. Counties are numbered from 1. */
export async function houseOver(parts: Pick<Parts, 'database' | 'crypto' | 'files'>): Promise<TestHouse> {
  const { database } = parts
  await migrate(database, readMigrations(join(root, 'apps/server/src')))
  const clock = fixedClock(START)
  const departments = createDepartments({ seed: 7 })
  const files = readPolicyFolder(join(root, 'policies'))
  const house = await compose({
    ...parts,
    clock,
    log: process.env.DOUDI_TEST_LOG ? consoleLog : silentLog,
    demo: true,
    ports: {
      departments: departmentsOver(async request => departments.fetch(request)),
      policyFiles: () => files,
      demo: { on: true, moveClock: async instant => clock.moveTo(instant) },
    },
  })
  const fetch = async (request: Request) => house.app.fetch(request)
  const counties = { count: 0 }
  const testHouse: TestHouse = {
    ...house,
    database,
    clock,
    departments,
    public: new Client(fetch),
    client: cookie => new Client(fetch, cookie),
    county: async ({ pack = 'demo-jinan' } = {}) => createCounty(testHouse, ++counties.count, pack),
  }
  return testHouse
}

const consoleLog = {
  info: console.info,
  warn: console.warn,
  error: console.error,
  debug: console.debug,
} as unknown as typeof silentLog
