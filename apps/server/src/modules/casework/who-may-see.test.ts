/** Areas, versions and two hands at once. */
import { family, testHouse } from '@doudi/testkit'
import { beforeEach, describe, expect, test } from 'vitest'
import { addDelegation } from '#modules/places/index.ts'
import { systemCaller } from '#platform/database/work.ts'
import { Story } from './case-story.testing.ts'

const house = await testHouse()
const county = await house.county()
beforeEach(() => house.clock.moveTo('2026-03-02T01:00:00.000Z'))

describe('a case of another town', () => {
  test('does not exist for whoever works elsewhere', async () => {
    const story = await Story.until(house, county, 'assessed')
    const neighbour = county.as('town-assistant', { town: 1 })
    for (const path of ['', '/facts', '/letters', '/assessments', '/receipt']) {
      const { status, body } = await neighbour.get(`/cases/${story.caseId}${path}`)
      expect([path, status, body.code]).toEqual([path, 404, 'access.out-of-area'])
    }
    expect((await neighbour.get(`/assessments/${story.assessmentId}`)).status).toBe(404)
    const act = await neighbour.post(`/cases/${story.caseId}/withdraw`, {
      version: await story.version(),
      reason: '不',
    })
    expect(act.body.code).toBe('access.out-of-area')
    expect((await neighbour.ok.get('/cases?q=测')).items).toEqual([])
  })

  test('and nobody takes an application in for a village that is not theirs', async () => {
    const { application } = await county.apply()
    const foreign = { ...application, division: county.towns[1]?.villages[0]?.code }
    const answer = await county.as('town-assistant').post('/applications', { application: foreign, channel: 'window' })
    expect([answer.status, answer.body.code]).toEqual([404, 'access.out-of-area'])
  })
})

describe('two people act on one case', () => {
  test('whoever saw an older version is told which one to look at', async () => {
    const story = await Story.until(house, county, 'submitted')
    const seen = await story.version()
    await story.ok('accept')
    const late = await story.assistant.post(`/cases/${story.caseId}/reject`, { version: seen, reason: '晚了' })
    expect(late.body).toMatchObject({
      code: 'casework.version-changed',
      details: { version: seen + 1, status: 'investigating' },
    })
  })

  test('approve and refuse at the same moment: exactly one decides', async () => {
    const story = await Story.until(house, county, 'awaiting')
    const version = await story.version()
    const second = county.as('town-approver', { nth: 1 })
    const answers = await Promise.all([
      story.approver.post(`/cases/${story.caseId}/approve`, { version, assessmentId: story.assessmentId }),
      second.post(`/cases/${story.caseId}/refuse`, {
        version,
        assessmentId: story.assessmentId,
        reasonCode: 'not-resident',
        reason: '不在本地',
      }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('casework.version-changed')
    const decided = (await story.row()).state.decision?.outcome
    expect(decided).toBe(answers[0]?.status === 200 ? 'approved' : 'refused')
  })

  test('the same key gives the same answer and one act', async () => {
    const story = await Story.until(house, county, 'submitted')
    const key = '0190b8c0-0000-7000-8000-000000000001'
    const version = await story.version()
    const call = () => story.assistant.post(`/cases/${story.caseId}/accept`, { version }, { key })
    const [first, second] = [await call(), await call()]
    expect(second.body).toEqual(first.body)
    expect(await story.version()).toBe(version + 1)
  })

  test('a family is taken in once, also at two windows at once', async () => {
    const application = family({ village: county.towns[0]?.villages[0]?.code ?? '' })
    const windows = [county.as('town-assistant'), county.as('town-assistant', { nth: 1 })]
    const answers = await Promise.all(
      windows.map(window => window.post('/applications', { application, channel: 'window' })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    const again = await county.as('town-assistant').post('/applications', { application, channel: 'window' })
    expect([again.status, again.body.code]).toEqual([409, 'casework.already-open'])
  })
})

test('where the county has not delegated, nobody in the town decides', async () => {
  const own = await house.county({ pack: 'demo-changzhou' })
  const story = await Story.until(house, own, 'awaiting')
  const town = own.towns[0]?.code ?? ''
  await house.inWork(systemCaller, async work => {
    await work.db.updateTable('places.delegation').set({ valid_to: '2026-03-01' }).where('town', '=', town).execute()
  })
  const answer = await story.post('approve', { assessmentId: story.assessmentId }, story.approver)
  expect([answer.status, answer.body.code]).toEqual([403, 'casework.not-delegated'])
  expect((await story.approver.ok.get(`/cases/${story.caseId}`)).can.refuse).toBe('casework.not-delegated')
  await house.inWork(systemCaller, work =>
    addDelegation(work, { town, programme: 'dibao', basis: '示例', validFrom: '2026-03-05' }),
  )
  expect((await story.post('approve', { assessmentId: story.assessmentId }, story.approver)).status).toBe(200)
})

describe('the queue', () => {
  test('begins with the nearest deadline, pages without losing a row, and counts what waits for me', async () => {
    const own = await house.county()
    await Promise.all(['town-assistant', 'town-approver'].map(role => own.as(role).accountId()))
    for (const [i, point] of (['submitted', 'accepted', 'accepted', 'verified', 'submitted'] as const).entries()) {
      house.clock.moveTo(`2026-03-0${6 - i}T01:00:00.000Z`)
      await Story.until(house, own, point)
    }
    const assistant = own.as('town-assistant')
    const all = (await assistant.ok.get('/cases?queue=mine')).items as { id: string; dueOn: string | null }[]
    expect(all).toHaveLength(5)
    const due = all.map(({ dueOn }) => dueOn ?? '9999')
    expect(due).toEqual(due.toSorted())
    const paged: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const page: { items: { id: string }[]; next: string | null } = await assistant.ok.get(
        `/cases?limit=2${next && `&after=${next}`}`,
      )
      paged.push(...page.items.map(({ id }) => id))
      next = page.next
    }
    expect(paged).toEqual(all.map(({ id }) => id))
    expect(await assistant.ok.get('/cases/count')).toEqual({ byStatus: { submitted: 2, investigating: 3 }, mine: 5 })
    expect((await own.as('town-approver').ok.get('/cases/count')).mine).toBe(0)
  })

  test('finds by number and by how the name begins, and leaves the house as a harmless file', async () => {
    const own = await house.county()
    const story = await Story.until(house, own, 'accepted', { names: ['欧阳海', '林梅', '欧阳小舟'] })
    const find = async (q: string) =>
      (await own.as('county-supervisor').ok.get(`/cases?q=${encodeURIComponent(q)}`)).items.length
    const { number } = await story.row()
    expect([
      await find('欧阳'),
      await find('歐陽海'),
      await find('李'),
      await find(number),
      await find(number.slice(-6)),
      await find('%'),
    ]).toEqual([1, 1, 0, 1, 1, 0])
    expect((await own.as('town-assistant').get('/cases/export')).status).toBe(403)
    const file = await own.as('county-supervisor').get('/cases/export')
    expect(file.text).toMatch(/^导出人 county-supervisor/)
    expect(file.text).toContain('欧阳海')
  })
})
