import { identityNumberFor, testHouse } from '@doudi/testkit'
import { Secret, TOTP } from 'otpauth'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { systemCaller } from '#platform/database/work.ts'
import { browserAt, freshAddress, freshPhone, hire, lastTextTo, PASSWORD, pass, signIn } from './colleague.fixture.ts'
import { accountsWithRole, displayNameOf, displayNamesOf } from './index.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let county: Awaited<ReturnType<typeof house.county>>
beforeAll(async () => {
  house = await testHouse()
  county = await house.county()
})
beforeEach(() => testHouse())

let sequence = 0
function newcomer(more: object = {}) {
  const identityNumber = identityNumberFor('1985-06-07', 'female', '370302')
  return {
    login: `newcomer-${county.code}-${++sequence}`,
    name: '林梅',
    division: county.code,
    identityNumber,
    ...more,
  }
}
const admin = () => county.as('security-admin')
const open = (body: object) => admin().post('/accounts', body)

test('an administrator invites, the owner sets password and second factor, and only the owner knows them', async () => {
  const person = newcomer()
  const invitation = (await open(person)).body
  expect(invitation.expiresAt).toBe('2026-03-03T01:00:00.000Z')
  const client = browserAt(house, freshAddress())
  const { ticket, enrolmentUri } = await client.ok.post('/session/activation', {
    login: person.login,
    activationCode: invitation.activationCode,
    password: PASSWORD,
  })
  const secret = new URL(enrolmentUri).searchParams.get('secret') ?? ''
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(house.clock.wall()) })
  const me = await client.ok.post('/session/second-factor', { ticket, code })
  expect(me).toMatchObject({ name: '林梅', accountId: invitation.id })
  const again = await client.post('/session/activation', {
    login: person.login,
    activationCode: invitation.activationCode,
    password: 'Another-Lantern-58',
  })
  expect(again.body.code).toBe('identity.activation-wrong')
})

test('SR-05 an invitation is over after a day, and a guessed one is counted', async () => {
  const person = newcomer()
  const { activationCode } = (await open(person)).body
  const activate = (code: string) =>
    browserAt(house, freshAddress()).post('/session/activation', {
      login: person.login,
      activationCode: code,
      password: PASSWORD,
    })
  pass(house, 86_400)
  expect((await activate(activationCode)).body.code).toBe('identity.activation-wrong')
  for (let i = 0; i < 4; i++) await activate('guess')
  expect((await activate('guess')).body.code).toBe('identity.slow-down')
})

test('an invited owner cannot choose a weak password', async () => {
  const person = newcomer()
  const { activationCode } = (await open(person)).body
  const answer = await house.public.post('/session/activation', {
    login: person.login,
    activationCode,
    password: 'Newcomer-123',
  })
  expect(answer.body.code).toBe('identity.password-weak')
})

test('SR-01 one person, one account', async () => {
  const person = newcomer()
  expect((await open(person)).status).toBe(201)
  const twice = await open({ ...newcomer(), identityNumber: person.identityNumber.toLowerCase() })
  expect([twice.status, twice.body.code]).toEqual([409, 'identity.person-has-account'])
})

test('SR-01 a sign-in name and a phone belong to one account', async () => {
  const phone = freshPhone()
  const person = newcomer({ phone })
  await open(person)
  expect((await open(newcomer({ login: person.login.toUpperCase() }))).body.code).toBe('identity.login-taken')
  expect((await open(newcomer({ phone }))).body.code).toBe('identity.phone-has-account')
})

test('an account is opened in the administrator’s county only, for a number that can be one', async () => {
  const elsewhere = await house.county()
  expect((await open(newcomer({ division: elsewhere.code }))).body.code).toBe('access.out-of-area')
  expect((await open(newcomer({ identityNumber: '370302198506070001' }))).body.issues[0].code).toBe(
    'identity.check-digit',
  )
})

