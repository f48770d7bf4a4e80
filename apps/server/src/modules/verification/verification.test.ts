/** A round of questions through HTTP, against the simulated departments. */
import { type County, type TestHouse, testHouse } from '@doudi/testkit'
import { beforeEach, describe, expect, test } from 'vitest'
import { systemCaller } from '#platform/database/work.ts'

let house: TestHouse
let county: County
beforeEach(async () => {
  house = await testHouse()
  county = await house.county()
})

interface Query {
  readonly id: string
  readonly personName: string
  readonly source: string
  readonly status: string
  readonly attempts: number
  readonly lastError: string | null
  readonly findings: readonly object[]
}

async function acceptedCase() {
  const { caseId, householdId, application } = await county.apply()
  const town = county.as('town-assistant')
  const { version } = await town.ok.get(`/cases/${caseId}`)
  await town.ok.post(`/cases/${caseId}/accept`, { version })
  const numberOf = (i: number) => application.members[i]?.identityNumber ?? ''
  const report = () => town.ok.get(`/cases/${caseId}/verification`)
  const start = async () => {
    const { version: latest } = await town.ok.get(`/cases/${caseId}`)
    return town.post(`/cases/${caseId}/verification`, { version: latest })
  }
  const verified = async () => {
    const started = await start()
    expect(started.status).toBe(200)
    await house.jobs.drain()
    return report()
  }
  const queryOf = async (i: number, source: string): Promise<Query> => {
    const { queries } = (await report()) as { queries: Query[] }
    const found = queries.find(query => query.source === source && query.personName === application.members[i]?.name)
    if (!found) throw new Error(`nobody asked ${source}`)
    return found
  }
  return { caseId, householdId, application, town, numberOf, report, start, verified, queryOf }
}

const deposit = (balanceFen: number) => ({ bank: '示例农商行', accountTail: '0018', balanceFen })

describe('a round about a quiet family', () => {
  test('asks every department about every member and finds nothing to explain', async () => {
    const { verified, caseId, town } = await acceptedCase()
    const report = await verified()
    expect(report).toMatchObject({
      round: 1,
      periodFrom: '2025-03-01',
      periodTo: '2026-02-28',
      completedAt: house.clock.now(),
      summary: { answered: 3, nothingFound: 18, failed: 0, pending: 0, noConsent: 0, mismatch: 0 },
      differences: [],
      deaths: [],
    })
    expect((await town.ok.get(`/cases/${caseId}`)).flags).not.toContain('verification-incomplete')
  })

  test('waits for its departments, and a second round waits for the first', async () => {
    const { start, report } = await acceptedCase()
    await start()
    expect(await report()).toMatchObject({ completedAt: null, summary: { pending: 21 } })
    expect((await start()).body.code).toBe('verification.round-running')
  })

  test('needs the version the officer saw', async () => {
    const { caseId, town } = await acceptedCase()
    const { body } = await town.post(`/cases/${caseId}/verification`, { version: 1 })
    expect(body.code).toBe('casework.version-changed')
  })

  test('names the sources of the procedure that no department is connected for', async () => {
    const { verified } = await acceptedCase()
    const { notAsked } = await verified()
    expect(notAsked).toContainEqual({ source: 'tax', sourceName: '税务', why: 'not-connected' })
  })

  test('nobody has asked yet is not the same as nothing was found', async () => {
    const { report } = await acceptedCase()
    expect(await report()).toMatchObject({ round: 0, number: null, queries: [] })
  })
})

