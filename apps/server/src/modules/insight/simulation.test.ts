/** What a draft would do to a real county: sums for those who may try, names for those who may see the families. */
import { type County, testHouse } from '@doudi/testkit'
import { describe, expect, test } from 'vitest'
import { Story } from '#modules/casework/case-story.testing.ts'
import { addStaff, startSession } from '#modules/identity/index.ts'
import { released } from '#modules/policies/drafting.testing.ts'
import { noScope, systemCaller } from '#platform/database/work.ts'
import type { OpenWork } from '#platform/jobs/jobs.ts'
import { runSimulationJob } from './run-simulation.ts'

const higher = { values: [{ parameter: 'urbanStandard', value: '900' }] }
const lower = { values: [{ parameter: '城镇低保标准', value: '800' }] }

/** Two families in one town: one gets 1,320 yuan a month, the other is 80 yuan above the standard. */
async function twoFamilies() {
  const house = await testHouse()
  const county = await house.county()
  const poor = await Story.until(house, county, 'assessed', { wageYuan: 1200 })
  const near = await Story.until(house, county, 'assessed', { wageYuan: 2600 })
  const supervisor = county.as('county-supervisor')
  const simulate = async (asked: object, path = '/simulations', by = supervisor) => {
    const { id } = await by.ok.post(path, { division: county.code, programme: 'dibao', drafts: [higher], ...asked })
    await house.jobs.drain()
    return by.ok.get(`/simulations/${id}`)
  }
  return { house, county, poor, near, supervisor, simulate }
}

const namesAt = async (client: { readonly ok: { get(path: string): Promise<unknown> } }, id: string, query = '') =>
  (await client.ok.get(`/simulations/${id}/changes${query}`)) as {
    items: { householdId: string; change: string; fenBefore: number; fenAfter: number; headName: string }[]
    next: string | null
  }

describe('a draft over the families of a county', () => {
  test('shows who enters and who gains, by name, and what it costs', async () => {
    const { poor, near, supervisor, simulate, county } = await twoFamilies()
    const done = await simulate({})
    expect(done).toMatchObject({ status: 'done', done: 2, total: 2, named: true })
    expect(done.result.comparisons[0].changes).toEqual([
      { area: county.towns[0]?.code, change: 'enters', households: 1, fenBefore: 0, fenAfter: 10_000 },
      { area: county.towns[0]?.code, change: 'gains', households: 1, fenBefore: 132_000, fenAfter: 150_000 },
    ])
    expect(done.result.areas).toEqual({ [String(county.towns[0]?.code)]: '测试镇1' })
    expect(done.result.categories.edge['zh-CN']).toContain('边缘')
    const { items } = await namesAt(supervisor, done.id)
    expect(
      items.map(({ householdId, change, fenBefore, fenAfter }) => [householdId, change, fenBefore, fenAfter]),
    ).toEqual(
      expect.arrayContaining([
        [poor.householdId, 'gains', 132_000, 150_000],
        [near.householdId, 'enters', 0, 10_000],
      ]),
    )
    expect(items.every(({ headName }) => headName.length > 1)).toBe(true)
  })

  test('compares two drafts, and lists one kind of change, page by page', async () => {
    const { supervisor, simulate } = await twoFamilies()
    const done = await simulate({ drafts: [higher, lower] })
    expect(done.result.comparisons.map((one: { before: string; after: string }) => [one.before, one.after])).toEqual([
      ['current', 'draft'],
      ['current', 'second'],
      ['draft', 'second'],
    ])
    const leaves = await namesAt(supervisor, done.id, '?comparison=2&change=leaves')
    expect(leaves.items.map(({ fenBefore, fenAfter }) => [fenBefore, fenAfter])).toEqual([[10_000, 0]])
    const first = await namesAt(supervisor, done.id, '?limit=1')
    const second = await namesAt(supervisor, done.id, `?limit=1&after=${first.next}`)
    expect(second.items).toHaveLength(1)
    expect(second.items[0]?.householdId).not.toBe(first.items[0]?.householdId)
  })

  test('is asked again in the list of the latest', async () => {
    const { supervisor, simulate } = await twoFamilies()
    const { id } = await simulate({})
    const { items } = await supervisor.ok.get('/simulations')
    expect(items[0]).toMatchObject({ id, status: 'done', over: 'register', drafts: [higher] })
    expect(items[0].result).toBeUndefined()
  })
})

test('a back-test keeps the facts, rules and day of each decision and exchanges only the values of the draft', async () => {
  const house = await testHouse()
  const county = await house.county()
  const story = await Story.until(house, county, 'awaiting', { wageYuan: 1200 })
  await story.assess(story.approver)
  await story.ok('approve', { assessmentId: story.assessmentId }, story.approver)
  await Story.until(house, county, 'assessed', { wageYuan: 2600 })
  const supervisor = county.as('county-supervisor')
  const { id } = await supervisor.ok.post('/simulations', {
    ...{ over: 'decisions', division: county.code, programme: 'dibao', drafts: [lower] },
  })
  await house.jobs.drain()
  const done = await supervisor.ok.get(`/simulations/${id}`)
  expect(done).toMatchObject({ status: 'done', total: 1 })
  expect(done.result.comparisons[0].changes).toMatchObject([
    { change: 'loses', households: 1, fenBefore: 132_000, fenAfter: 120_000 },
  ])
})

