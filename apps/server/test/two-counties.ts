/** Two counties with families at every milestone, so that whatever a route shows belongs to somebody, and somebody else has the like. */
import {
  type ChainedCase,
  Client,
  type County,
  entryId,
  type StaffPlace,
  type TestHouse,
  testHouse,
} from '@doudi/testkit'
import { sql } from 'kysely'
import { startSession } from '#modules/identity/index.ts'
import { systemCaller, type Work } from '#platform/database/work.ts'

/** One family and everything that exists about it, by id; what a route may be aimed at. */
export interface Target {
  readonly county: County
  readonly pack: Pack
  readonly village: string
  /** Decided, with an award and paid lines. */
  readonly decided: ChainedCase
  /** Its notice hangs and somebody objected. */
  readonly hanging: ChainedCase
  /** Accepted, with a planned visit. */
  readonly accepted: ChainedCase
  readonly ids: Readonly<Record<Noun, string>>
  /** The account of the decided family's applicant. */
  readonly resident: string
}

type Pack = 'demo-jinan' | 'demo-changzhou'

export type Noun =
  | 'person'
  | 'assessment'
  | 'letter'
  | 'consent'
  | 'difference'
  | 'plannedVisit'
  | 'submission'
  | 'conflict'
  | 'objection'
  | 'award'
  | 'batch'
  | 'line'
  | 'budget'
  | 'account'
  | 'grant'
  | 'policyDraft'
  | 'simulation'

export interface TwoCounties {
  readonly house: TestHouse
  readonly home: County
  readonly away: County
  /** Families of the home county: the village most tests aim at, the village beside it, the other town; and the other county. */
  readonly here: Target
  readonly besides: readonly ChainedCase[]
  readonly there: Target
  /** Puts the clock to the day on which the notices hang. */
  today(): void
  /**
   * A caller at an address of its own, so that nobody's haste slows another down. Its session is shared with whoever
   * asks for the same post, and renewed when a test has ended it.
   */
  caller(role: string, place?: StaffPlace & { away?: boolean }): Promise<Client>
  /** A new session of the applicant. */
  resident(target: Target): Promise<Client>
  nobody(): Client
  ask<T>(query: (work: Work) => Promise<T>): Promise<T>
}

let built: Promise<TwoCounties> | undefined

export async function twoCounties(): Promise<TwoCounties> {
  built ??= build()
  const scene = await built
  await testHouse()
  scene.today()
  return scene
}

let addresses = 0

export function at(house: TestHouse, cookie?: string): Client {
  const address = `10.77.${(++addresses >> 8) & 255}.${addresses & 255}`
  const env = { incoming: { socket: { remoteAddress: address } } }
  return new Client(async request => house.app.fetch(request, env), cookie)
}

async function build(): Promise<TwoCounties> {
  const house = await testHouse()
  const home = await house.county()
  const away = await house.county({ pack: 'demo-changzhou' })
  for (const county of [home, away]) await hireEverybody(county)
  const besides = [
    await home.caseAt('publicised', { town: 0, villageNo: 1 }),
    await home.caseAt('publicised', { town: 1, villageNo: 0 }),
  ]
  const decided = [await home.caseAt('publicised'), await away.caseAt('publicised')] as const
  for (const one of [...decided, ...besides]) await one.goOn('decided')
  const here = await target(house, home, decided[0], 'demo-jinan')
  const there = await target(house, away, decided[1], 'demo-changzhou')
  for (const place of [{ villageNo: 1 }, { town: 1 }]) await sendEntries(home, place.town ?? 0, place.villageNo ?? 0)
  await home.caseAt('accepted', { town: 1 })
  const day = house.clock.now()
  const cookies = new Map<string, string>()
  return {
    ...{ house, home, away, here, there, besides, today: () => house.clock.moveTo(day) },
    caller: async (role, { away: far = false, ...place } = {}) => {
      const accountId = await (far ? away : home).as(role, place).accountId()
      const kept = cookies.get(accountId)
      if (kept && (await at(house, kept).get('/me')).status === 200) return at(house, kept)
      const session = await house.inWork(systemCaller, work => startSession(work, accountId, { steppedUp: true }))
      const cookie = `__Host-doudi=${session}`
      cookies.set(accountId, cookie)
      return at(house, cookie)
    },
    resident: async ({ resident }) =>
      at(house, `__Host-doudi=${await house.inWork(systemCaller, work => startSession(work, resident))}`),
    nobody: () => at(house),
    ask: query => house.inWork(systemCaller, query),
  }
}

