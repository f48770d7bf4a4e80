import { testHouse } from '@doudi/testkit'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { type Colleague, hire, pass, signIn } from './colleague.fixture.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let county: Awaited<ReturnType<typeof house.county>>
beforeAll(async () => {
  house = await testHouse()
  county = await house.county()
})
beforeEach(() => testHouse())

const first = () => county.as('security-admin', { nth: 0 })
const second = () => county.as('security-admin', { nth: 1 })
const town = (nth = 0) => county.towns[nth]?.code ?? ''
const today = '2026-03-02'

const propose = (who: Colleague, role: string, division: string, more: object = {}) =>
  first().post(`/accounts/${who.accountId}/grants`, { role, division, validFrom: today, ...more })

async function grant(who: Colleague, role: string, division: string): Promise<string> {
  const { id } = (await propose(who, role, division)).body
  await second().ok.post(`/grants/${id}/release`)
  return id
}

const newcomer = () => hire(house, county, { roles: [] })

test('SR-18 a role counts from the release by a second administrator on', async () => {
  const who = await newcomer()
  const client = await signIn(house, who)
  const read = () => client.get(`/delegations?county=${county.code}`)
  const proposal = (await propose(who, 'town-assistant', town())).body
  expect(proposal).toMatchObject({
    status: 'proposed',
    roleName: '镇（街道）社会救助助理员',
    divisionName: '测试镇1',
    proposedByName: 'security-admin1',
  })
  expect((await read()).body.code).toBe('access.forbidden')
  const released = await second().ok.post(`/grants/${proposal.id}/release`)
  expect(released).toMatchObject({ status: 'in-force', releasedByName: 'security-admin2' })
  pass(house, 30)
  expect((await (await signIn(house, who)).get(`/delegations?county=${county.code}`)).status).toBe(200)
})

test('SR-18 who proposed a role cannot release it', async () => {
  const { id } = (await propose(await newcomer(), 'town-assistant', town())).body
  expect((await first().post(`/grants/${id}/release`)).body.code).toBe('identity.grant-same-person')
})

test('SR-18 the database refuses it too', async () => {
  const { id } = (await propose(await newcomer(), 'town-assistant', town())).body
  const same = house.database.kysely
    .updateTable('identity.role_grant')
    .set(column => ({ released_by: column.ref('proposed_by') }))
    .where('id', '=', id)
    .execute()
  await expect(same).rejects.toThrow('grant_two_persons')
})

test('a role is released once', async () => {
  const id = await grant(await newcomer(), 'town-assistant', town())
  expect((await second().post(`/grants/${id}/release`)).body.code).toBe('identity.grant-released')
})

test('nobody manages their own roles', async () => {
  const accountId = await first().accountId()
  const answer = await first().post(`/accounts/${accountId}/grants`, {
    role: 'auditor',
    division: county.code,
    validFrom: today,
  })
  expect(answer.body.code).toBe('identity.not-yourself')
})

test.each([
  ['town-approver', 'county-supervisor'],
  ['county-supervisor', 'town-approver'],
  ['county-finance', 'town-approver'],
  ['auditor', 'town-assistant'],
  ['system-admin', 'security-admin'],
  ['security-admin', 'audit-admin'],
  ['audit-admin', 'town-assistant'],
])('SR-17 SR-23 %s and %s cannot be one person over the same area', async (held, wanted) => {
  const at = (role: string) => (role.startsWith('town-') ? town() : county.code)
  const who = await newcomer()
  await grant(who, held, at(held))
  const refused = await propose(who, wanted, at(wanted))
  expect([refused.status, refused.body.code]).toEqual([409, 'identity.roles-incompatible'])
})

test('two proposals that exclude each other are refused before either is released', async () => {
  const who = await newcomer()
  await propose(who, 'town-approver', town())
  expect((await propose(who, 'county-supervisor', county.code)).body.code).toBe('identity.roles-incompatible')
})

