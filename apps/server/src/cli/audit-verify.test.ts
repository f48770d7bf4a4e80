import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { record, writeCheckpoint } from '#modules/journal/index.ts'
import { systemClock } from '#platform/clock.ts'
import { softwareCrypto } from '#platform/crypto/provider.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { type Database, openEmbedded } from '#platform/database/open.ts'
import { inWork, systemCaller, type Work } from '#platform/database/work.ts'
import { memoryStore } from '#platform/files/store.ts'
import { auditVerifyCommand } from './audit-verify.ts'

const source = join(dirname(fileURLToPath(import.meta.url)), '..')
const key = randomBytes(32)
const crypto = softwareCrypto(key)
let folder: string

const verify = (...argv: string[]) =>
  auditVerifyCommand.run(argv, {
    stdin: async () => '',
    cwd: folder,
    env: { DOUDI_DATA: folder, DOUDI_MASTER_KEY: key.toString('hex') },
  })

async function withDatabase<T>(
  use: (database: Database, act: (step: (work: Work) => Promise<unknown>) => Promise<unknown>) => Promise<T>,
) {
  const database = await openEmbedded(folder, 8123)
  const deps = {
    kysely: database.kysely,
    clock: systemClock,
    crypto,
    files: memoryStore(crypto),
    enqueue: async () => {},
  }
  try {
    return await use(database, step => inWork(deps, systemCaller, 'test', step))
  } finally {
    await database.close()
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doudi-audit-'))
  await withDatabase(async (database, act) => {
    await migrate(database, readMigrations(source))
    for (const county of ['970101', '970102']) {
      await act(async work => {
        for (let n = 0; n < 3; n++) record(work, { act: 'facts.recorded', division: `${county}901201`, body: { n } })
      })
    }
    const kept = await act(work => writeCheckpoint(work, '970102'))
    const shown = JSON.stringify({ items: [kept], next: null }, (_, value) =>
      typeof value === 'bigint' ? Number(value) : value,
    )
    await writeFile(join(folder, 'kept.json'), shown)
  })
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('doudi audit verify', () => {
  test('a whole line: exit code 0', async () => {
    const { exitCode, stdout } = await verify('--json')
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      ok: true,
      counties: [
        { county: '970101', ok: true, entries: 3 },
        { county: '970102', ok: true, entries: 3 },
      ],
    })
  })

  test('while the server runs it says where to verify instead: exit code 2', async () => {
    await withDatabase(async () => {
      const { exitCode, stderr } = await verify()
      expect(exitCode).toBe(2)
      expect(stderr).toContain('POST http://localhost:8123/api/v1/journal/verify')
    })
  })

  test('where there is no database or no key it makes none', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'doudi-audit-none-'))
    const run = (env: Record<string, string>) =>
      auditVerifyCommand.run([], { stdin: async () => '', cwd: empty, env: { DOUDI_DATA: empty, ...env } })
    await expect(run({})).rejects.toThrow(/no master key/)
    await expect(run({ DOUDI_MASTER_KEY: key.toString('hex') })).rejects.toThrow(/no database/)
    await rm(empty, { recursive: true })
  })

  test('a copy that holds no checkpoints is refused', async () => {
    await writeFile(join(folder, 'bad.json'), '{"items":[{"county":1}]}')
    await expect(verify('--checkpoints', 'bad.json')).rejects.toThrow(/does not hold checkpoints/)
    await expect(verify('--colour')).rejects.toThrow()
  })

  test('a line rewritten with its own checkpoints: only the copy kept elsewhere knows', async () => {
    await withDatabase(database =>
      database.exec(`
        delete from journal.entry where county = '970102' and seq = 3;
        update journal.chain c set seq = 2, hash = e.hash from journal.entry e where c.county = '970102' and e.county = c.county and e.seq = 2;
        delete from journal.checkpoint where county = '970102';`),
    )
    expect((await verify()).exitCode).toBe(0)
    const { exitCode, stdout } = await verify('--checkpoints', 'kept.json')
    expect(exitCode).toBe(1)
    expect(stdout).toContain('970102  #3  末尾被截掉')
  })

  test('a broken line: exit code 1 and the first bad place', async () => {
    await withDatabase(database =>
      database.exec(`update journal.entry set body = '{"n":9}' where county = '970101' and seq = 2`),
    )
    const { exitCode, stdout } = await verify('--json')
    expect(exitCode).toBe(1)
    expect(JSON.parse(stdout).counties[0]).toEqual({
      county: '970101',
      ok: false,
      entries: 1,
      brokenAt: { seq: 2, why: 'content' },
    })
    expect((await verify()).stdout).toContain('970101  #2  内容被改动')
  })
})