/** Everybody is hired on the first day, so that nobody's role begins in the future of another test. */
async function hireEverybody(county: County): Promise<void> {
  for (const town of [0, 1]) {
    for (const village of [0, 1]) await county.as('coordinator', { town, village }).accountId()
    for (const nth of [0, 1]) await county.as('town-assistant', { town, nth }).accountId()
    await county.as('town-approver', { town }).accountId()
  }
  const roles = [
    'county-supervisor',
    'county-finance',
    'auditor',
    'system-admin',
    'security-admin',
    'audit-admin',
    'policy-officer',
    'policy-chief',
  ]
  for (const role of roles) for (const nth of [0, 1]) await county.as(role, { nth }).accountId()
}

async function target(house: TestHouse, county: County, decided: ChainedCase, pack: Pack): Promise<Target> {
  const hanging = await county.caseAt('publicised')
  await house.public.ok.post(`/public/notices/${hanging.noticeId}/objections`, { anonymous: true, content: '有辆车' })
  const accepted = await county.caseAt('accepted')
  const plannedVisit = await planVisit(house, county, accepted)
  await sendEntries(county, 0, 0)
  await pay(house, county)
  await county.as('auditor').ok.post('/journal/verify')
  const find = (table: string, where: string, value: string) =>
    house.inWork(systemCaller, async ({ db }) => {
      const query = sql<{
        id: string
      }>`select id from ${sql.table(table)} where ${sql.ref(where)} = ${value} order by id`
      const [row] = (await query.execute(db)).rows
      if (!row) throw new Error(`the fixture has no ${table}`)
      return row.id
    })
  const prefix = county.code.slice(0, 6)
  const account = await county.as('auditor', { nth: 1 }).accountId()
  const ids: Target['ids'] = {
    person: decided.persons[0] ?? '',
    assessment: decided.assessmentId,
    letter: await find('casework.letter', 'case_id', decided.caseId),
    consent: await find('verification.consent', 'case_id', decided.caseId),
    difference: await addDifference(house, decided),
    plannedVisit,
    submission: await house.inWork(systemCaller, async ({ db }) => {
      const query = db.selectFrom('survey.submission').select('id').where('division', '=', decided.division)
      return (await query.where('status', '=', 'refused').executeTakeFirstOrThrow()).id
    }),
    conflict: await disagree(county, hanging),
    objection: await find('publicity.objection', 'case_id', hanging.caseId),
    award: await find('benefits.award', 'case_id', decided.caseId),
    batch: await find('payments.batch', 'county', prefix),
    line: await find('payments.line', 'household_id', decided.householdId),
    budget: await find('funds.budget', 'county', prefix),
    account,
    grant: await find('identity.role_grant', 'account_id', account),
    policyDraft: await draftPolicy(county, pack),
    simulation: await simulate(county),
  }
  const resident = await house.inWork(systemCaller, async work => {
    const owner = sql<{
      id: string
    }>`select id from identity.account where ${decided.householdId}::uuid = any (households)`
    const [row] = (await owner.execute(work.db)).rows
    return row?.id ?? ''
  })
  return { county, pack, village: decided.division, decided, hanging, accepted, ids, resident }
}

/** Handed over, and not by the officer whom the tests send. */
async function draftPolicy(county: County, pack: Pack): Promise<string> {
  const author = county.as('policy-officer', { nth: 1 })
  const { id, version } = await author.ok.post('/policies/drafts', { pack, title: '调整取整' })
  const change = {
    parameter: '金额取整',
    from: '2045-01-01',
    value: '舍到元',
    document: 'sample',
    clause: '示例',
    reason: null,
  }
  const written = { version, title: '调整取整', changes: [change], documents: [] }
  const draft = await author.ok.put(`/policies/drafts/${id}`, written)
  return (await author.ok.post(`/policies/drafts/${id}/submit`, { version: draft.version })).id
}

