/** Authorisations through HTTP: taken over from the application, signed later, withdrawn, expired. */
import { type County, type TestHouse, testHouse } from '@doudi/testkit'
import { beforeEach, describe, expect, test } from 'vitest'

let house: TestHouse
let county: County
beforeEach(async () => {
  house = await testHouse()
  county = await house.county()
})

async function acceptedCase() {
  const { caseId, application } = await county.apply()
  const town = county.as('town-assistant')
  await house.jobs.drain()
  const { version } = await town.ok.get(`/cases/${caseId}`)
  const accepted = await town.ok.post(`/cases/${caseId}/accept`, { version })
  const consents = await town.ok.get(`/cases/${caseId}/consents`)
  const of = (i: number) =>
    consents.items.find((one: { personName: string }) => one.personName === application.members[i]?.name)
  return { caseId, application, town, version: accepted.version, consents, of }
}

describe('what was signed with the application', () => {
  test('is on record for every adult, and for the child by the guardian', async () => {
    const { consents, application, of } = await acceptedCase()
    expect(consents.missing).toEqual([])
    expect(of(0)).toMatchObject({
      method: 'phone',
      status: 'valid',
      signedAt: house.clock.now(),
      validTo: '2027-03-02',
    })
    expect(of(2)).toMatchObject({ method: 'guardian', signedName: application.members[0]?.name })
  })

  test('is taken over once, however often the job runs', async () => {
    const { caseId, town } = await acceptedCase()
    const before = await town.ok.get(`/cases/${caseId}/consents`)
    await house.jobs.drain()
    expect(await town.ok.get(`/cases/${caseId}/consents`)).toEqual(before)
  })
})

describe('signing', () => {
  test('again replaces what was signed before', async () => {
    const { caseId, town, of, application } = await acceptedCase()
    const personId = of(0).personId
    const signature = { personId, method: 'paper', signedName: application.members[0]?.name }
    await town.ok.post(`/cases/${caseId}/consents`, signature)
    const { items } = await town.ok.get(`/cases/${caseId}/consents`)
    const own = items.filter((one: { personId: string }) => one.personId === personId)
    expect(own.map(({ status, method }: { status: string; method: string }) => [status, method])).toEqual([
      ['withdrawn', 'phone'],
      ['valid', 'paper'],
    ])
  })

  test.each([
    ['verification.signed-name-differs', 0, 'paper', '张三丰'],
    ['verification.guardian-signs', 0, 'guardian', null],
    ['verification.guardian-signs', 2, 'paper', null],
  ])('%s', async (code, member, method, signedName) => {
    const { caseId, town, of, application } = await acceptedCase()
    const signature = {
      personId: of(member).personId,
      method,
      signedName: signedName ?? application.members[member]?.name,
    }
    expect((await town.post(`/cases/${caseId}/consents`, signature)).body.code).toBe(code)
  })

  test('is not for strangers', async () => {
    const { caseId, town, application } = await acceptedCase()
    const stranger = await acceptedCase()
    const signature = { personId: stranger.of(0).personId, method: 'paper', signedName: application.members[0]?.name }
    const { body } = await town.post(`/cases/${caseId}/consents`, signature)
    expect(body.code).toBe('verification.not-a-member')
  })

  test('is not for colleagues of another town', async () => {
    const { caseId } = await acceptedCase()
    const { status, body } = await county.as('town-assistant', { town: 1 }).get(`/cases/${caseId}/consents`)
    expect([status, body.code]).toEqual([404, 'access.out-of-area'])
  })
})

describe('withdrawing', () => {
  test('ends the authorisation once', async () => {
    const { town, of } = await acceptedCase()
    const withdrawn = await town.ok.post(`/consents/${of(0).id}/withdraw`, {})
    expect(withdrawn).toMatchObject({ status: 'withdrawn', withdrawnAt: house.clock.now() })
    const again = await town.post(`/consents/${of(0).id}/withdraw`, {})
    expect(again.body.code).toBe('verification.consent-ended')
  })

  test('stops every question: nobody consents, nobody is asked', async () => {
    const { caseId, town, consents, version } = await acceptedCase()
    for (const { id } of consents.items) await town.ok.post(`/consents/${id}/withdraw`, {})
    const { status, body } = await town.post(`/cases/${caseId}/verification`, { version })
    expect([status, body.code]).toEqual([409, 'verification.nobody-consented'])
  })

  test('by one person stops the questions about that person only, also those already waiting', async () => {
    const { caseId, town, of, version } = await acceptedCase()
    await town.ok.post(`/cases/${caseId}/verification`, { version })
    await town.ok.post(`/consents/${of(1).id}/withdraw`, { reason: '不想再查' })
    await house.jobs.drain()
    const { queries, summary } = await town.ok.get(`/cases/${caseId}/verification`)
    const refused = queries.filter(({ personId }: { personId: string }) => personId === of(1).personId)
    expect(new Set(refused.map(({ status }: { status: string }) => status))).toEqual(new Set(['no-consent']))
    expect(summary).toMatchObject({ noConsent: refused.length, pending: 0, failed: 0 })
    expect(summary.answered).toBeGreaterThan(0)
  })
})

test('an expired authorisation carries no question', async () => {
  const { caseId } = await acceptedCase()
  house.clock.moveTo('2027-03-03T01:00:00.000Z')
  const colleague = county.as('town-assistant', { nth: 1 })
  const { version } = await colleague.ok.get(`/cases/${caseId}`)
  const { body } = await colleague.post(`/cases/${caseId}/verification`, { version })
  expect(body.code).toBe('verification.nobody-consented')
})

test('a family looks at what it signed and withdraws it by phone', async () => {
  const { caseId, application, of } = await acceptedCase()
  const resident = house.client()
  const { codeId } = await resident.ok.post('/resident/code', {
    phone: application.applicant.phone,
    purpose: 'sign-in',
  })
  const outbox = await house.public.ok.get('/demo/outbox')
  const messages: { text: string }[] = outbox.items ?? outbox
  const code = messages.map(({ text }) => /\b(\d{6})\b/.exec(text)?.[1]).find(Boolean)
  await resident.ok.post('/resident/session', { codeId, code })
  expect((await resident.ok.get(`/my/cases/${caseId}/consents`)).items).toHaveLength(3)
  const { status } = await resident.ok.post(`/my/consents/${of(0).id}/withdraw`, {})
  expect(status).toBe('withdrawn')
})
