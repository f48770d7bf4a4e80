/** The measurement from end to end: a loaded database, the server beside it, people at work, one whole chain. */
import { availableParallelism, loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from '@doudi/server/in-process-client.ts'
import { systemClock } from '@doudi/server/platform/clock.ts'
import { type Line, rounded } from '../line.ts'
import { chainLogins, chainStory, httpDesks, walkTheChain } from './chain.ts'
import { type BenchServer, openBenchServer } from './database.ts'
import { type LoadSize, loadArea } from './load.ts'
import { Measured } from './measured.ts'
import { readRegister } from './register.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { openSessions } from './sessions.ts'
import { roster, User } from './users.ts'

export interface BenchOptions {
  readonly households: number
  readonly users: number
  readonly seconds: number
  /** Keeps the loaded database under this name and starts from it the next time. */
  readonly keep: string | undefined
  readonly databaseUrl: string | undefined
}

/** Nobody counts the first seconds: code is compiled and pages are read from disk. */
const WARM_UP_SECONDS = 3
const SCRATCH = 'doudi_bench_run'
const ENOUGH_TO_ACT_ON = 340

export async function benchHttp(options: BenchOptions, say: (text: string) => void): Promise<Line[]> {
  const database = await openBenchServer(options.databaseUrl)
  say(`PostgreSQL ${database.version}${options.databaseUrl ? '' : ' from npm, fsync off'}`)
  try {
    const url = await loaded(database, options, say)
    const lines = await measure(url, options, say)
    const setting = {
      ...{ postgres: database.version, node: process.version, processors: availableParallelism() },
      ...{ households: options.households, seconds: options.seconds, load1: rounded(loadavg()[0] ?? 0) },
    }
    return [
      ...lines,
      { name: 'http.users', value: options.users, unit: 'users', spread: setting, goal: null, ok: true },
    ]
  } finally {
    await database.drop(SCRATCH)
    await database.stop()
  }
}

/** A fresh copy each time, because a measurement uses up what it acts on. */
async function loaded(
  database: BenchServer,
  { households, keep }: BenchOptions,
  say: (text: string) => void,
): Promise<string> {
  const size: LoadSize = { households, waiting: ENOUGH_TO_ACT_ON, ripe: ENOUGH_TO_ACT_ON }
  if (!keep) {
    const url = await database.create(SCRATCH)
    await loadArea(url, size, say)
    return url
  }
  const name = `doudi_bench_${keep}`
  if (!(await database.exists(name))) {
    // Loaded under another name, so that a loading cut off in the middle is not taken for a whole one.
    await loadArea(await database.create(`${name}_part`), size, say)
    await database.rename(`${name}_part`, name)
  }
  say(`   a copy of ${name}…`)
  return database.create(SCRATCH, name)
}

async function measure(url: string, options: BenchOptions, say: (text: string) => void): Promise<Line[]> {
  const logins = roster.slice(0, options.users)
  if (logins.length < options.users) throw new Error(`there are posts for ${roster.length} users`)
  const today = systemClock.today()
  const story = chainStory(today)
  const sessions = await openSessions(url, [...new Set([...logins, ...chainLogins(story)])])
  const register = await readRegister(url)
  const server = await startServer(url)
  try {
    let measured = new Measured()
    let working = true
    const users = logins.map((login, nth) => {
      const client = new Client(request => fetch(request), sessions.get(login)?.cookie, server.origin)
      return new User(login, nth, client, register, () => measured).workUntil(() => !working)
    })
    say(`   ${logins.length} users, ${WARM_UP_SECONDS} s to warm up, ${options.seconds} s measured…`)
    await pause(WARM_UP_SECONDS * 1000)
    measured = new Measured()
    const before = server.processorSeconds()
    const memory = await watched(server, options.seconds)
    const { requests } = measured
    const processor = server.processorSeconds() - before
    working = false
    await Promise.all(users)
    for (const error of new Set(measured.errors)) say(`   ${error}`)
    say('   one whole chain…')
    const legs = await walkTheChain(story, httpDesks(server.origin, sessions), today)
    return [
      ...measured.lines(),
      line('http.requests', rounded(requests / options.seconds), '1/s'),
      { ...line('http.errors', measured.errors.length, 'requests'), goal: '= 0', ok: measured.errors.length === 0 },
      line('http.server-processor', rounded((processor / requests) * 1000), 'ms a request'),
      line('http.server-memory', Math.round(memory), 'MB'),
      { ...line('http.chain', rounded(Object.values(legs).reduce((sum, leg) => sum + leg, 0)), 's'), spread: legs },
    ]
  } finally {
    await server.stop()
  }
}

const line = (name: string, value: number, unit: string): Line => ({
  ...{ name, value, unit },
  ...{ spread: null, goal: null, ok: true },
})

/** The most memory the server held while people worked. */
async function watched(server: ServerProcess, seconds: number): Promise<number> {
  let most = 0
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(500))
    most = Math.max(most, server.memory())
  return most
}
