/** The demo area loads for a while on a laptop that is closed, interrupted and switched off; on either database. */
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { casesIn, demoFolders, doudi, lockOf, STORIES, spawnServer, startServer } from './demo-server.ts'
import { realPostgres } from './postgres.ts'

const folders = demoFolders()
afterAll(() => folders.remove())

const LIMIT = { timeout: 180_000 }

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
      await killed.says(place, 60_000)
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
    const killed = spawnServer(env)
    await killed.says(/^ +40 %$/m, 60_000)
    killed.kill('SIGKILL')
    await killed.ended

    const server = await startServer(env)
    expect(server.child.said()).toContain('(postgresql)')
    expect((await fetch(`${server.base}/readyz`)).status).toBe(200)
    expect(await casesIn(server)).toBe(STORIES)
    expect((await doudi(['audit', 'verify'], env)).code).toBe(0)
    server.child.kill('SIGTERM')
    expect(await server.child.ended).toEqual({ code: 0, signal: null })
  },
)
