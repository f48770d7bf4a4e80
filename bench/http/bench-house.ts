/** The house in this process, for loading and for opening sessions; its clock goes where the loading sends it. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { compose, type House } from '@doudi/server'
import { readPolicyFolder } from '@doudi/server/cli/read-policy-folder.ts'
import { type Clock, offsetClock } from '@doudi/server/platform/clock.ts'
import { softwareCrypto } from '@doudi/server/platform/crypto/provider.ts'
import { migrate, readMigrations } from '@doudi/server/platform/database/migrate.ts'
import { type Database, openPostgres } from '@doudi/server/platform/database/open.ts'
import { memoryStore } from '@doudi/server/platform/files/store.ts'
import { silentLog } from '@doudi/server/platform/log.ts'

export const root = join(import.meta.dirname, '../..')

/** Always the same, so that a kept database opens again. It guards invented families only. */
export const benchKey = createHash('sha256').update('doudi bench').digest()

export interface BenchHouse {
  readonly house: House
  readonly database: Database
  readonly clock: Clock
  readonly crypto: ReturnType<typeof softwareCrypto>
  moveTo(instant: string): void
}

export async function openBenchHouse(url: string): Promise<BenchHouse> {
  const database = await openPostgres(url)
  await migrate(database, readMigrations(join(root, 'apps/server/src')))
  let offset = 0
  const clock = offsetClock(() => offset)
  const crypto = softwareCrypto(benchKey)
  const policies = readPolicyFolder(join(root, 'policies'))
  const house = await compose({
    ...{ database, clock, crypto, files: memoryStore(crypto), log: silentLog, demo: true },
    ports: {
      // Departments that know nobody: every answer is one, and none of them is late.
      departments: { query: async () => ({ status: 'nothing-found', rows: [], queriedAt: clock.wall() }) },
      policyFiles: () => policies,
      demo: { on: true, moveClock: async () => {} },
    },
  })
  return {
    ...{ house, database, clock, crypto },
    moveTo: instant => {
      offset = Date.parse(instant) - Date.now()
    },
  }
}