/** Asked for; whether it has been worked out changes nothing about who may see it. */
async function simulate(county: County): Promise<string> {
  const drafts = [{ values: [{ parameter: 'rounding', value: '舍到元' }] }]
  const asked = { division: county.code, programme: 'dibao', drafts }
  return (await county.as('county-supervisor').ok.post('/simulations', asked)).id
}

async function planVisit(house: TestHouse, county: County, accepted: ChainedCase): Promise<string> {
  const town = county.as('town-assistant')
  const surveyors = [await town.accountId(), await county.as('coordinator').accountId()]
  const { version } = await town.ok.get(`/cases/${accepted.caseId}`)
  const plan = { plannedFor: house.clock.today(), surveyors, version }
  return (await town.ok.post(`/cases/${accepted.caseId}/visits`, plan)).id
}

/** What a coordinator's phone sends: a quick report, and a record of a visit that nobody knows, which is set aside. */
async function sendEntries(county: County, town: number, village: number): Promise<void> {
  const capturedAt = '2026-03-02T01:00:00.000Z'
  const division = county.towns[town]?.villages[village]?.code
  const content = { name: '陈老伯', division, place: '村东头', what: '屋顶塌了' }
  await county.as('coordinator', { town, village }).ok.post('/sync', {
    device: '示例手机',
    entries: [
      { id: entryId(), kind: 'report.quick', capturedAt, content },
      { id: entryId(), kind: 'visit.record', visitId: entryId(), baseVersion: 1, capturedAt, content: {} },
    ],
  })
}

/** A second record of a visit that was made, from a phone that had not heard of the first. */
async function disagree(county: County, { visitId }: ChainedCase): Promise<string> {
  const id = entryId()
  const content = { house: { nature: 'rented' } }
  const entry = { id, kind: 'visit.record', visitId, baseVersion: 1, capturedAt: '2026-03-02T01:00:00.000Z', content }
  const { results } = await county.as('town-assistant').ok.post('/sync', { device: '另一部手机', entries: [entry] })
  if (results[0]?.status !== 'conflict') throw new Error(`no conflict: ${JSON.stringify(results)}`)
  return id
}

async function pay(house: TestHouse, county: County): Promise<void> {
  const [maker, releaser] = [county.as('county-finance'), county.as('county-finance', { nth: 1 })]
  const budget = await maker.ok.post('/budgets', {
    ...{ programme: 'dibao', fundLine: '示例资金', year: 2026, amountFen: 100_000_000 },
  })
  const month = await house.inWork(systemCaller, async ({ db }) => {
    const latest = db.selectFrom('benefits.award').select('start_month').where('county', '=', county.code.slice(0, 6))
    return (await latest.orderBy('start_month', 'desc').executeTakeFirstOrThrow()).start_month
  })
  const { id } = await maker.ok.post('/batches', { programme: 'dibao', month, budgetId: budget.id })
  await releaser.ok.post(`/batches/${id}/release`)
  await releaser.ok.post(`/batches/${id}/send`)
}

/** A difference nobody has settled, as a later answer of a department would leave it. */
function addDifference(house: TestHouse, { caseId, division, householdId, persons }: ChainedCase): Promise<string> {
  return house.inWork(systemCaller, async work => {
    const { id: requestId } = await work.db
      .selectFrom('verification.request')
      .select('id')
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow()
    const id = work.newId<'difference'>()
    await work.db
      .insertInto('verification.difference')
      .values({
        ...{ county: division.slice(0, 6), id, division, household_id: householdId, case_id: caseId },
        ...{ request_id: requestId, person_id: persons[0] ?? null, field: 'vehicles', found_fact_id: work.newId() },
      })
      .execute()
    return id
  })
}
