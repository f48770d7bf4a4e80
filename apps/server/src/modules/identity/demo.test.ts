import { Problem } from '@doudi/kernel'
import { testHouse } from '@doudi/testkit'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { systemCaller } from '#platform/database/work.ts'
import { createAuthenticate } from './authenticate.ts'
import { browserAt, freshAddress, hire, PASSWORD, signIn } from './colleague.fixture.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let county: Awaited<ReturnType<typeof house.county>>
beforeAll(async () => {
  house = await testHouse()
  county = await house.county()
})
beforeEach(() => testHouse())

test('the demo lists its accounts with password and current code, and they open the door', async () => {
  const who = await hire(house, county, { login: `shown-${county.code}` })
  const listed = (await house.public.ok.get('/demo/accounts')).find(
    (account: { login: string }) => account.login === who.login,
  )
  expect(listed).toMatchObject({ role: 'auditor', roleName: '审计员', password: PASSWORD })
  const client = browserAt(house, freshAddress())
  const { ticket } = await client.ok.post('/session', { login: listed.login, password: listed.password })
  await client.ok.post('/session/second-factor', { ticket, code: listed.code })
  await client.ok.post('/me/password', { current: PASSWORD, next: 'Another-Lantern-58' })
  const after = (await house.public.ok.get('/demo/accounts')).find(
    (account: { login: string }) => account.login === who.login,
  )
  expect(after.password).toBe('Another-Lantern-58')
})

test('the demo clock moves forward only, for everybody, and shows by how much', async () => {
  const system = county.as('system-admin')
  expect(await house.public.ok.get('/demo/clock')).toMatchObject({ today: '2026-03-02', offsetDays: 0 })
  expect(await system.ok.post('/demo/clock', { date: '2026-03-10' })).toMatchObject({
    today: '2026-03-10',
    offsetDays: 8,
  })
  expect(await house.public.ok.get('/demo/clock')).toMatchObject({ now: '2026-03-10T01:00:00.000Z', offsetDays: 8 })
  expect((await system.post('/demo/clock', { date: '2026-03-09' })).body.code).toBe('identity.clock-backwards')
  expect((await county.as('auditor').post('/demo/clock', { date: '2026-04-01' })).body.code).toBe('access.forbidden')
})

test('SR-12 outside the demo its addresses are not there and its accounts open nothing', async () => {
  const who = await hire(house, county)
  const client = await signIn(house, who)
  const token = client.cookie?.split('=')[1] ?? ''
  const { crypto, files } = await house.inWork(systemCaller, async work => work)
  const deps = { kysely: house.database.kysely, clock: house.clock, crypto, files, enqueue: async () => {} }
  const strict = createAuthenticate(deps, false)
  const outcome = (need: { permission: string; stepUp: boolean; method: 'get' }) =>
    strict(token, need).then(
      () => 'ok',
      error => (error instanceof Problem ? error.code : String(error)),
    )
  expect(await outcome({ permission: 'demo', stepUp: false, method: 'get' })).toBe('http.not-found')
  expect(await outcome({ permission: 'signed-in', stepUp: false, method: 'get' })).toBe('access.sign-in')
  const open = createAuthenticate(deps, true)
  expect((await open(token, { permission: 'signed-in', stepUp: false, method: 'get' })).accountId).toBe(who.accountId)
})
