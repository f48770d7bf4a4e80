/** What a draft would do to a real county: sums for those who may try, names for those who may see the families. */
import { testHouse } from '@doudi/testkit'
import { describe, expect, test } from 'vitest'
import { Story } from '#modules/casework/case-story.testing.ts'
import { systemCaller } from '#platform/database/work.ts'

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

test('a run that is interrupted begins again and counts nobody twice', async () => {
  const { house, simulate, supervisor } = await twoFamilies()
  const { id } = await simulate({})
  await house.inWork(systemCaller, async work => {
    await work.db.updateTable('insight.simulation').set({ status: 'running' }).where('id', '=', id).execute()
    const { division } = await work.db
      .selectFrom('insight.simulation')
      .select('division')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await work.enqueue('insight.simulate', { area: division.slice(0, 6), simulationId: id })
  })
  await house.jobs.drain()
  expect((await supervisor.ok.get(`/simulations/${id}`)).result.households).toBe(2)
  expect((await namesAt(supervisor, id)).items).toHaveLength(2)
})
