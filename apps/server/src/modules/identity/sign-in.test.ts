import { testHouse } from '@doudi/testkit'
import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { systemCaller } from '#platform/database/work.ts'
import { updateAccount } from './accounts.sql.ts'
import { browserAt, freshAddress, freshPhone, hire, lastTextTo, PASSWORD, pass, signIn } from './colleague.fixture.ts'
import { makeVerifier } from './password-verifier.ts'
import { insertWrongTry } from './sessions.sql.ts'
import { tryKeys } from './wrong-tries.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let county: Awaited<ReturnType<typeof house.county>>
beforeAll(async () => {
  house = await testHouse()
  county = await house.county()
})
beforeEach(() => testHouse())

test('a colleague signs in with password and code and is told who they are', async () => {
  const who = await hire(house, county, { name: '欧阳敏' })
  const client = browserAt(house, freshAddress())
  const { ticket } = await client.ok.post('/session', { login: ` ${who.login.toUpperCase()} `, password: PASSWORD })
  const me = await client.ok.post('/session/second-factor', { ticket, code: who.code() })
  expect(me).toMatchObject({
    accountId: who.accountId,
    kind: 'staff',
    name: '欧阳敏',
    roles: [{ role: 'auditor', roleName: '审计员', division: county.code }],
    lastSignInAt: null,
    households: [],
    demo: true,
  })
  expect(me.permissions).toContain('journal.verify')
  expect(await client.ok.get('/me')).toEqual(me)
})

test('SR-04 the password alone opens nothing', async () => {
  const who = await hire(house, county)
  const client = browserAt(house, freshAddress())
  const answer = await client.post('/session', { login: who.login, password: PASSWORD })
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect((await client.get('/me')).body.code).toBe('access.sign-in')
})

test('SR-03 an unknown name, a wrong password and a disabled account get the same answer', async () => {
  const who = await hire(house, county)
  const gone = await hire(house, county)
  await house.inWork(systemCaller, work => updateAccount(work.db, gone.accountId, { status: 'disabled' }))
  const client = browserAt(house, freshAddress())
  const answers = [
    await client.post('/session', { login: 'nobody-here', password: PASSWORD }),
    await client.post('/session', { login: who.login, password: 'Wrong-Lantern-58' }),
    await client.post('/session', { login: gone.login, password: PASSWORD }),
  ]
  for (const { status, body } of answers) {
    expect(status).toBe(401)
    expect({ ...body, requestId: '' }).toEqual({ ...answers[0]?.body, requestId: '' })
  }
})

test('SR-03 known and unknown names cost the same time within noise', async () => {
  const names = [(await hire(house, county)).login, 'nobody-at-all']
  const medians: number[] = []
  for (const login of names) {
    const times: number[] = []
    for (let i = 0; i < 5; i++) {
      const before = performance.now()
      await browserAt(house, freshAddress()).post('/session', { login, password: 'Wrong-Lantern-58' })
      times.push(performance.now() - before)
    }
    medians.push(times.sort((a, b) => a - b)[2] ?? 0)
  }
  expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(3)
})

test('SR-03 after five wrong tries an account waits, even for the right password, and then gets in', async () => {
  const who = await hire(house, county)
  const wrong = () =>
    browserAt(house, freshAddress()).post('/session', { login: who.login, password: 'Wrong-Lantern-58' })
  for (let i = 0; i < 5; i++) expect((await wrong()).body.code).toBe('identity.sign-in-failed')
  const slowed = await browserAt(house, freshAddress()).post('/session', { login: who.login, password: PASSWORD })
  expect([slowed.status, slowed.body.code, slowed.headers.get('retry-after')]).toEqual([
    429,
    'identity.slow-down',
    '30',
  ])
  pass(house, 31)
  await signIn(house, who)
})

test('SR-03 an unknown name is slowed like a known one', async () => {
  const wrong = () =>
    browserAt(house, freshAddress()).post('/session', { login: 'never-heard-of', password: 'Wrong-Lantern-58' })
  for (let i = 0; i < 5; i++) await wrong()
  expect((await wrong()).body.code).toBe('identity.slow-down')
})

test('SR-03 thirty guesses at once are no better than one by one', async () => {
  const who = await hire(house, county)
  const answers = await Promise.all(
    Array.from({ length: 30 }, () =>
      browserAt(house, freshAddress()).post('/session', { login: who.login, password: 'Wrong-Lantern-58' }),
    ),
  )
  const codes = answers.map(({ body }) => body.code)
  expect(codes.filter(code => code === 'identity.sign-in-failed')).toHaveLength(5)
  expect(codes.filter(code => code === 'identity.slow-down')).toHaveLength(25)
})

test('SR-03 sixty honest people behind one address get in while somebody there guesses', async () => {
  const address = freshAddress()
  await house.inWork(systemCaller, async work => {
    for (let i = 0; i < 110; i++) await insertWrongTry(work.db, tryKeys(work, `sprayed-${i}`, address), work.wall)
  })
  const verifier = await makeVerifier(PASSWORD)
  for (let i = 0; i < 60; i++) {
    const who = await hire(house, county, { password: null })
    await house.inWork(systemCaller, work =>
      updateAccount(work.db, who.accountId, { password_verifier: verifier, password_changed_at: work.wall }),
    )
    const client = await signIn(house, who, browserAt(house, address))
    expect((await client.get('/me')).status).toBe(200)
  }
  const again = await browserAt(house, address).post('/session', { login: 'sprayed-3', password: 'Spring-Lantern-27' })
  expect(again.body.code).toBe('identity.slow-down')
})

