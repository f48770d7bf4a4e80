/** Requests that are wrong as requests (H44–H53): sent twice, with somebody else's key, at the wrong moment, too large, in pieces. */
import { randomUUID } from 'node:crypto'
import { type County, family, type TestHouse, testHouse } from '@doudi/testkit'
import { beforeEach, describe, expect, test } from 'vitest'
import { systemCaller } from '#platform/database/work.ts'

let house: TestHouse
let county: County
beforeEach(async () => {
  house = await testHouse()
  county = await house.county()
})

const village = () => county.towns[0]?.villages[0]?.code ?? ''
const intake = () => ({ application: family({ village: village() }), channel: 'window' })
const casesOfCounty = () =>
  house.inWork(systemCaller, async ({ db }) => {
    const rows = await db
      .selectFrom('casework.case_file')
      .select('id')
      .where('county', '=', village().slice(0, 6))
      .execute()
    return rows.length
  })

describe('one key, one effect (H44, H45)', () => {
  test('fifty copies at once are one application, and all get the same receipt', async () => {
    const desk = county.as('town-assistant')
    await desk.accountId()
    const [body, key] = [intake(), randomUUID()]
    const answers = await Promise.all(Array.from({ length: 50 }, () => desk.post('/applications', body, { key })))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(answer => answer.body.caseNumber)).size).toBe(1)
    expect(await casesOfCounty()).toBe(1)
  })

  test('the same key with another body is refused, and with another address too', async () => {
    const [desk, key] = [county.as('town-assistant'), randomUUID()]
    const { caseId } = await desk.ok.post('/applications', intake(), { key })
    const other = await desk.post('/applications', intake(), { key })
    const elsewhere = await desk.post(`/cases/${caseId}/accept`, { version: 1 }, { key })
    expect([other, elsewhere].map(({ status, body }) => [status, body.code])).toEqual(
      Array(2).fill([409, 'http.key-reused']),
    )
    expect(await casesOfCounty()).toBe(1)
  })

  test('somebody else’s key opens nothing of theirs', async () => {
    const [body, key] = [intake(), randomUUID()]
    const first = await county.as('town-assistant').ok.post('/applications', body, { key })
    const other = await county.as('town-assistant', { nth: 1 }).post('/applications', body, { key })
    expect([other.status, other.body.code]).toEqual([409, 'casework.already-open'])
    expect(other.text).not.toContain(first.caseNumber)
    expect((await county.as('county-finance').post('/applications', body, { key })).status).toBe(403)
  })

  test.each(['', 'x', '00000000-0000-0000-0000-000000000000', "1'; drop table"])('the key %j is none', async key => {
    const answer = await county.as('town-assistant').post('/applications', intake(), { key })
    expect([answer.status, answer.body.code]).toEqual([422, 'http.key-missing'])
    expect(await casesOfCounty()).toBe(0)
  })
})

describe('at the wrong moment (H46, H47)', () => {
  test('nobody approves while the notice hangs, and is told until when', async () => {
    const { caseId, assessmentId } = await county.caseAt('publicised')
    const approver = county.as('town-approver')
    const { version } = await approver.ok.get(`/cases/${caseId}`)
    const answer = await approver.post(`/cases/${caseId}/approve`, { version, assessmentId })
    expect([answer.status, answer.body.code, answer.body.details.endsOn]).toEqual([
      ...[409, 'casework.notice-not-over', '2026-03-09'],
    ])
  })

  test('nobody is paid before anything is approved', async () => {
    await county.caseAt('awaiting')
    const finance = county.as('county-finance')
    const budget = await finance.ok.post('/budgets', {
      ...{ programme: 'dibao', fundLine: '示例资金', year: 2026, amountFen: 10_000_000 },
    })
    const answer = await finance.post('/batches', { programme: 'dibao', month: '2026-03', budgetId: budget.id })
    expect([answer.status, answer.body.code]).toEqual([409, 'payments.nothing-to-pay'])
    expect((await finance.ok.get('/budgets')).items).toMatchObject([{ reservedFen: 0, spentFen: 0 }])
  })

  test('approve and refuse together: one wins, the other is told', async () => {
    const { caseId } = await county.caseAt('awaiting')
    const [one, other] = [county.as('town-approver'), county.as('town-approver', { nth: 1 })]
    await other.accountId()
    const { id: assessmentId } = await one.ok.post(`/cases/${caseId}/assess`, {})
    const { version } = await one.ok.get(`/cases/${caseId}`)
    const answers = await Promise.all([
      one.post(`/cases/${caseId}/approve`, { version, assessmentId }),
      other.post(`/cases/${caseId}/refuse`, { version, assessmentId, reasonCode: 'not-resident', reason: '不在本地' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const loser = answers.find(({ status }) => status === 409)
    expect(loser?.body.code).toBe('casework.version-changed')
  })

  test('a case that was closed stays closed', async () => {
    const { caseId } = await county.caseAt('decided')
    const desk = county.as('town-assistant')
    const { version } = await desk.ok.get(`/cases/${caseId}`)
    for (const [act, body] of [
      ['accept', {}],
      ['withdraw', { reason: '改主意' }],
      ['reject', { reason: '不符' }],
    ] as const) {
      const answer = await desk.post(`/cases/${caseId}/${act}`, { version, ...body })
      expect([act, answer.status, answer.body.code]).toEqual([act, 409, 'casework.closed'])
    }
  })
})

describe('wrong as a request (H49, H52)', () => {
  const raw = (body: BodyInit | null, headers: Record<string, string> = {}) => {
    const init = { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers }, duplex: 'half' }
    return house.app.fetch(new Request('http://localhost:8080/api/v1/session', init as RequestInit))
  }

  test.each([
    ['a form', 'application/x-www-form-urlencoded', 'login=a&password=b'],
    ['plain text that is JSON', 'text/plain', '{"login":"a","password":"b"}'],
    ['no type at all', '', '{"login":"a","password":"b"}'],
  ])('%s is not JSON', async (_, type, body) => {
    const answer = await raw(body, { 'content-type': type })
    expect([answer.status, (await answer.json()).code]).toEqual([422, 'http.media-type'])
  })

  test('bytes that are no UTF-8 are refused', async () => {
    const answer = await raw(new Uint8Array([0x22, 0xff, 0xfe, 0x22]))
    expect((await answer.json()).issues[0].code).toBe('json.not-utf8')
  })

  test('fifty megabytes are refused by what they say of themselves', async () => {
    const answer = await raw('{}', { 'content-length': '50000000' })
    expect([answer.status, (await answer.json()).code]).toEqual([413, 'http.too-large'])
  })

  test('and a body in pieces without end is refused where it becomes too long', async () => {
    let pieces = 0
    const endless = new ReadableStream({
      pull: controller => {
        pieces++
        controller.enqueue(new Uint8Array(100_000))
      },
    })
    const answer = await raw(endless)
    expect([answer.status, (await answer.json()).code]).toEqual([413, 'http.too-large'])
    expect(pieces).toBeLessThan(20)
  })

  test('a method in a field or a header is not a method', async () => {
    const { householdId } = await county.apply()
    const desk = county.as('town-assistant')
    const headers = { 'x-http-method-override': 'DELETE', 'x-original-url': '/api/v1/accounts' }
    const answer = await desk.get(`/households/${householdId}?_method=DELETE`, { headers })
    expect([answer.status, answer.body.id]).toEqual([200, householdId])
  })
})