describe('a department that does not answer', () => {
  test('is asked three times and then set aside: failed is not “nothing”', async () => {
    const { numberOf, verified, queryOf, town, caseId } = await acceptedCase()
    house.departments.script(numberOf(0), 'deposits', { status: 503 })
    expect((await verified()).summary).toMatchObject({ failed: 1, nothingFound: 17 })
    expect(await queryOf(0, 'deposits')).toMatchObject({
      status: 'failed',
      attempts: 3,
      lastError: 'refused',
      findings: [],
    })
    expect((await town.ok.get(`/cases/${caseId}`)).flags).toContain('verification-incomplete')
  })

  test('answers at the second attempt, and only that counts', async () => {
    const { numberOf, verified, queryOf } = await acceptedCase()
    house.departments.script(numberOf(0), 'vehicles', [{ status: 503 }, { rows: [] }])
    await verified()
    expect(await queryOf(0, 'vehicles')).toMatchObject({ status: 'nothing-found', attempts: 2, lastError: null })
  })

  test('can be asked again by hand; what was answered stays', async () => {
    const { numberOf, verified, queryOf, town, caseId, report } = await acceptedCase()
    house.departments.script(numberOf(0), 'deposits', { status: 503 })
    const before = await verified()
    house.departments.script(numberOf(0), 'deposits', { rows: [deposit(100_000)] })
    const { id } = await queryOf(0, 'deposits')
    const asked = await town.ok.post(`/cases/${caseId}/verification/retry`, { queryIds: [id] })
    expect(asked.summary).toMatchObject({ pending: 1, failed: 0 })
    await house.jobs.drain()
    const after = await report()
    expect(after.summary).toMatchObject({ answered: 4, failed: 0, pending: 0 })
    const others = (queries: Query[]) => queries.filter(query => query.id !== id)
    expect(others(after.queries)).toEqual(others(before.queries))
    expect((await town.ok.get(`/cases/${caseId}`)).flags).not.toContain('verification-incomplete')
  })

  test('only failed queries of the latest round are asked again', async () => {
    const { verified, queryOf, town, caseId } = await acceptedCase()
    const retry = (queryIds: string[]) => town.post(`/cases/${caseId}/verification/retry`, { queryIds })
    expect((await retry([crypto.randomUUID()])).status).toBe(422)
    await verified()
    const { id } = await queryOf(0, 'vehicles')
    expect((await retry([id])).body.code).toBe('verification.nothing-to-retry')
  })

  test('is not asked again about somebody who withdrew', async () => {
    const { numberOf, application, verified, queryOf, town, caseId } = await acceptedCase()
    house.departments.script(numberOf(0), 'deposits', { status: 503 })
    await verified()
    const { items } = await town.ok.get(`/cases/${caseId}/consents`)
    const own = items.find((one: { personName: string }) => one.personName === application.members[0]?.name)
    await town.ok.post(`/consents/${own.id}/withdraw`, {})
    const query = await queryOf(0, 'deposits')
    const { body } = await town.post(`/cases/${caseId}/verification/retry`, { queryIds: [query.id] })
    expect(body.code).toBe('verification.consent-not-valid')
  })
})

describe('an answer about somebody else', () => {
  test.each([
    ['a namesake', { identityNumber: '370199197908120138' }],
    ['another name under the number', { name: '别人' }],
  ])('%s is a mismatch and nothing of it is used', async (_, somebody) => {
    const { numberOf, verified, queryOf } = await acceptedCase()
    house.departments.script(numberOf(0), 'deposits', { rows: [deposit(1), { ...deposit(99_000_000), ...somebody }] })
    const { summary, differences } = await verified()
    expect(summary.mismatch).toBe(1)
    expect(differences).toEqual([])
    expect(await queryOf(0, 'deposits')).toMatchObject({ status: 'mismatch', findings: [] })
  })

  test('the same name written with spaces is the same person', async () => {
    const { numberOf, application, verified, queryOf } = await acceptedCase()
    const name = application.members[0]?.name ?? ''
    house.departments.script(numberOf(0), 'deposits', { rows: [{ ...deposit(1), name: ` ${name} ` }] })
    await verified()
    expect((await queryOf(0, 'deposits')).status).toBe('answered')
  })
})