describe('a draft that is written for release', () => {
  const from = (day: string, parameter: string, value: string) => ({
    ...{ parameter, from: day, value, document: 'sample', clause: '示例', reason: null },
  })
  /** The law wants the other standard to go along. */
  const steps = [
    from('2031-07-01', '城镇特困基本标准', '1400'),
    from('2031-07-01', '城镇低保标准', '900'),
    from('2032-07-01', '城镇低保标准', '800'),
  ]

  /** Nothing of it is released. */
  async function twoSteps(county: County, changes = steps) {
    const officer = county.as('policy-officer')
    const { id, version } = await officer.ok.post('/policies/drafts', { pack: 'demo-jinan', title: '分两步调标准' })
    await officer.ok.put(`/policies/drafts/${id}`, { version, title: '分两步调标准', changes, documents: [] })
    return id as string
  }

  const changesOf = ({
    result,
  }: {
    result: { comparisons: { changes: { change: string; households: number }[] }[] }
  }) => result.comparisons.map(({ changes }) => changes.map(({ change, households }) => [change, households]))

  test('is tried as if it were released: each step counts from its day', async () => {
    const { county, simulate } = await twoFamilies()
    const drafts = [{ draftId: await twoSteps(county) }]
    const before = await simulate({ drafts, date: '2031-06-30' })
    const first = await simulate({ drafts, date: '2031-07-01' })
    const second = await simulate({ drafts, date: '2032-07-01' })
    expect(before.drafts).toEqual([{ ...drafts[0], version: 2, title: '分两步调标准' }])
    expect(changesOf(before)).toEqual([[['unchanged', 2]]])
    expect(changesOf(first)).toEqual([
      [
        ['enters', 1],
        ['gains', 1],
      ],
    ])
    expect(changesOf(second)).toEqual([
      [
        ['loses', 1],
        ['unchanged', 1],
      ],
    ])
  })

  test('stands beside values that are tried by hand, and what comes of it later does not touch the answer', async () => {
    const { county, simulate, supervisor } = await twoFamilies()
    const draftId = await twoSteps(county)
    const done = await simulate({ drafts: [{ draftId }, higher], date: '2031-07-01' })
    expect(changesOf(done)[2]).toEqual([['unchanged', 2]])
    const officer = county.as('policy-officer')
    const { version } = await officer.ok.get(`/policies/drafts/${draftId}`)
    await officer.ok.delete(`/policies/drafts/${draftId}?version=${version}`)
    expect(await supervisor.ok.get(`/simulations/${done.id}`)).toEqual(done)
  })

  test('is held against past decisions as if it had been in force on their day', async () => {
    const house = await testHouse()
    const county = await house.county()
    const story = await Story.until(house, county, 'awaiting', { wageYuan: 1200 })
    await story.assess(story.approver)
    await story.ok('approve', { assessmentId: story.assessmentId }, story.approver)
    const drafts = [{ draftId: await twoSteps(county) }]
    const supervisor = county.as('county-supervisor')
    const tried = async (date: string) => {
      const asked = { over: 'decisions', division: county.code, programme: 'dibao', drafts, date }
      const { id } = await supervisor.ok.post('/simulations', asked)
      await house.jobs.drain()
      return (await supervisor.ok.get(`/simulations/${id}`)).result.comparisons[0].changes
    }
    expect(await tried('2031-06-30')).toMatchObject([{ change: 'unchanged', fenBefore: 132_000, fenAfter: 132_000 }])
    expect(await tried('2031-07-01')).toMatchObject([{ change: 'gains', fenBefore: 132_000, fenAfter: 150_000 }])
    expect(await tried('2032-07-01')).toMatchObject([{ change: 'loses', fenBefore: 132_000, fenAfter: 120_000 }])
  })

  test('is refused while it breaks the law, with the reason', async () => {
    const { county, supervisor } = await twoFamilies()
    const drafts = [{ draftId: await twoSteps(county, [from('2031-07-01', '城镇低保标准', '900')]) }]
    const asked = { division: county.code, programme: 'dibao', drafts }
    const { status, body } = await supervisor.post('/simulations', asked)
    expect([status, body.code]).toEqual([422, 'insight.draft-faulty'])
    expect(body.details.first).toContain('特困')
  })

  test('is unknown to whoever answers for another county', async () => {
    const { house, county } = await twoFamilies()
    const other = await house.county()
    const asked = { division: other.code, programme: 'dibao', drafts: [{ draftId: await twoSteps(county) }] }
    expect((await other.as('county-supervisor').post('/simulations', asked)).body.code).toBe('policies.draft-unknown')
  })

  test('is refused for a place that its pack does not reach', async () => {
    const house = await testHouse()
    const [own, other] = [await house.county(), await house.county({ pack: 'demo-changzhou' })]
    const officer = await house.inWork(systemCaller, async work => {
      const roles = [own, other].map(({ code }) => ({ role: 'policy-officer', division: code }))
      const person = { login: `two-places-${own.code}`, name: '两处', division: own.code, password: null, roles }
      const { accountId } = await addStaff(work, person)
      return house.client(`__Host-doudi=${await startSession(work, accountId, { steppedUp: true })}`)
    })
    const asked = { division: other.code, programme: 'dibao', drafts: [{ draftId: await twoSteps(own) }] }
    const { status, body } = await officer.post('/simulations/synthetic', { ...asked, households: 1000 })
    expect([status, body.code]).toEqual([422, 'insight.draft-elsewhere'])
  })

  test('is refused once it is law, because there is nothing left to compare', async () => {
    const house = await testHouse()
    const county = await house.county({ pack: 'demo-changzhou' })
    const text = from('2043-03-01', '金额取整', '舍到元')
    const { id } = await released(county, [text])
    const asked = { division: county.code, programme: 'dibao', drafts: [{ draftId: id }] }
    const { status, body } = await county.as('county-supervisor').post('/simulations', asked)
    expect([status, body.code]).toEqual([409, 'insight.draft-released'])
  })
})

