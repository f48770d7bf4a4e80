/** A release is law for every process from its commit on and for every family from its first day on, and stays on record. */
import type { Situation } from '@doudi/policy'
import { testHouse } from '@doudi/testkit'
import { describe, expect, test, vi } from 'vitest'
import { canonicalJson } from '#modules/journal/index.ts'
import { systemCaller, type Work } from '#platform/database/work.ts'
import { EditionShelf } from './current-edition.ts'
import { editionWithDraft } from './draft-findings.ts'
import { changeFrom, officer, PACK, released, submitted, written } from './drafting.testing.ts'
import { evaluateEdition, evaluateFor } from './programme.ts'

// Reading all packs takes its time on a busy machine, and some of these read them several times.
vi.setConfig({ testTimeout: 240_000 })

const situation: Situation = { members: [{ birthDate: '1975-01-01', registration: 'rural', wage: 100.5 }] }
const on = (date: string) => ({ pack: PACK, programme: 'dibao', date, situation })

async function scene() {
  const house = await testHouse()
  const county = await house.county({ pack: PACK })
  const inOffice = <T>(use: (work: Work) => Promise<T>) => house.inWork(systemCaller, use)
  const roundingOn = async (date: string) => {
    const { evaluation } = await inOffice(work => evaluateFor(work, on(date)))
    return evaluation.decision.amountFenPerMonth % 100
  }
  return { house, county, inOffice, roundingOn }
}

test('it holds from its first day, and not before', async () => {
  const { county, roundingOn, inOffice } = await scene()
  const before = await inOffice(work => evaluateFor(work, on('2042-03-01')))
  const law = await released(county, [{ from: '2042-03-01', value: '四舍五入到分' }])
  expect(law).toMatchObject({ status: 'released', decided: { name: 'policy-officer2' }, findings: [] })
  expect(law.changes[0]).toMatchObject({ before: { value: '进一到元' }, display: { 'zh-CN': '四舍五入到分' } })
  expect([await roundingOn('2042-02-28'), await roundingOn('2042-03-01')]).toEqual([0, 60])
  // What was decided under the old law is worked out from the old text, to the byte.
  const again = await inOffice(work => evaluateEdition(work, before.edition, on('2042-03-01')))
  expect(canonicalJson(again)).toBe(canonicalJson(before.evaluation))
})

