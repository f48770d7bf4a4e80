/**
 * Knowing somebody's identity number is not being them: nobody reaches a household's line, its papers or its account
 * through the web with a telephone that the household never gave.
 */
import { type County, family, PICTURE, type TestHouse, testHouse } from '@doudi/testkit'
import { beforeEach, describe, expect, test } from 'vitest'
import { at } from './two-counties.ts'

let house: TestHouse
let county: County
beforeEach(async () => {
  house = await testHouse()
  county = await house.county()
})

let phones = 0
const freshPhone = () => `1350000${String(1000 + phones++)}`

/** Fills in and hands in an application on the web, with the code that was sent to `phone`. */
async function applyOnTheWeb(application: object, phone: string) {
  const browser = at(house)
  const { id, token } = await browser.ok.post('/drafts')
  const headers = { 'doudi-draft': token }
  await browser.ok.put(`/drafts/${id}`, { version: 1, answers: application }, { headers })
  const { codeId } = await browser.ok.post('/resident/code', { phone, purpose: 'submit' })
  const outbox: { recipientMasked: string; text: string }[] = await browser.ok.get('/demo/outbox')
  const code = /\d{6}/.exec(outbox.find(one => one.recipientMasked.endsWith(phone.slice(-4)))?.text ?? '')?.[0]
  return { browser, answer: await browser.post(`/drafts/${id}/submit`, { codeId, code }, { headers }) }
}

/** A family that applied at the window and withdrew; its household and papers stay in the register. */
async function registered() {
  const phone = freshPhone()
  const { caseId, householdId, application } = await county.apply({ phone })
  const assistant = county.as('town-assistant')
  const query = `householdId=${householdId}&caseId=${caseId}&kind=household-booklet`
  await assistant.ok.post(`/documents?${query}`, undefined, { raw: { bytes: PICTURE, mediaType: 'image/png' } })
  const { version } = await assistant.ok.get(`/cases/${caseId}`)
  await assistant.ok.post(`/cases/${caseId}/withdraw`, { version, reason: '以后再说' })
  return { phone, householdId, caseId, application, assistant }
}

describe('a household that is on record', () => {
  test('is applied for again with its own phone', async () => {
    const { application, phone, householdId } = await registered()
    const { answer } = await applyOnTheWeb(application, phone)
    expect([answer.status, answer.body.householdId]).toEqual([201, householdId])
  })

  test.each([
    [
      'as if they were the applicant',
      (given: ReturnType<typeof family>, phone: string) => {
        return { ...given, applicant: { ...given.applicant, phone } }
      },
    ],
    [
      'as if they were a helper',
      (given: ReturnType<typeof family>, phone: string) => {
        return { ...given, helper: { name: '路人', phone, relation: '邻居' } }
      },
    ],
  ])('is not taken over by somebody who knows its number, %s', async (_, pretend) => {
    const { application, householdId, assistant } = await registered()
    const before = await assistant.ok.get(`/households/${householdId}`)
    const stranger = freshPhone()
    const bankAccount = { holderName: application.applicant.name, bank: '别的银行', number: '6228480000000000018' }
    const alone = { members: application.members.slice(0, 1), consents: application.consents.slice(0, 1), bankAccount }
    const { browser, answer } = await applyOnTheWeb(pretend({ ...application, ...alone }, stranger), stranger)
    expect([answer.status, answer.body.code]).toEqual([409, 'casework.household-known'])
    expect((await browser.get(`/my/households/${householdId}/line`)).status).toBe(401)
    expect(await assistant.ok.get(`/households/${householdId}`)).toEqual(before)
  })

  test('does not lose one of its people to another family’s application', async () => {
    const { application } = await registered()
    const phone = freshPhone()
    const own = family({ village: application.division, phone, members: 1 })
    const members = [...own.members, { ...application.members[1], relation: 'spouse' }]
    const { answer } = await applyOnTheWeb({ ...own, members }, phone)
    expect([answer.status, answer.body.code]).toEqual([409, 'registry.person-elsewhere'])
  })
})

describe('a paper', () => {
  test('of a resident goes to their own household’s case, not to a neighbour’s', async () => {
    const neighbour = await county.apply()
    const phone = freshPhone()
    const own = family({ village: county.towns[0]?.villages[0]?.code ?? '', phone, members: 1 })
    const { browser, answer } = await applyOnTheWeb(own, phone)
    const send = (householdId: string, caseId: string) =>
      browser.post(`/my/documents?householdId=${householdId}&caseId=${caseId}&kind=photo`, undefined, {
        raw: { bytes: PICTURE, mediaType: 'image/png' },
      })
    expect((await send(answer.body.householdId, answer.body.caseId)).status).toBe(201)
    expect((await send(answer.body.householdId, neighbour.caseId)).status).toBe(404)
    expect((await send(neighbour.householdId, neighbour.caseId)).status).toBe(404)
    const { documents } = await county.as('town-assistant').ok.get(`/cases/${neighbour.caseId}`)
    expect(documents).toEqual([])
  })

  test('a look at somebody is not put down to another family’s case', async () => {
    const [one, other] = [await county.apply(), await county.apply()]
    const assistant = county.as('town-assistant')
    const { members } = await assistant.ok.get(`/households/${one.householdId}`)
    const look = { field: 'phone', purpose: '核对', caseId: other.caseId }
    expect((await assistant.post(`/persons/${members[0].personId}/reveal`, look)).status).toBe(404)
  })
})
