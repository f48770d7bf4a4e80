/**
 * When the database is away, busy or too slow, people are told so, told when to try again, and nothing is half done
 * (SR-25). Asked of a house over a database that can be switched off; the refusals of a real server are in the table.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { problemMessages } from '@doudi/api-client'
import { family, testHouse } from '@doudi/testkit'
import { CompiledQuery } from 'kysely'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fixedClock } from '#platform/clock.ts'
import { softwareCrypto } from '#platform/crypto/provider.ts'
import { openPostgres } from '#platform/database/open.ts'
import { systemCaller } from '#platform/database/work.ts'
import { memoryStore } from '#platform/files/store.ts'
import { mount } from '#platform/http/mount.ts'
import { fromConstraint, problemResponse } from '#platform/http/problem-response.ts'
import { route } from '#platform/http/route.ts'
import { silentLog } from '#platform/log.ts'

describe('what the driver says when the database is not there', () => {
  test.each([
    ['the server was shut down', { code: '57P01' }, 'platform.database-unavailable'],
    ['the server is starting', { code: '57P03' }, 'platform.database-unavailable'],
    ['too many connections', { code: '53300' }, 'platform.database-unavailable'],
    ['the connection broke', { code: '08006' }, 'platform.database-unavailable'],
    ['nobody listens', { code: 'ECONNREFUSED' }, 'platform.database-unavailable'],
    ['the connection was reset', { code: 'ECONNRESET' }, 'platform.database-unavailable'],
    ['the network is gone', { code: 'ETIMEDOUT' }, 'platform.database-unavailable'],
    ['the pool waits in vain', { message: 'timeout exceeded when trying to connect' }, 'platform.database-unavailable'],
    ['cut in the middle', { message: 'Connection terminated unexpectedly' }, 'platform.database-unavailable'],
    ['somebody holds the row', { code: '55P03' }, 'platform.busy'],
    ['it took too long', { code: '57014' }, 'platform.too-slow'],
  ])('%s: try again soon', async (_, error, code) => {
    const problem = fromConstraint(error, {})
    expect(problem?.code).toBe(code)
    const answer = problemResponse(problem as NonNullable<typeof problem>, 'r')
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    expect(problemMessages['zh-CN'][code]).toBeTruthy()
    expect(problemMessages.en[code]).toBeTruthy()
  })

  test('any other failure stays a bug, and says nothing', () => {
    expect(fromConstraint(new Error('relation "x" does not exist'), {})).toBeUndefined()
  })
})

test('nobody listening at the address: 503 with a hint, for reading and for acting', async () => {
  const database = await openPostgres('postgres://nobody:nothing@127.0.0.1:1/none', 1)
  const crypto = softwareCrypto(randomBytes(32))
  const about = { tag: 't', summary: 's', permission: 'public', reply: z.object({}), handle: async () => ({}) } as const
  const app = mount(
    [
      route({ ...about, method: 'get', path: '/read', access: 'read' }),
      route({ ...about, method: 'post', path: '/act', access: 'act' }),
    ],
    {
      ...{ kysely: database.kysely, clock: fixedClock('2026-03-02T01:00:00.000Z'), crypto, files: memoryStore(crypto) },
      ...{
        enqueue: async () => {},
        authenticate: async () => systemCaller,
        constraints: {},
        noteRefusal: async () => {},
        log: silentLog,
        demo: true,
      },
    },
  )
  const headers = { 'idempotency-key': randomUUID() }
  for (const request of [
    new Request('http://localhost/read'),
    new Request('http://localhost/act', { method: 'POST', headers }),
  ]) {
    const answer = await app.fetch(request)
    expect([answer.status, answer.headers.get('retry-after'), (await answer.json()).code]).toEqual([
      ...[503, '5', 'platform.database-unavailable'],
    ])
  }
  await database.close()
})

test.runIf(process.env.DOUDI_TEST_DATABASE_URL)(
  'a server that throws everybody out in the middle: 503, nothing half done, and the same key works afterwards',
  async () => {
    const house = await testHouse()
    const county = await house.county()
    const desk = county.as('town-assistant')
    await desk.accountId()
    const application = family({ village: county.towns[0]?.villages[0]?.code ?? '' })
    const key = randomUUID()
    const body = { application, channel: 'window' }
    const [answer] = await Promise.all([
      desk.post('/applications', body, { key }),
      house.database.kysely.executeQuery(
        CompiledQuery.raw(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        ),
      ),
    ])
    expect([201, 503]).toContain(answer.status)
    if (answer.status === 503) expect(answer.headers.get('retry-after')).toBe('5')
    // The pool may hold more connections that are gone and do not know it yet; each is found out by one try.
    let again = await desk.post('/applications', body, { key })
    for (let tries = 0; again.status === 503 && tries < 25; tries++)
      again = await desk.post('/applications', body, { key })
    expect(again.status).toBe(201)
    expect((await desk.ok.get('/cases')).items.map(({ id }: { id: string }) => id)).toEqual([again.body.caseId])
  },
)
