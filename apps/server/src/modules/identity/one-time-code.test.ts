import { identityNumber } from '@doudi/kernel'
import { testHouse } from '@doudi/testkit'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { noScope, systemCaller } from '#platform/database/work.ts'
import { codeTextedTo, freshPhone, lastTextTo, pass } from './colleague.fixture.ts'
import { provideHouseholds, registerResident, verifyCode } from './index.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let county: Awaited<ReturnType<typeof house.county>>
beforeAll(async () => {
  house = await testHouse()
  county = await house.county()
})
beforeEach(async () => {
  await testHouse()
  const before = provideHouseholds(async (work, ids) => {
    expect(work.caller.scope.households).toEqual(ids)
    return ids.map(id => ({ id, number: '示例', headName: '陈海' }))
  })
  return () => void provideHouseholds(before)
})

const ask = async (phone: string, purpose = 'sign-in') =>
  (await house.public.ok.post('/resident/code', { phone, purpose })).codeId as string

const stranger = { ...systemCaller, kind: 'public' as const, scope: noScope }
const verify = (codeId: string, code: string, purpose: 'sign-in' | 'submit', phone?: string) =>
  house.inWork(stranger, work => verifyCode(work, codeId, code, purpose, phone))
const codeOf = (outcome: Promise<unknown>) =>
  outcome.then(
    () => 'ok',
    error => error.code as string,
  )
const other = (code: string) => (code === '123456' ? '654321' : '123456')

test('the text says what the code is for, how long it lasts, and that nobody may ask for it', async () => {
  const phone = freshPhone()
  await ask(phone, 'submit')
  expect(await lastTextTo(house, phone.slice(-4))).toMatch(/^【兜底】提交申请的验证码 \d{6}，5 分钟内有效/)
})

test('SR-05 a code is used once', async () => {
  const phone = freshPhone()
  const codeId = await ask(phone, 'submit')
  const code = await codeTextedTo(house, phone)
  expect(await codeOf(verify(codeId, code, 'submit', phone))).toBe('ok')
  expect(await codeOf(verify(codeId, code, 'submit', phone))).toBe('identity.code-over')
})

test('SR-05 a code is good for its purpose, its phone and its request only', async () => {
  const [phone, another] = [freshPhone(), freshPhone()]
  const codeId = await ask(phone, 'submit')
  const code = await codeTextedTo(house, phone)
  const otherId = await ask(another, 'submit')
  expect(await codeOf(verify(codeId, code, 'sign-in'))).toBe('identity.code-over')
  expect(await codeOf(verify(codeId, code, 'submit', another))).toBe('identity.code-over')
  const otherCode = await codeTextedTo(house, another)
  if (otherCode !== code) expect(await codeOf(verify(otherId, code, 'submit'))).toBe('identity.code-wrong')
  expect(await codeOf(verify(codeId, code, 'submit', phone))).toBe('ok')
})

test('SR-05 a code lives five minutes, to the second', async () => {
  const phone = freshPhone()
  const first = await ask(phone)
  const code = await codeTextedTo(house, phone)
  pass(house, 300)
  expect(await codeOf(verify(first, code, 'sign-in'))).toBe('identity.code-over')
  const second = await ask(phone)
  const fresh = await codeTextedTo(house, phone)
  pass(house, 299)
  expect(await codeOf(verify(second, fresh, 'sign-in'))).toBe('ok')
})

test('SR-05 five wrong tries end a code, also all at once', async () => {
  const phone = freshPhone()
  const codeId = await ask(phone)
  const code = await codeTextedTo(house, phone)
  const outcomes = await Promise.all(Array.from({ length: 12 }, () => codeOf(verify(codeId, other(code), 'sign-in'))))
  expect(outcomes.filter(outcome => outcome === 'identity.code-wrong')).toHaveLength(5)
  expect(outcomes.filter(outcome => outcome === 'identity.code-over')).toHaveLength(7)
  expect(await codeOf(verify(codeId, code, 'sign-in'))).toBe('identity.code-over')
})

test('a phone gets five codes of a kind in a quarter of an hour', async () => {
  const phone = freshPhone()
  for (let i = 0; i < 5; i++) {
    await ask(phone)
    pass(house, 10)
  }
  const refused = await house.public.post('/resident/code', { phone, purpose: 'sign-in' })
  expect([refused.status, refused.body.code, refused.body.details.retryAfterSeconds]).toEqual([
    429,
    'identity.too-many-codes',
    850,
  ])
  expect((await house.public.post('/resident/code', { phone, purpose: 'submit' })).status).toBe(200)
  pass(house, 851)
  expect((await house.public.post('/resident/code', { phone, purpose: 'sign-in' })).status).toBe(200)
})