test('two proposals at the same moment that exclude each other do not both stand', async () => {
  const who = await newcomer()
  const answers = await Promise.all([
    propose(who, 'town-approver', town()),
    propose(who, 'county-supervisor', county.code),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
})

test('roles that exclude each other may follow each other', async () => {
  const who = await newcomer()
  await propose(who, 'town-approver', town(), { validTo: '2026-03-31' })
  const later = await propose(who, 'county-supervisor', county.code, { validFrom: '2026-04-01' })
  expect([later.status, later.body.status]).toEqual([201, 'proposed'])
})

test('approving in one town and assisting in another is possible', async () => {
  const who = await newcomer()
  await grant(who, 'town-approver', town(0))
  expect((await propose(who, 'town-assistant', town(1))).status).toBe(201)
})

test('SR-08 a role taken back counts at once, and the session ends', async () => {
  const who = await newcomer()
  const id = await grant(who, 'town-assistant', town())
  const client = await signIn(house, who)
  expect((await client.get(`/delegations?county=${county.code}`)).status).toBe(200)
  expect((await second().ok.post(`/grants/${id}/end`)).status).toBe('ended')
  expect((await client.get(`/delegations?county=${county.code}`)).status).toBe(401)
  pass(house, 30)
  expect((await (await signIn(house, who)).get(`/delegations?county=${county.code}`)).status).toBe(403)
  expect((await second().post(`/grants/${id}/end`)).body.code).toBe('identity.grant-released')
})

test('a role counts from its first to its last day', async () => {
  const who = await newcomer()
  const { id } = (await propose(who, 'town-assistant', town(), { validFrom: '2026-03-10', validTo: '2026-03-11' })).body
  expect((await second().ok.post(`/grants/${id}/release`)).status).toBe('planned')
  const client = await signIn(house, who)
  const on = async (day: string) => {
    house.clock.moveTo(`${day}T01:00:00.000Z`)
    return (await client.get(`/delegations?county=${county.code}`)).status
  }
  expect([await on('2026-03-09'), await on('2026-03-10'), await on('2026-03-11'), await on('2026-03-12')]).toEqual([
    403, 200, 200, 403,
  ])
})

test('a role that does not exist, sits at another level, or runs backwards is refused', async () => {
  const who = await newcomer()
  expect((await propose(who, 'emperor', county.code)).body.code).toBe('identity.role-unknown')
  expect((await propose(who, 'resident', county.code)).body.code).toBe('identity.role-unknown')
  expect((await propose(who, 'town-approver', county.code)).body.code).toBe('identity.role-level')
  expect((await propose(who, 'town-approver', town(), { validTo: '2026-03-01' })).body.code).toBe(
    'identity.period-backwards',
  )
})

test('SR-14 an administrator handles only their own county', async () => {
  const elsewhere = await house.county()
  const who = await newcomer()
  expect((await propose(who, 'auditor', elsewhere.code)).body.code).toBe('access.out-of-area')
  const stranger = elsewhere.as('security-admin')
  const across = { role: 'auditor', division: elsewhere.code, validFrom: today }
  expect((await stranger.post(`/accounts/${who.accountId}/grants`, across)).body.code).toBe('identity.account-unknown')
  expect((await stranger.get(`/accounts/${who.accountId}/grants`)).body.code).toBe('identity.account-unknown')
  const id = (await propose(who, 'auditor', county.code)).body.id
  expect((await stranger.post(`/grants/${id}/release`)).body.code).toBe('identity.grant-unknown')
})

test('SR-11 proposing and releasing need a fresh second factor', async () => {
  const admin = await hire(house, county, { roles: [{ role: 'security-admin', division: county.code }] })
  const client = await signIn(house, admin)
  pass(house, 301)
  const who = await newcomer()
  const wanted = { role: 'auditor', division: county.code, validFrom: today }
  expect((await client.post(`/accounts/${who.accountId}/grants`, wanted)).body.code).toBe('access.step-up')
})

test('who else may not: only security administrators handle roles', async () => {
  const who = await newcomer()
  for (const role of ['system-admin', 'audit-admin', 'county-supervisor', 'town-approver']) {
    const answer = await county.as(role).get(`/accounts/${who.accountId}/grants`)
    expect([role, answer.body.code]).toEqual([role, 'access.forbidden'])
  }
})
