/**
 * Nobody checks themselves (SR-17, SR-18, SR-23): the proposer does not decide, the surveyor does not decide, the
 * approver does not supervise, the maker does not release, the three administrators are three people. By every path:
 * one person with two posts, a post taken over later, and two posts in two towns.
 */
import { type Client, type County, identityNumberFor, type TestHouse, testHouse } from '@doudi/testkit'
import { beforeEach, describe, expect, test } from 'vitest'
import { startSession } from '#modules/identity/index.ts'
import { systemCaller } from '#platform/database/work.ts'

let house: TestHouse
let county: County
beforeEach(async () => {
  house = await testHouse()
  county = await house.county()
})

interface Post {
  readonly role: string
  readonly division: string
}

const town = (i = 0) => county.towns[i]?.code ?? ''
const grant = (accountId: string, { role, division }: Post, by: Client, more = {}) =>
  by.post(`/accounts/${accountId}/grants`, { role, division, validFrom: house.clock.today(), ...more })

/** Two security administrators give somebody another post; returns the refusal, or the person signed in anew. */
async function alsoPost(accountId: string, post: Post): Promise<{ code: string | undefined; client: Client }> {
  const [first, second] = [county.as('security-admin'), county.as('security-admin', { nth: 1 })]
  const proposed = await grant(accountId, post, first)
  const released = proposed.status < 300 ? await second.post(`/grants/${proposed.body.id}/release`) : proposed
  const token = await house.inWork(systemCaller, work => startSession(work, accountId, { steppedUp: true }))
  return {
    code: released.status < 300 ? undefined : released.body.code,
    client: house.client(`__Host-doudi=${token}`),
  }
}

async function decide(client: Client, caseId: string) {
  const { version } = await client.ok.get(`/cases/${caseId}`)
  const assessed = await client.ok.post(`/cases/${caseId}/assess`, {})
  const again = await client.ok.get(`/cases/${caseId}`)
  expect(again.version).toBeGreaterThan(version)
  const approved = await client.post(`/cases/${caseId}/approve`, { version: again.version, assessmentId: assessed.id })
  const reason = { reasonCode: 'not-resident', reason: '不在本地' }
  const refused = await client.post(`/cases/${caseId}/refuse`, {
    ...{ version: again.version, assessmentId: assessed.id, ...reason },
  })
  return [approved, refused].map(({ status, body }) => `${status} ${body.code}`)
}

describe('whoever proposed a case', () => {
  test('does not decide it after becoming approver of the same town', async () => {
    const { caseId } = await county.caseAt('awaiting')
    const proposer = await county.as('town-assistant').accountId()
    const { code, client } = await alsoPost(proposer, { role: 'town-approver', division: town() })
    expect(code).toBeUndefined()
    expect(await decide(client, caseId)).toEqual(Array(2).fill('403 casework.proposer-cannot-decide'))
  })

  test('does not decide it after giving the assistant’s post back either', async () => {
    const { caseId } = await county.caseAt('awaiting')
    const proposer = await county.as('town-assistant').accountId()
    await alsoPost(proposer, { role: 'town-approver', division: town() })
    const admin = county.as('security-admin')
    const { items } = await admin.ok.get(`/accounts/${proposer}/grants`)
    const old = items.find(({ role }: { role: string }) => role === 'town-assistant')
    await admin.ok.post(`/grants/${old.id}/end`)
    const token = await house.inWork(systemCaller, work => startSession(work, proposer))
    expect(await decide(house.client(`__Host-doudi=${token}`), caseId)).toEqual(
      Array(2).fill('403 casework.proposer-cannot-decide'),
    )
  })

  test('being approver of another town, has nothing to say in this one', async () => {
    const { caseId } = await county.caseAt('awaiting')
    const proposer = await county.as('town-assistant').accountId()
    const { client } = await alsoPost(proposer, { role: 'town-approver', division: town(1) })
    const { version } = await client.ok.get(`/cases/${caseId}`)
    const answer = await client.post(`/cases/${caseId}/return`, { version, reason: '再查' })
    expect([answer.status, answer.body.code]).toEqual([404, 'access.out-of-area'])
  })
})

describe('whoever made the home visit', () => {
  test('does not decide the case after becoming approver', async () => {
    const { caseId } = await county.caseAt('awaiting')
    const surveyor = await county.as('town-assistant', { nth: 1 }).accountId()
    const { client } = await alsoPost(surveyor, { role: 'town-approver', division: town() })
    expect(await decide(client, caseId)).toEqual(Array(2).fill('403 casework.surveyor-cannot-decide'))
  })

  test('is nobody who decides there: an approver is not sent', async () => {
    const { caseId } = await county.caseAt('accepted')
    const both = await county.as('coordinator').accountId()
    await alsoPost(both, { role: 'town-approver', division: town() })
    const assistant = county.as('town-assistant')
    const { version } = await assistant.ok.get(`/cases/${caseId}`)
    const answer = await assistant.post(`/cases/${caseId}/visits`, {
      ...{ version, plannedFor: house.clock.today(), surveyors: [await assistant.accountId(), both] },
    })
    expect([answer.status, answer.body.code]).toEqual([422, 'survey.approver-cannot-visit'])
  })
})