test('SR-08 a disabled account is out at once and cannot come back', async () => {
  const who = await hire(house, county)
  const client = await signIn(house, who)
  await admin().ok.post(`/accounts/${who.accountId}/disable`)
  expect((await client.get('/me')).status).toBe(401)
  pass(house, 30)
  expect(
    (await browserAt(house, freshAddress()).post('/session', { login: who.login, password: PASSWORD })).status,
  ).toBe(401)
  expect((await admin().post(`/accounts/${who.accountId}/disable`)).body.code).toBe('identity.account-disabled')
})

test('SR-05 a reset stops the old password, keeps the second factor, and leaves the choice to the owner', async () => {
  const phone = freshPhone()
  const who = await hire(house, county, { phone })
  const client = await signIn(house, who)
  const { activationCode } = await admin().ok.post(`/accounts/${who.accountId}/password`)
  expect((await client.get('/me')).status).toBe(401)
  expect((await client.post('/session', { login: who.login, password: PASSWORD })).status).toBe(401)
  pass(house, 30)
  const activate = (password: string) =>
    client.post('/session/activation', { login: who.login, activationCode, password })
  expect((await activate(PASSWORD)).body.code).toBe('identity.password-used-before')
  const { ticket, enrolmentUri } = (await activate('Another-Lantern-58')).body
  expect(enrolmentUri).toBeNull()
  await client.ok.post('/session/second-factor', { ticket, code: who.code() })
  expect(await lastTextTo(house, phone.slice(-4))).toContain('新密码')
})

test('SR-10 a lost authenticator is replaced by its owner, who is told', async () => {
  const phone = freshPhone()
  const who = await hire(house, county, { phone })
  const { activationCode } = await admin().ok.post(`/accounts/${who.accountId}/second-factor`)
  expect(await lastTextTo(house, phone.slice(-4))).toContain('重置')
  const begun = await house.public.ok.post('/session/activation', {
    login: who.login,
    activationCode,
    password: 'Another-Lantern-58',
  })
  expect(begun.enrolmentUri).toMatch(/^otpauth:\/\/totp\//)
})

test('nobody manages their own account', async () => {
  const own = await admin().accountId()
  for (const act of ['disable', 'password', 'second-factor'])
    expect((await admin().post(`/accounts/${own}/${act}`)).body.code).toBe('identity.not-yourself')
})

test('the list shows the accounts of the county, phones masked', async () => {
  const fresh = await house.county()
  const list = () => fresh.as('security-admin').ok.get('/accounts')
  await hire(house, fresh, { login: `zz-${fresh.code}`, name: '赵建国', phone: freshPhone() })
  const { items } = await list()
  expect(items.map((item: { name: string }) => item.name)).toEqual(['security-admin1', '赵建国'])
  expect(items[1]).toMatchObject({ status: 'active', ready: true, divisionName: expect.stringContaining('测试县') })
  expect(items[1].phoneMasked).toMatch(/^138\*{4}\d{4}$/)
  expect((await fresh.as('security-admin').ok.get('/accounts?q=%25')).items).toEqual([])
  expect((await fresh.as('security-admin').ok.get('/accounts?limit=1')).next).toBe(items[0].login)
})

test('names and holders of roles are found for other modules from any area', async () => {
  const assistants = [county.as('town-assistant', { nth: 0 }), county.as('town-assistant', { nth: 1 })]
  const ids = [await assistants[0]?.accountId(), await assistants[1]?.accountId()] as string[]
  const [town, other] = county.towns
  const outsider = { ...systemCaller, scope: { ...systemCaller.scope, adminAreas: [] } }
  await house.inWork(outsider, async work => {
    expect(await displayNameOf(work, ids[0] ?? '')).toBe('town-assistant1')
    const both = await Promise.all([displayNamesOf(work, ids), displayNamesOf(work, ids)])
    expect(both.map(names => names.size)).toEqual([2, 2])
    const at = async (division = '') =>
      (await accountsWithRole(work, 'town-assistant', division)).map(holder => holder.accountId)
    expect((await at(town?.code)).sort()).toEqual([...ids].sort())
    expect((await at(town?.villages[0]?.code)).sort()).toEqual([...ids].sort())
    expect((await at(county.code)).sort()).toEqual([...ids].sort())
    expect(await at(other?.code)).toEqual([])
  })
})
