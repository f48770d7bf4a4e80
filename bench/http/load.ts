/** Fills an empty database: places and posts, real cases, then the many. */
import { sql } from 'kysely'
import pg from 'pg'
import { placeArea } from './area.ts'
import { type BenchHouse, openBenchHouse } from './bench-house.ts'
import { fillRegister } from './bulk.ts'
import { type HowMany, makeRealCases } from './real-cases.ts'

export interface LoadSize extends HowMany {
  readonly households: number
}

export async function loadArea(url: string, size: LoadSize, say: (text: string) => void): Promise<void> {
  const bench = await openBenchHouse(url)
  try {
    say('   migrated; places and posts…')
    const accounts = await placeArea(bench.house)
    await makeRealCases(bench, accounts, size, say)
    await keepDemoOut(bench)
  } finally {
    await bench.house.close()
  }
  say(`   ${size.households} households…`)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await fillRegister(client, size.households, bench.crypto)
  } finally {
    await client.end()
  }
}

/** The server runs in demo mode, because only there the clock of the whole chain can be moved; its own area stays out. */
async function keepDemoOut({ database, clock }: BenchHouse): Promise<void> {
  const progress = JSON.stringify({ today: clock.today(), accounts: null, done: true })
  await sql`insert into platform.setting (key, value) values ('demo.loading', ${progress}::jsonb)`.execute(
    database.kysely,
  )
}