test('the edition it made is kept, and names the text that holds', async () => {
  const { county, inOffice } = await scene()
  const { id } = await released(county, [{ from: '2042-04-01' }], [])
  const row = await inOffice(({ db }) =>
    db
      .selectFrom('policies.release')
      .innerJoin('policies.edition', 'policies.edition.hash', 'policies.release.edition')
      .select(['seq', 'files', 'hash'])
      .where('draft_id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  const files = row.files as Record<string, string>
  expect(files['demo/changzhou/parameters/published.yaml']).toContain(`# 第 ${row.seq} 次发布，2026-03-02`)
  const { edition } = await inOffice(work => evaluateFor(work, on('2042-04-01')))
  expect(edition).toBe(row.hash)
})

test('another process sees it with its next piece of work', async () => {
  const { county, inOffice } = await scene()
  const [here, elsewhere] = [new EditionShelf(), new EditionShelf()]
  const hashes = () => Promise.all([inOffice(work => here.inUse(work)), inOffice(work => elsewhere.inUse(work))])
  const [a, b] = await hashes()
  expect(a.hash).toBe(b.hash)
  await released(county, [{ from: '2042-05-01' }])
  const [c, d] = await hashes()
  expect(c.hash).toBe(d.hash)
  expect(c.hash).not.toBe(a.hash)
})

test('one piece of work sees one edition', async () => {
  const { county, inOffice } = await scene()
  const draft = await submitted(county, [{ from: '2042-05-02' }])
  const shelf = new EditionShelf()
  const [before, after] = await inOffice(async work => {
    const seen = await shelf.inUse(work)
    return [seen, await shelf.inUse(work)]
  })
  expect(after).toBe(before)
  await officer(county, 1).ok.post(`/policies/drafts/${draft.id}/release`, { version: draft.version })
  expect(await inOffice(work => shelf.inUse(work))).not.toBe(before)
})

test('a document that the draft brings along is cited with its number', async () => {
  const { county } = await scene()
  const document = {
    id: 'cz2042',
    title: '调整标准的通知',
    number: '示例〔2042〕1号',
    issuer: '示例',
    date: '2042-05-01',
  }
  await released(county, [{ from: '2042-06-01', document: 'cz2042', clause: '第二条' }], [document])
  const { items } = await officer(county).ok.get(`/policies/packs/${PACK}/parameters/rounding/history`)
  expect(items.find((item: { from: string }) => item.from === '2042-06-01').citation).toMatchObject({
    title: '调整标准的通知（示例〔2042〕1号）',
    clause: '第二条',
  })
})

test('its history tells every value, by whom it was drafted and released, and when', async () => {
  const { county } = await scene()
  await released(county, [{ from: '2042-07-01' }])
  const { items, label } = await county.as('auditor').ok.get(`/policies/packs/${PACK}/parameters/rounding/history`)
  expect(label['zh-CN']).toBe('低保金取整方式')
  const dates = items.map((item: { from: string }) => item.from)
  expect(dates).toEqual([...dates].sort().reverse())
  const find = (from: string) => items.find((item: { from: string; pack: string }) => item.from === from)
  expect(find('2042-07-01')).toMatchObject({
    ...{ value: '舍到元', inForce: false },
    release: {
      drafted: { name: 'policy-officer1', at: '2026-03-02T01:00:00.000Z' },
      released: { name: 'policy-officer2', at: '2026-03-02T01:00:00.000Z' },
    },
  })
  expect(items.filter((item: { inForce: boolean }) => item.inForce)).toMatchObject([
    { value: '进一到元', release: null },
  ])
})

test('a future value may be replaced before its day, and the history says so', async () => {
  const { county, roundingOn } = await scene()
  await released(county, [{ from: '2042-08-01', value: '舍到元' }])
  await released(county, [{ from: '2042-08-01', value: '四舍五入到分' }])
  expect(await roundingOn('2042-08-01')).toBe(60)
  const { items } = await officer(county).ok.get(`/policies/packs/${PACK}/parameters/rounding/history`)
  const replaced = items.filter((item: { from: string }) => item.from === '2042-08-01')
  expect(replaced).toMatchObject([{ value: '四舍五入到分', release: { replaced: true } }])
})

test('the pack page shows what holds and what is coming', async () => {
  const { county } = await scene()
  await released(county, [{ from: '2042-09-01' }])
  const page = await officer(county).ok.get(`/policies/packs/${PACK}?date=2042-08-31`)
  const rounding = page.parameters.find((one: { id: string }) => one.id === 'rounding')
  expect(rounding.coming[0]).toMatchObject({ from: '2042-09-01', value: '舍到元', pack: PACK })
  const later = await officer(county).ok.get(`/policies/packs/${PACK}?date=2042-09-01`)
  expect(later.parameters.find((one: { id: string }) => one.id === 'rounding').current.from).toBe('2042-09-01')
})

describe('days gone by', () => {
  const past = { from: '2021-08-01', reason: '文件从八月起执行' }

  test('take the policy chief', async () => {
    const { county, roundingOn } = await scene()
    const own = { ...past, parameter: '就业成本工资比例', value: '0.25' }
    const { id, version, backdated } = await submitted(county, [own])
    expect(backdated).toBe(true)
    const answer = await officer(county, 1).post(`/policies/drafts/${id}/release`, { version })
    expect([answer.status, answer.body.code]).toEqual([403, 'policies.starts-in-past'])
    const forbidden = await officer(county, 1).post(`/policies/drafts/${id}/release-backdated`, { version })
    expect([forbidden.status, forbidden.body.code]).toEqual([403, 'access.forbidden'])
    const law = await county.as('policy-chief').ok.post(`/policies/drafts/${id}/release-backdated`, { version })
    expect(law.status).toBe('released')
    expect(await roundingOn('2042-01-01')).toBe(0)
  })

  test('want a reason', async () => {
    const { county } = await scene()
    const draft = await written(county, [{ ...past, from: '2021-08-02', reason: null }])
    expect(draft.findings.map(({ code }: { code: string }) => code)).toContain('draft.starts-in-past')
  })
})

test('of two drafts for one day, both sound alone, the second is held against the first', async () => {
  const { house, county } = await scene()
  house.clock.moveTo('2042-10-01T01:00:00.000Z')
  const [one, two] = [
    await submitted(county, [{ from: '2042-10-01' }]),
    await submitted(county, [{ from: '2042-10-01', value: '进一到角' }]),
  ]
  const second = officer(county, 1)
  await second.ok.post(`/policies/drafts/${one.id}/release`, { version: one.version })
  const answer = await second.post(`/policies/drafts/${two.id}/release`, { version: two.version })
  expect(answer).toMatchObject({ status: 409, body: { code: 'policies.draft-refused' } })
})

test('released twice at once it is law once', async () => {
  const { county, inOffice } = await scene()
  const { id, version } = await submitted(county, [{ from: '2042-11-01' }])
  const answers = await Promise.all(
    [1, 2].map(nth => officer(county, nth).post(`/policies/drafts/${id}/release`, { version })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const rows = await inOffice(({ db }) =>
    db.selectFrom('policies.release').select('seq').where('draft_id', '=', id).execute(),
  )
  expect(rows).toHaveLength(1)
})

test('what a draft would make can be had without releasing it', async () => {
  const { county, inOffice } = await scene()
  const { id } = await written(county, [{ from: '2042-12-01' }])
  const { hash, packs, problems } = await inOffice(work => editionWithDraft(work, id))
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  const entries = packs.packs.get(PACK)?.entries.get('金额取整') ?? []
  expect(entries.some(({ from, value }) => from === '2042-12-01' && value === '舍到元')).toBe(true)
  const { edition } = await inOffice(work => evaluateFor(work, on('2042-12-01')))
  expect(edition).not.toBe(hash)
})

describe('a rule', () => {
  // Nobody imputes a wage in this county until the rule says so.
  const change = { rule: '推算工资', formula: 'if 工资 > 100 then\n  300\nelse 0' }
  const wageOn = async (inOffice: Awaited<ReturnType<typeof scene>>['inOffice'], date: string) => {
    const { evaluation } = await inOffice(work => evaluateFor(work, on(date)))
    return evaluation.decision.amountFenPerMonth
  }

  test('holds from its first day; what was decided before is worked out from the old text, to the byte', async () => {
    const { county, inOffice } = await scene()
    const elsewhere = new EditionShelf()
    const before = await inOffice(work => evaluateFor(work, on('2043-01-01')))
    const old = await inOffice(work => elsewhere.inUse(work))
    const law = await released(county, [{ from: '2043-01-01', ...change }])
    expect(law).toMatchObject({ status: 'released', findings: [], startsOn: '2043-01-01', changeCount: 1 })
    expect(law.changes[0]).toMatchObject({ rule: '推算工资', before: { formula: '0', pack: 'national' } })
    expect((await wageOn(inOffice, '2043-01-01')) - (await wageOn(inOffice, '2042-12-31'))).toBe(-22_400)
    const again = await inOffice(work => evaluateEdition(work, before.edition, on('2043-01-01')))
    expect(canonicalJson(again)).toBe(canonicalJson(before.evaluation))
    const { evaluation } = await inOffice(work => evaluateFor(work, on('2043-01-01')))
    const used = evaluation.versions.rules.find(({ name }) => name === '推算工资')
    expect(used).toEqual({ name: '推算工资', pack: PACK, from: '2043-01-01' })
    // Another process has the new law with its next piece of work.
    const now = await inOffice(work => elsewhere.inUse(work))
    expect(now.hash).not.toBe(old.hash)
    expect(now.files['demo/changzhou/programmes/dibao/published.yaml']).toContain('          if 工资 > 100 then')
  })

  test('has a history of every version, by whose hands', async () => {
    const { county } = await scene()
    await released(county, [{ from: '2043-02-01', ...change }])
    const path = `/policies/packs/${PACK}/programmes/dibao/rules/imputedWage/history`
    const { items, name } = await county.as('auditor').ok.get(path)
    expect(name).toBe('推算工资')
    const find = (from: string) => items.find((item: { from: string }) => item.from === from)
    expect(find('2043-02-01')).toMatchObject({
      ...{ formula: change.formula, pack: PACK, inForce: false },
      release: { drafted: { name: 'policy-officer1' }, released: { name: 'policy-officer2' } },
    })
    expect(items.filter((item: { inForce: boolean }) => item.inForce)).toMatchObject([
      { pack: 'national', release: null },
    ])
    const missing = await county.as('auditor').get(path.replace('imputedWage', 'wealth'))
    expect([missing.status, missing.body.code]).toEqual([404, 'policies.rule-unknown'])
  })

  test('is shown among the rules of its programme with what is coming', async () => {
    const { county } = await scene()
    await released(county, [{ from: '2043-03-01', ...change }])
    const page = await officer(county).ok.get(`/policies/packs/${PACK}/programmes/dibao?date=2043-02-28`)
    const rule = page.items.find(({ name }: { name: string }) => name === '推算工资')
    expect(rule).toMatchObject({ open: true, coming: [{ from: '2043-03-01', formula: change.formula, pack: PACK }] })
    expect(page.items.find(({ name }: { name: string }) => name === '人均月收入').open).toBe(false)
  })

  test('may be had as it would be, together with values of the same draft', async () => {
    const { county, inOffice } = await scene()
    const { id } = await written(county, [{ from: '2043-04-01', ...change }, { from: '2043-04-01' }])
    const { packs, problems } = await inOffice(work => editionWithDraft(work, id))
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const file = packs.packs.get(PACK)?.programmes.get('dibao')?.rules
    const versions = file?.overrides.flatMap(one => one.versions) ?? []
    expect(versions.map(({ from, formula }) => [from, formula])).toContainEqual(['2043-04-01', change.formula])
  })

  test('needs a second person like a value, and the chief for days gone by', async () => {
    const { county } = await scene()
    const past = { from: '2025-01-01', ...change, reason: '文件从去年起执行' }
    const { id, version, backdated } = await submitted(county, [past])
    expect(backdated).toBe(true)
    const own = await officer(county).post(`/policies/drafts/${id}/release`, { version })
    expect([own.status, own.body.code]).toEqual([403, 'policies.same-person'])
    const second = await officer(county, 1).post(`/policies/drafts/${id}/release`, { version })
    expect([second.status, second.body.code]).toEqual([403, 'policies.starts-in-past'])
  })
})

test('nothing of a release is changed or taken away', async () => {
  const { county, inOffice } = await scene()
  await released(county, [{ from: '2042-12-02' }])
  await expect(inOffice(work => work.db.deleteFrom('policies.release').execute())).rejects.toThrow(/permission denied/)
  await expect(
    inOffice(work => work.db.updateTable('policies.release').set({ changes: '[]' }).execute()),
  ).rejects.toThrow(/permission denied/)
})

test('each step stands on the county’s line', async () => {
  const { county } = await scene()
  const { id } = await released(county, [changeFrom({ from: '2042-12-03' })])
  const { items } = await county.as('audit-admin').ok.get('/journal?limit=200')
  const acts = items
    .filter(({ body }: { body: { draftId?: string } }) => body.draftId === id)
    .map(({ act }: { act: string }) => act)
  expect(acts.toReversed()).toEqual(['policies.drafted', 'policies.changed', 'policies.submitted', 'policies.released'])
})
