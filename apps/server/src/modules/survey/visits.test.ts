/** Home visits through HTTP: planned by the town, made by two, taken along and brought back. */
import { type County, type TestHouse, testHouse } from '@doudi/testkit'
import { beforeEach, describe, expect, test } from 'vitest'
import { plannedVisit } from './visit-story.ts'

let house: TestHouse
let county: County
beforeEach(async () => {
  house = await testHouse()
  county = await house.county()
})

describe('planning', () => {
  test('names two different people who may visit there', async () => {
    const { visit, pair } = await plannedVisit(county)
    expect(visit).toMatchObject({ status: 'planned', plannedFor: '2026-03-04', version: 1, overdue: false, form: {} })
    expect(visit.surveyors.map(({ accountId }: { accountId: string }) => accountId)).toEqual(pair)
  })

  test('again moves the visit that waits; there is no second one', async () => {
    const { caseId, town, visit, pair } = await plannedVisit(county)
    const { version } = await town.ok.get(`/cases/${caseId}`)
    const moved = await town.ok.post(`/cases/${caseId}/visits`, { plannedFor: '2026-03-09', surveyors: pair, version })
    expect(moved).toMatchObject({ id: visit.id, plannedFor: '2026-03-09' })
    expect((await town.ok.get(`/cases/${caseId}/visits`)).items).toHaveLength(1)
  })

  test('refuses one person twice, strangers, approvers and days gone by', async () => {
    const { caseId, town, pair } = await plannedVisit(county)
    const { version } = await town.ok.get(`/cases/${caseId}`)
    const plan = async (surveyors: unknown[], plannedFor = '2026-03-04') =>
      (await town.post(`/cases/${caseId}/visits`, { plannedFor, surveyors, version })).body.code
    const approver = await county.as('town-approver').accountId()
    const elsewhere = await county.as('coordinator', { village: 1 }).accountId()
    expect(await plan([pair[0], pair[0]])).toBe('survey.two-different')
    expect(await plan([pair[0], approver])).toBe('survey.approver-cannot-visit')
    expect(await plan([pair[0], elsewhere])).toBe('survey.not-a-surveyor')
    expect(await plan([...pair], '2026-03-01')).toBe('survey.day-passed')
  })

  test('shows who may visit', async () => {
    const { town, pair, visit } = await plannedVisit(county)
    await county.as('town-approver').accountId()
    const { items } = await town.ok.get(`/surveyors?division=${visit.division}`)
    const ids = items.map(({ accountId }: { accountId: string }) => accountId)
    expect(ids).toEqual(expect.arrayContaining([...pair]))
    expect(ids).not.toContain(await county.as('town-approver').accountId())
  })
})

describe('the list of the day', () => {
  test('has what is due, for the own villages only', async () => {
    const { town, visit, coordinator } = await plannedVisit(county)
    const due = async (who: typeof town, day: string) =>
      (await who.ok.get(`/visits?due=${day}`)).items.map(({ id }: { id: string }) => id)
    expect(await due(town, '2026-03-04')).toContain(visit.id)
    expect(await due(coordinator, '2026-03-04')).toContain(visit.id)
    expect(await due(town, '2026-03-03')).not.toContain(visit.id)
    expect(await due(county.as('coordinator', { village: 1 }), '2026-03-04')).toEqual([])
  })
})

describe('the field pack', () => {
  test('has the own households, masked, and the visits to make', async () => {
    const { coordinator, householdId, visit, application } = await plannedVisit(county)
    const pack = await coordinator.ok.get('/field-pack')
    expect(pack.households).toMatchObject([{ id: householdId, openCase: { status: 'investigating' }, lastVisit: null }])
    expect(pack.visits).toMatchObject([{ id: visit.id, version: 1 }])
    expect(pack.expiresAt).toBe('2026-03-09T01:00:00.000Z')
    const text = JSON.stringify(pack)
    for (const { identityNumber } of application.members) expect(text).not.toContain(identityNumber)
    expect(text).not.toContain(application.applicant.phone)
  })

  test('of another village is empty', async () => {
    await plannedVisit(county)
    const pack = await county.as('coordinator', { village: 1 }).ok.get('/field-pack')
    expect([pack.households, pack.visits]).toEqual([[], []])
  })

  test('shows what the last visit saw', async () => {
    const { coordinator, record } = await plannedVisit(county)
    await record({ outcome: 'met', conclusion: 'true', house: { rooms: 2 } })
    const { households, visits } = await coordinator.ok.get('/field-pack')
    expect(households[0].lastVisit).toMatchObject({ outcome: 'met', form: { house: { rooms: 2 } } })
    expect(visits).toEqual([])
  })
})

describe('a visit that was made', () => {
  test('is told to the case, and what it saw stands beside what was declared', async () => {
    const { record, town, caseId, persons } = await plannedVisit(county)
    const incomes = [{ personId: persons[0], kind: 'wage', amountFen: 150_000, per: 'month' }]
    const result = await record({ outcome: 'met', conclusion: 'true', present: [persons[0]], incomes })
    expect(result).toMatchObject({ status: 'applied', serverVersion: 2 })
    const [visit] = (await town.ok.get(`/cases/${caseId}/visits`)).items
    expect(visit).toMatchObject({ status: 'made', outcome: 'met', conclusion: 'true', version: 2, form: { incomes } })
    const facts = await town.ok.get(`/cases/${caseId}/facts`)
    const wage = (facts.items ?? facts).find((fact: { field: string }) => fact.field === 'wage')
    expect(wage).toMatchObject({ declared: { value: '1200' }, visit: { value: '1500', source: 'visit' } })
  })

  test('says nothing about a family that was not met', async () => {
    const { record, town, caseId } = await plannedVisit(county)
    await record({ outcome: 'nobody', conclusion: 'true' })
    const [visit] = (await town.ok.get(`/cases/${caseId}/visits`)).items
    expect(visit).toMatchObject({ status: 'made', outcome: 'nobody', conclusion: null })
  })

  test('can be written down in pieces', async () => {
    const { record, town, caseId } = await plannedVisit(county)
    expect(await record({ house: { rooms: 2 } })).toMatchObject({ status: 'applied', serverVersion: 2 })
    const [visit] = (await town.ok.get(`/cases/${caseId}/visits`)).items
    expect(visit).toMatchObject({ status: 'planned', outcome: null, form: { house: { rooms: 2 } } })
  })
})