describe('posts that exclude each other', () => {
  const pairs = [
    ['town-approver', 'county-supervisor'],
    ['town-assistant', 'county-supervisor'],
    ['coordinator', 'county-supervisor'],
    ['town-approver', 'auditor'],
    ['town-approver', 'county-finance'],
    ['county-finance', 'county-supervisor'],
    ['county-finance', 'auditor'],
    ['system-admin', 'security-admin'],
    ['system-admin', 'audit-admin'],
    ['security-admin', 'audit-admin'],
    ['system-admin', 'town-approver'],
    ['security-admin', 'county-finance'],
    ['audit-admin', 'county-supervisor'],
  ] as const
  const both = pairs.flatMap(([one, other]) => [[one, other] as const, [other, one] as const])

  const divisionOf = (role: string) => {
    if (role === 'coordinator') return county.towns[0]?.villages[0]?.code ?? ''
    return role.startsWith('town-') ? town() : county.code
  }

  test.each(both)('whoever is %s does not become %s', async (held, wanted) => {
    const account = await county.as(held, { nth: 2 }).accountId()
    const answer = await grant(account, { role: wanted, division: divisionOf(wanted) }, county.as('security-admin'))
    expect([answer.status, answer.body.code]).toEqual([409, 'identity.roles-incompatible'])
  })

  test('also when both were proposed first and are released one after the other', async () => {
    const account = await county.as('coordinator', { village: 1 }).accountId()
    const [first, second] = [county.as('security-admin'), county.as('security-admin', { nth: 1 })]
    const approver = await grant(account, { role: 'town-approver', division: town() }, first)
    const supervisor = await grant(account, { role: 'county-supervisor', division: county.code }, first)
    expect(approver.status).toBe(201)
    expect(supervisor.body.code).toBe('identity.roles-incompatible')
    await second.ok.post(`/grants/${approver.body.id}/release`)
  })

  test('may follow each other in time, and only then', async () => {
    const account = await county.as('town-approver', { nth: 2 }).accountId()
    const admin = county.as('security-admin')
    const later = { validFrom: '2027-01-01' }
    const wanted = { role: 'county-supervisor', division: county.code }
    expect((await grant(account, wanted, admin, later)).body.code).toBe('identity.roles-incompatible')
    const { items } = await admin.ok.get(`/accounts/${account}/grants`)
    await admin.ok.post(`/grants/${items[0].id}/end`)
    expect((await grant(account, wanted, admin, later)).status).toBe(201)
  })

  test('are not given by anybody to themselves, nor released by whoever proposed them', async () => {
    const admin = county.as('security-admin')
    const own = await admin.accountId()
    const self = await grant(own, { role: 'security-admin', division: county.code }, admin)
    expect([self.status, self.body.code]).toEqual([403, 'identity.not-yourself'])
    const account = await county.as('coordinator').accountId()
    const proposed = await grant(account, { role: 'town-assistant', division: town() }, admin)
    const released = await admin.post(`/grants/${proposed.body.id}/release`)
    expect([released.status, released.body.code]).toEqual([409, 'identity.grant-same-person'])
  })

  test('a second account of the same person is refused', async () => {
    const admin = county.as('security-admin')
    const identityNumber = identityNumberFor('1985-05-05', 'male')
    const open = (login: string) =>
      admin.post('/accounts', { login: `${login}-${county.code}`, name: '周敏', division: county.code, identityNumber })
    const first = await open('zhou-1')
    const second = await open('zhou-2')
    expect([first.status, second.status, second.body.code]).toEqual([201, 409, 'identity.person-has-account'])
  })
})

describe('money', () => {
  test('is not released by whoever made the batch, and not released twice', async () => {
    await county.caseAt('decided')
    house.clock.moveTo('2026-04-06T01:00:00.000Z')
    const [maker, other] = [county.as('county-finance'), county.as('county-finance', { nth: 1 })]
    const budget = await maker.ok.post('/budgets', {
      ...{ programme: 'dibao', fundLine: '示例资金', year: 2026, amountFen: 10_000_000 },
    })
    const batch = await maker.ok.post('/batches', { programme: 'dibao', month: '2026-04', budgetId: budget.id })
    expect(batch.can.release).toBe('payments.same-person')
    const own = await maker.post(`/batches/${batch.id}/release`)
    expect([own.status, own.body.code]).toEqual([403, 'payments.same-person'])
    expect((await other.post(`/batches/${batch.id}/release`)).status).toBe(200)
    expect((await county.as('county-finance', { nth: 2 }).post(`/batches/${batch.id}/release`)).status).toBe(409)
  })

  test('and a new account for it is not confirmed by whoever proposed it', async () => {
    const { householdId, application } = await county.apply()
    const proposer = county.as('town-assistant')
    const { client } = await alsoPost(await proposer.accountId(), { role: 'town-approver', division: town() })
    const { bankAccountId } = await client.ok.post(`/households/${householdId}/bank-account`, {
      ...{ holderName: application.applicant.name, bank: '示例农商行', number: '6228480000000000018', kind: 'card' },
    })
    const confirm = { bankAccountId }
    const own = await client.post(`/households/${householdId}/bank-account/confirm`, confirm)
    expect([own.status, own.body.code]).toEqual([403, 'registry.same-person'])
    await county.as('town-approver').ok.post(`/households/${householdId}/bank-account/confirm`, confirm)
  })
})