test('no text goes to a landline', async () => {
  const answer = await house.public.post('/resident/code', { phone: '0531-66601234', purpose: 'sign-in' })
  expect([answer.status, answer.body.issues[0].code]).toEqual([422, 'phone.mobile-length'])
})

test('SR-26 neither the code nor the phone can be read in the tables', async () => {
  const phone = freshPhone()
  const codeId = await ask(phone)
  const code = await codeTextedTo(house, phone)
  const rows = [
    await house.database.kysely.selectFrom('identity.one_time_code').selectAll().where('id', '=', codeId).execute(),
    await house.database.kysely.selectFrom('platform.message').selectAll().execute(),
  ]
  const dump = JSON.stringify(rows, (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value,
  )
  expect(dump).not.toContain(phone)
  expect(dump).not.toContain(`"${code}"`)
})

const household = (work: { newId(): string }) => work.newId()
const village = () => county.towns[0]?.villages[0]?.code ?? ''

async function register(phone: string, more: { name?: string; identityNumber?: string } = {}) {
  return house.inWork(systemCaller, async work => {
    const householdId = household(work)
    const accountId = await registerResident(work, {
      phone: phone as never,
      name: more.name ?? '陈海',
      householdId,
      division: village(),
      identityNumber: more.identityNumber ? identityNumber(more.identityNumber) : undefined,
    })
    return { householdId, accountId }
  })
}

test('a resident signs in with the phone and sees their households', async () => {
  const phone = freshPhone()
  const { householdId, accountId } = await register(phone)
  const client = house.client()
  const codeId = await ask(phone)
  const me = await client.ok.post('/resident/session', { codeId, code: await codeTextedTo(house, phone) })
  expect(me).toMatchObject({
    accountId,
    kind: 'resident',
    name: '陈海',
    roles: [],
    permissions: ['own.act', 'own.read'],
  })
  expect(me.households.map((label: { id: string }) => label.id)).toEqual([householdId])
  expect(await client.ok.get('/me')).toMatchObject({ kind: 'resident' })
})

test('a helper acts for several households with one account', async () => {
  const phone = freshPhone()
  const [one, other] = [await register(phone, { name: '林梅' }), await register(phone, { name: '林梅' })]
  expect(other.accountId).toBe(one.accountId)
  const client = house.client()
  const codeId = await ask(phone)
  const me = await client.ok.post('/resident/session', { codeId, code: await codeTextedTo(house, phone) })
  expect(me.households.map((label: { id: string }) => label.id)).toEqual([one.householdId, other.householdId])
})

test('SR-01 naming somebody else’s identity number does not open their account', async () => {
  const owner = await register(freshPhone(), { identityNumber: '370303198001010011' })
  const claimant = await register(freshPhone(), { identityNumber: '370303198001010011' })
  expect(claimant.accountId).not.toBe(owner.accountId)
})

test('the holder of an unknown phone learns that nothing is known under it, nobody else does', async () => {
  const phone = freshPhone()
  const codeId = await ask(phone)
  const guess = await house.public.post('/resident/session', { codeId, code: other(await codeTextedTo(house, phone)) })
  expect(guess.body.code).toBe('identity.code-wrong')
  const own = await house.public.post('/resident/session', { codeId, code: await codeTextedTo(house, phone) })
  expect([own.status, own.body.code]).toEqual([401, 'identity.phone-unknown'])
})

test('SR-07 a resident’s session ends after half an hour without a request', async () => {
  const phone = freshPhone()
  await register(phone)
  const client = house.client()
  const codeId = await ask(phone)
  await client.ok.post('/resident/session', { codeId, code: await codeTextedTo(house, phone) })
  pass(house, 29 * 60)
  expect((await client.get('/me')).status).toBe(200)
  pass(house, 30 * 60)
  expect((await client.get('/me')).status).toBe(401)
})

test('a resident may do nothing of the staff', async () => {
  const phone = freshPhone()
  await register(phone)
  const client = house.client()
  const codeId = await ask(phone)
  await client.ok.post('/resident/session', { codeId, code: await codeTextedTo(house, phone) })
  expect((await client.get('/accounts')).body.code).toBe('access.forbidden')
})
