import { testHouse } from '@doudi/testkit'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { systemCaller, type Work } from '#platform/database/work.ts'
import { addDelegation, addDivision, calendarFor, delegationFor, divisionOf, packOf, pathOf } from './index.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let county: Awaited<ReturnType<typeof house.county>>
beforeAll(async () => {
  house = await testHouse()
  county = await house.county({ pack: 'demo-changzhou' })
})
beforeEach(() => testHouse())

const inside = <T>(act: (work: Work) => Promise<T>) => house.inWork(systemCaller, act)
const codeOf = (outcome: Promise<unknown>) =>
  outcome.then(
    () => 'ok',
    error => error.code as string,
  )
const town = () => county.towns[0]?.code ?? ''
const village = () => county.towns[0]?.villages[0]?.code ?? ''
const prefix = () => county.code.slice(0, 6)

test('a village is ruled by the nearest pack above it and shows the nearest telephone', async () => {
  await inside(async work => {
    expect(await packOf(work, village())).toBe('demo-changzhou')
    const own = {
      code: `${prefix()}950000`,
      name: '试点镇',
      level: 'town',
      parent: county.code,
      validFrom: '2020-01-01',
    } as const
    await addDivision(work, { ...own, pack: 'demo-jinan', contactPhone: '0531-66601234' })
    const below = `${prefix()}950201`
    await addDivision(work, {
      code: below,
      name: '试点村',
      level: 'village',
      parent: own.code,
      validFrom: '2020-01-01',
    })
    const division = await divisionOf(work, below)
    expect(division).toMatchObject({ pack: 'demo-jinan', contactPhone: '0531-66601234', contactHours: '9:00–17:00' })
    expect((await pathOf(work, below)).map(({ name }) => name)).toEqual([
      expect.stringContaining('测试县'),
      '试点镇',
      '试点村',
    ])
  })
})

test('where no pack rules, that is said', async () => {
  const code = '998800000000'
  await inside(work =>
    addDivision(work, { code, name: '无政策市', level: 'city', parent: null, validFrom: '2020-01-01' }),
  )
  expect(await codeOf(inside(work => packOf(work, code)))).toBe('places.no-pack')
})

test('an unknown division is refused', async () => {
  expect(await codeOf(inside(work => divisionOf(work, '110000000000')))).toBe('places.unknown-division')
})

test('a division’s code fits its level and the division above it, and is used once', async () => {
  const add = (code: string, level: 'town' | 'village', parent: string) =>
    codeOf(inside(work => addDivision(work, { code, name: '某地', level, parent, validFrom: '2020-01-01' })))
  expect(await add(`${prefix()}960000`, 'village', county.code)).toBe('places.code-does-not-fit')
  expect(await add('370303960000', 'town', county.code)).toBe('places.code-does-not-fit')
  expect(await add(`${prefix()}960000`, 'town', village())).toBe('places.code-does-not-fit')
  expect(await add(town(), 'town', county.code)).toBe('places.division-exists')
})

test('everybody may look divisions up: below one, or all of a level inside it', async () => {
  const below = await house.public.ok.get(`/divisions?parent=${town()}`)
  expect(below.items.map((item: { code: string }) => item.code)).toEqual(
    county.towns[0]?.villages.map(({ code }) => code),
  )
  const villages = await house.public.ok.get(`/divisions?parent=${county.code}&level=village&limit=3`)
  expect(villages.items).toHaveLength(3)
  const rest = await house.public.ok.get(`/divisions?parent=${county.code}&level=village&after=${villages.next}`)
  expect(rest.items.map((item: { code: string }) => item.code)).toContain(county.towns[1]?.villages[1]?.code)
  expect(rest.next).toBeNull()
})

test('a division is shown with its path, pack and telephone', async () => {
  const shown = await house.public.ok.get(`/divisions/${village()}`)
  expect(shown).toMatchObject({
    level: 'village',
    parent: town(),
    pack: 'demo-changzhou',
    contactPhone: '0531-00000000',
  })
  expect(shown.path.map((step: { code: string }) => step.code)).toEqual([county.code, town(), village()])
  expect((await house.public.get('/divisions/110000000000')).body.code).toBe('places.unknown-division')
})

