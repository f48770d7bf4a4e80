/** The demo area loads for a while on a laptop that is closed, interrupted and switched off; on either database. */
import { setImmediate } from 'node:timers/promises'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { casesIn, demoFolders, doudi, lockOf, STORIES, spawnServer, startServer } from './demo-server.ts'
import { realPostgres, type Server } from './postgres.ts'

const folders = demoFolders()
afterAll(() => folders.remove())

const LIMIT = { timeout: 300_000 }

test(
  'interrupted and killed while the demo loads, the next start finishes it with the same families',
  LIMIT,
  async () => {
    const folder = await folders.empty()
    const env = { DOUDI_DATA: folder }
    const interrupted = spawnServer(env)
    await interrupted.says(/^ +0 %$/m)
    interrupted.kill('SIGINT')
    expect(await interrupted.ended).toEqual({ code: 0, signal: null })
    expect(lockOf(folder)).toBe(false)

    for (const place of [/载入示例地区/, /^ +20 %$/m, /^ +80 %$/m]) {
      const killed = spawnServer(env)
      await killed.says(place, 120_000)
      killed.kill('SIGKILL')
      expect((await killed.ended).signal).toBe('SIGKILL')
    }
    const server = await startServer(env)
    expect(await casesIn(server)).toBe(STORIES)
    server.child.kill('SIGTERM')
    expect((await server.child.ended).code).toBe(0)
    expect((await doudi(['audit', 'verify'], env)).code).toBe(0)
  },
)

test(
  'on PostgreSQL it loads, is killed, comes back, is verified while it runs, and leaves when asked',
  LIMIT,
  async () => {
    const postgres = await realPostgres()
    onTestFinished(() => postgres.stop())
    const env = { DOUDI_DATA: await folders.empty(), DATABASE_URL: await postgres.database('demo') }
    for (const families of [2, 5, 9]) {
      const killed = spawnServer(env)
      await killed.says(/载入示例地区/)
      await until(async () => (await casesInTable(postgres, env.DATABASE_URL)) >= families)
      killed.kill('SIGKILL')
      expect((await killed.ended).signal).toBe('SIGKILL')
    }

    const server = await startServer(env)
    expect(server.child.said()).toContain('(postgresql)')
    expect((await fetch(`${server.base}/readyz`)).status).toBe(200)
    expect(await casesIn(server)).toBe(STORIES)
    expect((await doudi(['audit', 'verify'], env)).code).toBe(0)
    server.child.kill('SIGTERM')
    expect(await server.child.ended).toEqual({ code: 0, signal: null })
  },
)

async function casesInTable(postgres: Server, url: string): Promise<number> {
  const [row] = await postgres.rows<{ count: number }>(url, 'select count(*)::int as count from casework.case_file')
  return row?.count ?? 0
}

/** Asks again and again, for at most two minutes. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 120_000
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error('two minutes passed and it did not come true')
    await setImmediate()
  }
}