describe('invented families', () => {
  test('may be tried by the system administrator, who sees no real ones', async () => {
    const { county, simulate } = await twoFamilies()
    const admin = county.as('system-admin')
    const done = await simulate({ households: 1000, seed: 7 }, '/simulations/synthetic', admin)
    expect(done).toMatchObject({ status: 'done', done: 1000, total: 1000, named: false })
    expect(done.result.households).toBe(1000)
    expect((await admin.get(`/simulations/${done.id}/changes`)).status).toBe(403)
    expect(
      (await admin.post('/simulations', { division: county.code, programme: 'dibao', drafts: [higher] })).status,
    ).toBe(403)
  })
})

describe('what can be tried', () => {
  test('is listed with the values of today and what is not set', async () => {
    const county = await (await testHouse()).county()
    const options = await county.as('county-supervisor').ok.get(`/simulations/options?division=${county.code}`)
    expect(options).toMatchObject({ pack: 'demo-jinan', example: true, programme: 'dibao' })
    const named = (id: string) => options.parameters.find((parameter: { id: string }) => parameter.id === id)
    expect(named('urbanStandard')).toMatchObject({ value: '840', unit: '元/月', min: '1' })
    expect(named('edgeMultiple')).toMatchObject({ value: '1.5' })
  })
})

describe('is refused', () => {
  test.each([
    ['a value outside its bounds', { parameter: 'urbanStandard', value: '99999999' }, 'policy.override-invalid'],
    ['a value that is no number', { parameter: 'urbanStandard', value: '很多' }, 'policy.override-invalid'],
    ['a parameter that does not exist', { parameter: 'goldStandard', value: '1' }, 'policy.override-unknown'],
  ])('%s', async (_, value, code) => {
    const county = await (await testHouse()).county()
    const { status, body } = await county.as('county-supervisor').post('/simulations', {
      ...{ division: county.code, programme: 'dibao', drafts: [{ values: [value] }] },
    })
    expect([status, body.code]).toEqual([422, code])
  })

  test('an area that is not one’s own, and a simulation of somebody else', async () => {
    const { house, simulate } = await twoFamilies()
    const { id, division } = await simulate({})
    const stranger = (await house.county()).as('county-supervisor')
    const asked = await stranger.post('/simulations', { division, programme: 'dibao', drafts: [higher] })
    expect(asked.body.code).toBe('access.out-of-area')
    expect((await stranger.get(`/simulations/${id}`)).body.code).toBe('insight.simulation-unknown')
    expect((await stranger.get(`/simulations/${id}/changes`)).body.code).toBe('insight.simulation-unknown')
  })

  test('a town officer who has no county to answer for', async () => {
    const county = await (await testHouse()).county()
    expect((await county.as('town-approver').get('/simulations')).status).toBe(403)
  })
})

test('a run that is interrupted goes on from its last step and counts nobody twice', async () => {
  const { house, county, supervisor } = await twoFamilies()
  const asked = { division: county.code, programme: 'dibao', drafts: [higher] }
  const { id } = await supervisor.ok.post('/simulations', asked)
  const area = county.code.slice(0, 6)
  const caller = { ...systemCaller, scope: { ...noScope, areas: [area], adminAreas: [area] } }
  let units = 0
  const untilTheFirstStep: OpenWork = act => {
    units += 1
    if (units > 4) throw new Error('the process ended')
    return house.inWork(caller, act)
  }
  await expect(runSimulationJob.handle(untilTheFirstStep, { simulationId: id })).rejects.toThrow('the process ended')
  expect(await supervisor.ok.get(`/simulations/${id}`)).toMatchObject({ status: 'running', done: 2, result: null })
  await house.jobs.drain()
  const done = await supervisor.ok.get(`/simulations/${id}`)
  expect(done).toMatchObject({ status: 'done', done: 2, result: { households: 2 } })
  expect((await namesAt(supervisor, id)).items).toHaveLength(2)
})