test('a wrong code is counted like a wrong password', async () => {
  const who = await hire(house, county)
  const client = browserAt(house, freshAddress())
  const { ticket } = await client.ok.post('/session', { login: who.login, password: PASSWORD })
  const wrong = who.code() === '000000' ? '000001' : '000000'
  for (let i = 0; i < 5; i++)
    expect((await client.post('/session/second-factor', { ticket, code: wrong })).body.code).toBe(
      'identity.second-factor-wrong',
    )
  expect((await client.post('/session/second-factor', { ticket, code: who.code() })).body.code).toBe(
    'identity.slow-down',
  )
})

test('SR-05 a code of the second factor is used once', async () => {
  const who = await hire(house, county)
  await signIn(house, who)
  const client = browserAt(house, freshAddress())
  const { ticket } = await client.ok.post('/session', { login: who.login, password: PASSWORD })
  expect((await client.post('/session/second-factor', { ticket, code: who.code() })).body.code).toBe(
    'identity.second-factor-wrong',
  )
  pass(house, 30)
  expect((await client.post('/session/second-factor', { ticket, code: who.code() })).status).toBe(200)
})

test('a ticket is over after five minutes, when it was changed, and when the password was', async () => {
  const who = await hire(house, county)
  const client = browserAt(house, freshAddress())
  const signInOnce = () => client.ok.post('/session', { login: who.login, password: PASSWORD })
  const over = async (ticket: string) =>
    (await client.post('/session/second-factor', { ticket, code: who.code() })).body.code
  const { ticket } = await signInOnce()
  expect(await over(`${ticket.slice(0, -2)}AA`)).toBe('identity.ticket-over')
  pass(house, 301)
  expect(await over(ticket)).toBe('identity.ticket-over')
  const second = await signInOnce()
  await house.inWork(systemCaller, async work =>
    updateAccount(work.db, who.accountId, { password_verifier: await makeVerifier('Another-Lantern-58') }),
  )
  expect(await over(second.ticket)).toBe('identity.ticket-over')
})

test('SR-02 a weaker verifier is renewed at sign-in', async () => {
  const who = await hire(house, county)
  const weak = await makeVerifier(PASSWORD, { memory: 8192, passes: 1, parallelism: 1 })
  await house.inWork(systemCaller, work => updateAccount(work.db, who.accountId, { password_verifier: weak }))
  await signIn(house, who)
  const row = await house.database.kysely
    .selectFrom('identity.account')
    .select('password_verifier')
    .where('id', '=', who.accountId)
    .executeTakeFirstOrThrow()
  expect(row.password_verifier).toMatch(/m=19456,t=2/)
})

test('SR-06 the token is random, only its digest is stored, and the cookie is closed to scripts and other sites', async () => {
  const who = await hire(house, county)
  const client = browserAt(house, freshAddress())
  const { ticket } = await client.ok.post('/session', { login: who.login, password: PASSWORD })
  const answer = await client.post('/session/second-factor', { ticket, code: who.code() })
  const cookie = answer.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^__Host-doudi=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
  const stored = await house.database.kysely
    .selectFrom('identity.session')
    .selectAll()
    .where('account_id', '=', who.accountId)
    .execute()
  expect(JSON.stringify(stored)).not.toContain(cookie.slice(13, 56))
})

test('SR-06 a token brought along is renewed at sign-in and opens nothing afterwards', async () => {
  const who = await hire(house, county)
  const client = await signIn(house, who)
  const planted = client.cookie
  pass(house, 30)
  await signIn(house, who, client)
  expect(client.cookie).not.toBe(planted)
  expect((await house.client(planted).get('/me')).status).toBe(401)
  expect((await client.get('/me')).status).toBe(200)
})

test('SR-10 the owner is told of many wrong tries and of a new place, and sees the last sign-in', async () => {
  const phone = freshPhone()
  const who = await hire(house, county, { phone })
  await signIn(house, who, browserAt(house, '10.200.0.1'))
  expect(await lastTextTo(house, phone.slice(-4))).toBeUndefined()
  pass(house, 60)
  const client = await signIn(house, who, browserAt(house, '10.200.0.2'))
  expect(await lastTextTo(house, phone.slice(-4))).toContain('新的地点')
  expect(await client.ok.get('/me')).toMatchObject({
    lastSignInAt: '2026-03-02T01:00:00.000Z',
    lastSignInFrom: '10.200.0.1',
  })
  for (let i = 0; i < 5; i++)
    await browserAt(house, '10.200.0.3').post('/session', { login: who.login, password: 'Wrong-Lantern-58' })
  expect(await lastTextTo(house, phone.slice(-4))).toContain('多次')
})

test('SR-38 sign-ins and wrong tries of an account stand in the journal, with no password in it', async () => {
  const who = await hire(house, county)
  await browserAt(house, freshAddress()).post('/session', { login: who.login, password: 'Wrong-Lantern-58' })
  await signIn(house, who)
  const entries = await house.database.kysely
    .selectFrom('journal.entry')
    .select(['act', 'account_id', 'body'])
    .where('county', '=', county.code.slice(0, 6))
    .where(where =>
      where.or([where('account_id', '=', who.accountId), where(sql`body ->> 'account'`, '=', who.accountId)]),
    )
    .orderBy('seq')
    .execute()
  const acts = entries.map(({ act }) => act)
  expect(acts).toEqual(['account.created', 'grant.released', 'access.refused', 'session.started'])
  expect(JSON.stringify(entries)).not.toMatch(/Lantern/)
})