describe('differences', () => {
  test('between declared and found are added up over the household and settled once', async () => {
    const { numberOf, verified, town, caseId, application } = await acceptedCase()
    house.departments.script(numberOf(0), 'deposits', { rows: [deposit(16_000_000)] })
    house.departments.script(numberOf(1), 'deposits', { rows: [deposit(2_600_000)] })
    const { differences } = await verified()
    expect(differences).toMatchObject([
      {
        field: 'deposits',
        label: '存款',
        personName: null,
        declared: '3,000.00 元',
        found: '186,000.00 元',
        resolution: null,
      },
    ])
    expect(application.property.depositsFen).toBe(300_000)
    const settle = () =>
      town.post(`/differences/${differences[0].id}/resolve`, { resolution: 'use-found', reason: '本人承认' })
    const settled = await settle()
    expect(settled.body.differences).toMatchObject([{ resolution: 'use-found', reason: '本人承认' }])
    expect((await settle()).body.code).toBe('verification.resolved')
    const facts = await town.ok.get(`/cases/${caseId}/facts`)
    const items = Array.isArray(facts) ? facts : facts.items
    expect(items.find(({ field }: { field: string }) => field === 'deposits')).toMatchObject({
      found: { source: 'verified', sourceDetail: '银行（存款）', asOf: '2026-03-02' },
      resolution: 'use-found',
    })
  })

  test('a wage nobody declared belongs to its person', async () => {
    const { numberOf, verified, application } = await acceptedCase()
    house.departments.script(numberOf(1), 'social-insurance', {
      rows: [{ kind: 'wage', employer: '示例厂', monthlyFen: 250_000 }],
    })
    expect((await verified()).differences).toMatchObject([
      { field: 'wage', personName: application.members[1]?.name, declared: '—', found: '2,500.00 元' },
    ])
  })

  test('less than declared is none', async () => {
    const { numberOf, verified } = await acceptedCase()
    house.departments.script(numberOf(0), 'deposits', { rows: [deposit(100)] })
    expect((await verified()).differences).toEqual([])
  })

  test('a death is flagged', async () => {
    const { numberOf, verified, town, caseId, queryOf } = await acceptedCase()
    house.departments.script(numberOf(1), 'deaths', { rows: [{ diedOn: '2026-01-15' }] })
    const { deaths, differences } = await verified()
    expect(deaths).toHaveLength(1)
    expect(differences).toMatchObject([{ field: 'diedOn', found: '2026-01-15' }])
    expect((await queryOf(1, 'deaths')).findings).toEqual([{ label: '死亡登记', display: '2026-01-15' }])
    expect((await town.ok.get(`/cases/${caseId}`)).flags).toContain('death-found')
  })
})

describe('a case that is closed meanwhile', () => {
  test('is not asked about any more, and says so', async () => {
    const { start, town, caseId, report, queryOf } = await acceptedCase()
    await start()
    const { version } = await town.ok.get(`/cases/${caseId}`)
    await town.ok.post(`/cases/${caseId}/withdraw`, { version, reason: '不申请了' })
    await house.jobs.drain()
    expect((await report()).summary).toMatchObject({ answered: 0, nothingFound: 0, failed: 21 })
    const query = await queryOf(0, 'deposits')
    expect(query).toMatchObject({ status: 'failed', lastError: 'case-closed', attempts: 0 })
    const { body } = await town.post(`/cases/${caseId}/verification/retry`, { queryIds: [query.id] })
    expect(body.code).toBe('verification.case-closed')
  })
})

describe('on the record', () => {
  const acts = async (
    town: Awaited<ReturnType<typeof acceptedCase>>['town'],
    householdId: string,
  ): Promise<string[]> => {
    const { items } = await town.ok.get(`/households/${householdId}/line?limit=200`)
    return items.map(({ act }: { act: string }) => act)
  }

  test('a round ends once, however often a job is delivered', async () => {
    const { verified, householdId, town, queryOf } = await acceptedCase()
    await verified()
    const { id } = await queryOf(0, 'deposits')
    const area = county.towns[0]?.villages[0]?.code
    await house.inWork(systemCaller, work => work.enqueue('verification.ask-department', { area, queryId: id }))
    await house.jobs.drain()
    expect((await acts(town, householdId)).filter(act => act === 'verification.completed')).toHaveLength(1)
  })

  test('every opening of the report stands on the line', async () => {
    const { verified, householdId, town, report } = await acceptedCase()
    await verified()
    const opened = async () =>
      (await acts(town, householdId)).filter(act => act === 'verification.report-opened').length
    const before = await opened()
    await report()
    expect(await opened()).toBe(before + 1)
  })

  test('a new round stands beside the old one', async () => {
    const { verified, caseId } = await acceptedCase()
    await verified()
    expect(await verified()).toMatchObject({ round: 2, summary: { answered: 3, nothingFound: 18 } })
    const rounds = await house.inWork(systemCaller, work =>
      work.db
        .selectFrom('verification.request')
        .select(['round', 'completed_at'])
        .where('case_id', '=', caseId)
        .orderBy('round')
        .execute(),
    )
    expect(rounds.map(({ round, completed_at }) => [round, completed_at !== null])).toEqual([
      [1, true],
      [2, true],
    ])
  })
})

test('another town sees nothing of it', async () => {
  const { caseId, verified } = await acceptedCase()
  const { differences } = await verified()
  expect(differences).toEqual([])
  const stranger = county.as('town-assistant', { town: 1 })
  expect((await stranger.get(`/cases/${caseId}/verification`)).body.code).toBe('access.out-of-area')
  expect((await stranger.post(`/cases/${caseId}/verification`, { version: 2 })).body.code).toBe('access.out-of-area')
})