test('a delegation counts for its programme, its town and its time', async () => {
  const [, other] = county.towns
  await inside(work =>
    addDelegation(work, {
      town: other?.code ?? '',
      programme: 'tekun',
      basis: '委托书〔2026〕1号',
      validFrom: '2026-01-01',
      validTo: '2026-06-30',
    }),
  )
  const holds = (programme: string, date: string, code = other?.code ?? '') =>
    inside(async work => (await delegationFor(work, code, programme, date)) !== null)
  expect([await holds('tekun', '2026-01-01'), await holds('tekun', '2026-06-30')]).toEqual([true, true])
  expect([await holds('tekun', '2025-12-31'), await holds('tekun', '2026-07-01')]).toEqual([false, false])
  expect([await holds('linshi', '2026-03-01'), await holds('tekun', '2026-03-01', town())]).toEqual([false, false])
})

test('the system administrator delegates; twice for the same time, to a county, or backwards is refused', async () => {
  const system = county.as('system-admin')
  const wanted = { town: town(), programme: 'linshi', basis: '委托书〔2026〕2号', validFrom: '2026-03-01' }
  const made = await system.post('/delegations', wanted)
  expect([made.status, made.body]).toEqual([
    201,
    expect.objectContaining({ town: town(), townName: '测试镇1', county: prefix() }),
  ])
  expect((await system.post('/delegations', { ...wanted, validFrom: '2027-01-01' })).body.code).toBe(
    'places.delegation-overlaps',
  )
  expect((await system.post('/delegations', { ...wanted, town: county.code })).body.code).toBe('places.not-a-town')
  expect((await system.post('/delegations', { ...wanted, programme: 'other', validTo: '2026-02-01' })).body.code).toBe(
    'places.period-backwards',
  )
  const list = await county.as('auditor').ok.get(`/delegations?county=${county.code}`)
  expect(list.items.map((item: { programme: string }) => item.programme)).toContain('linshi')
})

test('SR-14 nobody delegates or sets working days in another county', async () => {
  const elsewhere = await house.county()
  const stranger = elsewhere.as('system-admin')
  const delegation = { town: town(), programme: 'linshi', basis: '委托书', validFrom: '2026-03-01' }
  expect((await stranger.post('/delegations', delegation)).body.code).toBe('access.out-of-area')
  const day = { area: town(), day: '2026-03-04', workday: false, reason: '暴雪' }
  expect((await stranger.post('/calendar-days', day)).body.code).toBe('access.out-of-area')
  expect((await county.as('town-assistant').post('/calendar-days', day)).body.code).toBe('access.forbidden')
})

test('a limit of working days skips weekends and holidays and counts make-up workdays', async () => {
  const due = async (from: string, count: number) =>
    (await house.public.ok.get(`/working-days?from=${from}&count=${count}`)).dueOn
  expect(await due('2026-03-02', 3)).toBe('2026-03-05')
  expect(await due('2026-03-05', 2)).toBe('2026-03-09')
  const far = await house.public.ok.get('/working-days?from=2030-01-02&count=3')
  expect(far.provisional).toBe(true)
})

test('an area’s own days change its limits and those below it, the nearest area winning', async () => {
  const system = county.as('system-admin')
  const set = (area: string, workday: boolean) =>
    system.ok.post('/calendar-days', { area, day: '2026-03-11', workday, reason: '当地安排' })
  const due = async (division: string) =>
    (await house.public.ok.get(`/working-days?from=2026-03-10&count=1&division=${division}`)).dueOn
  await set(county.code, false)
  expect([await due(village()), await due(county.code)]).toEqual(['2026-03-12', '2026-03-12'])
  await set(town(), true)
  expect([await due(village()), await due(county.code)]).toEqual(['2026-03-11', '2026-03-12'])
  const shown = await house.public.ok.get(`/calendar-days?area=${town()}`)
  expect(shown.items).toEqual([{ area: town(), day: '2026-03-11', workday: true, reason: '当地安排' }])
  await inside(async work => {
    expect((await calendarFor(work, village())).isWorkday('2026-03-11' as never)).toBe(true)
  })
})
