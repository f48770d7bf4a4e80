import { type Client, testHouse } from '@doudi/testkit'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { browserAt, freshAddress, hire, PASSWORD, pass, signIn } from './colleague.fixture.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let county: Awaited<ReturnType<typeof house.county>>
beforeAll(async () => {
  house = await testHouse()
  county = await house.county()
})
beforeEach(() => testHouse())

const statusOf = async (client: Client) => (await client.get('/me')).status

test('SR-07 a session ends after a quarter of an hour without a request', async () => {
  const client = await signIn(house, await hire(house, county))
  for (let i = 0; i < 3; i++) {
    pass(house, 14 * 60 + 59)
    expect(await statusOf(client)).toBe(200)
  }
  pass(house, 15 * 60)
  expect(await statusOf(client)).toBe(401)
})

test('SR-07 a session ends after twelve hours whatever happens', async () => {
  const client = await signIn(house, await hire(house, county))
  for (let quarter = 1; quarter * 14 < 12 * 60; quarter++) {
    pass(house, 14 * 60)
    expect(await statusOf(client)).toBe(200)
  }
  pass(house, 14 * 60)
  expect(await statusOf(client)).toBe(401)
})

test('business time moving on does not end a session', async () => {
  const client = await signIn(house, await hire(house, county))
  house.clock.moveTo('2026-06-01T01:00:00.000Z')
  expect(await statusOf(client)).toBe(200)
})

test('SR-08 signing out ends the session at once, also in another tab', async () => {
  const client = await signIn(house, await hire(house, county))
  const otherTab = house.client(client.cookie)
  expect((await client.delete('/session')).status).toBe(204)
  expect(await statusOf(otherTab)).toBe(401)
})

test('SR-01 an account has two sessions at once; a third ends the first', async () => {
  const who = await hire(house, county)
  const clients: Client[] = []
  for (let i = 0; i < 3; i++) {
    clients.push(await signIn(house, who))
    pass(house, 30)
  }
  const [first, second, third] = clients as [Client, Client, Client]
  expect([await statusOf(first), await statusOf(second), await statusOf(third)]).toEqual([401, 200, 200])
})

test('SR-08 a new password ends every session and starts one anew', async () => {
  const who = await hire(house, county)
  const elsewhere = await signIn(house, who)
  pass(house, 30)
  const client = await signIn(house, who)
  const before = client.cookie
  await client.ok.post('/me/password', { current: PASSWORD, next: 'Another-Lantern-58' })
  expect([await statusOf(elsewhere), await statusOf(house.client(before)), await statusOf(client)]).toEqual([
    401, 401, 200,
  ])
})

test('SR-02 a new password keeps the rules and is none of the last five', { timeout: 120_000 }, async () => {
  const who = await hire(house, county)
  const client = await signIn(house, who)
  const change = (current: string, next: string) => client.post('/me/password', { current, next })
  const weak = await change(PASSWORD, 'short')
  expect([weak.body.code, weak.body.details.rules]).toEqual([
    'identity.password-weak',
    ['too-short', 'too-plain', 'too-repetitive'],
  ])
  expect((await change(PASSWORD, PASSWORD)).body.code).toBe('identity.password-used-before')
  let current = PASSWORD
  for (let i = 0; i < 4; i++) {
    pass(house, 1)
    expect((await change(current, `Lantern-Harvest-${60 + i}`)).status).toBe(200)
    current = `Lantern-Harvest-${60 + i}`
  }
  expect((await change(current, PASSWORD)).body.code).toBe('identity.password-used-before')
  pass(house, 1)
  expect((await change(current, 'Lantern-Harvest-70')).status).toBe(200)
  expect((await change('Lantern-Harvest-70', PASSWORD)).status).toBe(200)
})

test('a wrong current password is refused and counted', async () => {
  const who = await hire(house, county)
  const client = await signIn(house, who)
  const wrong = () => client.post('/me/password', { current: 'Wrong-Lantern-58', next: 'Another-Lantern-58' })
  for (let i = 0; i < 5; i++) expect((await wrong()).body.code).toBe('identity.sign-in-failed')
  expect((await wrong()).body.code).toBe('identity.slow-down')
})

test('after ninety days a password opens only its own change', async () => {
  const who = await hire(house, county)
  pass(house, 91 * 86_400)
  const client = await signIn(house, who)
  expect((await client.get(`/delegations?county=${county.code}`)).body.code).toBe('identity.password-over')
  await client.ok.post('/me/password', { current: PASSWORD, next: 'Another-Lantern-58' })
  expect((await client.get(`/delegations?county=${county.code}`)).status).toBe(200)
})

test('SR-11 a weighty act needs a second factor of the last five minutes; showing it renews the token', async () => {
  const admin = await hire(house, county, { roles: [{ role: 'security-admin', division: county.code }] })
  const target = await hire(house, county)
  const client = await signIn(house, admin)
  const disable = () => client.post(`/accounts/${target.accountId}/disable`)
  pass(house, 301)
  expect((await disable()).body.code).toBe('access.step-up')
  const before = client.cookie
  expect((await client.post('/session/step-up', { code: admin.code() })).body).toEqual({ freshForSeconds: 300 })
  expect(client.cookie).not.toBe(before)
  expect(await statusOf(house.client(before))).toBe(401)
  expect((await disable()).status).toBe(200)
})

test('SR-11 a wrong or used code does not count as fresh', async () => {
  const who = await hire(house, county)
  const client = await signIn(house, who)
  expect((await client.post('/session/step-up', { code: who.code() })).body.code).toBe('identity.second-factor-wrong')
})

test('a session that never was opens nothing', async () => {
  expect(await statusOf(house.client('__Host-doudi=made-up'))).toBe(401)
  expect(await statusOf(browserAt(house, freshAddress()))).toBe(401)
})
