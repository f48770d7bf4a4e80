/** A draft's way from hand to hand, and every hand that is turned away. */
import { type County, testHouse } from '@doudi/testkit'
import { describe, expect, test } from 'vitest'
import { changeFrom, officer, PACK, submitted, written } from './drafting.testing.ts'

const county = async () => (await testHouse()).county({ pack: PACK })
const at = (draft: { id: string }) => `/policies/drafts/${draft.id}`
const refused = async (answer: Promise<{ status: number; body: { code: string } }>) => {
  const { status, body } = await answer
  return [status, body.code]
}

test('one officer writes it, with before and after beside each other', async () => {
  const draft = await written(await county(), [{ from: '2041-01-01' }])
  expect(draft).toMatchObject({
    ...{ status: 'draft', version: 2, pack: PACK, startsOn: '2041-01-01', changeCount: 1, backdated: false },
    can: { change: null, submit: null, delete: null, release: 'policies.draft-state' },
  })
  expect(draft.changes[0]).toMatchObject({
    ...{ label: { 'zh-CN': '低保金取整方式' }, display: { 'zh-CN': '舍到元' } },
    before: { value: '进一到元', from: '2021-07-01', pack: PACK },
  })
})

test('it is found in the list of its pack, by whoever may read there and by nobody elsewhere', async () => {
  const home = await county()
  const { id } = await written(home, [{ from: '2041-01-02' }])
  const listed = async (who: County, role: string) =>
    (await who.as(role).ok.get(`/policies/drafts?pack=${PACK}`)).items.map((item: { id: string }) => item.id)
  for (const role of ['policy-officer', 'policy-chief', 'auditor', 'county-supervisor', 'system-admin'])
    expect([role, (await listed(home, role)).includes(id)]).toEqual([role, true])
  const away = await county()
  expect(await listed(away, 'policy-officer')).toEqual([])
  expect(await refused(officer(away).get(`/policies/drafts/${id}`))).toEqual([404, 'policies.draft-unknown'])
})

test('a pack of another place is not drafted for, nor one that only rules from above', async () => {
  const home = await county()
  for (const pack of ['demo-jinan', 'changzhou', 'national'])
    expect([pack, await refused(officer(home).post('/policies/drafts', { pack, title: '越权' }))]).toEqual([
      pack,
      [404, 'access.out-of-area'],
    ])
  expect(await refused(officer(home).post('/policies/drafts', { pack: 'atlantis', title: '没有' }))).toEqual([
    404,
    'policies.pack-unknown',
  ])
})

test('who only reads neither writes nor releases', async () => {
  const home = await county()
  const draft = await submitted(home, [{ from: '2041-01-03' }])
  const { version } = draft
  expect(await refused(home.as('system-admin').post('/policies/drafts', { pack: PACK, title: '改' }))).toEqual([
    403,
    'access.forbidden',
  ])
  expect(await refused(home.as('auditor').post(`${at(draft)}/release`, { version }))).toEqual([403, 'access.forbidden'])
  expect(await refused(home.as('policy-chief').post('/policies/drafts', { pack: PACK, title: '改' }))).toEqual([
    403,
    'access.forbidden',
  ])
})

test('a colleague may neither change nor submit nor delete what somebody else wrote', async () => {
  const home = await county()
  const draft = await written(home, [{ from: '2041-01-04' }])
  const { version, title } = draft
  const second = officer(home, 1)
  const text = { version, title, changes: [changeFrom({ from: '2041-01-04' })], documents: [] }
  for (const answer of [
    second.put(at(draft), text),
    second.post(`${at(draft)}/submit`, { version }),
    second.delete(`${at(draft)}?version=${version}`),
  ])
    expect(await refused(answer)).toEqual([403, 'policies.not-author'])
})

test('a draft with errors is not handed over, and says why', async () => {
  const home = await county()
  const draft = await written(home, [{ from: '2041-01-05', value: '大概', clause: '' }])
  expect(draft.findings.map((finding: { code: string }) => finding.code)).toEqual([
    'draft.no-clause',
    'pack.not-one-of',
  ])
  const checked = await officer(home).ok.post(`${at(draft)}/check`)
  expect(checked.items).toEqual(draft.findings)
  const answer = await officer(home).post(`${at(draft)}/submit`, { version: draft.version })
  expect(answer).toMatchObject({ status: 409, body: { code: 'policies.draft-refused', details: { count: 2 } } })
})

test('once handed over it is not written on, until its author takes it back', async () => {
  const home = await county()
  const draft = await submitted(home, [{ from: '2041-01-06' }])
  const author = officer(home)
  const text = { title: '另一稿', changes: [changeFrom({ from: '2041-01-07' })], documents: [] }
  expect(await refused(author.put(at(draft), { ...text, version: draft.version }))).toEqual([
    409,
    'policies.draft-state',
  ])
  expect(await refused(author.delete(`${at(draft)}?version=${draft.version}`))).toEqual([409, 'policies.draft-state'])
  const back = await author.ok.post(`${at(draft)}/withdraw`, { version: draft.version })
  expect(back).toMatchObject({ status: 'withdrawn', can: { change: null } })
  const again = await author.ok.put(at(draft), { ...text, version: back.version })
  expect(again).toMatchObject({ status: 'draft', title: '另一稿', submittedAt: null })
})

test('its author neither releases nor rejects it', async () => {
  const home = await county()
  const draft = await submitted(home, [{ from: '2041-01-08' }])
  const { version } = draft
  const author = officer(home)
  expect(await refused(author.post(`${at(draft)}/release`, { version }))).toEqual([403, 'policies.same-person'])
  expect(await refused(author.post(`${at(draft)}/reject`, { version, reason: '不行' }))).toEqual([
    403,
    'policies.same-person',
  ])
})

test('the second person needs a second factor just given', async () => {
  const house = await testHouse()
  const home = await house.county({ pack: PACK })
  const draft = await submitted(home, [{ from: '2041-01-09' }])
  const second = officer(home, 1)
  await second.accountId()
  house.clock.moveWall('2026-03-02T01:10:00.000Z')
  expect(await refused(second.post(`${at(draft)}/release`, { version: draft.version }))).toEqual([
    403,
    'access.step-up',
  ])
})

test('sent back with a reason, it is written on and handed over again', async () => {
  const home = await county()
  const draft = await submitted(home, [{ from: '2041-01-10' }])
  const second = officer(home, 1)
  expect(await refused(second.post(`${at(draft)}/reject`, { version: draft.version, reason: ' ' }))).toEqual([
    422,
    'input.invalid',
  ])
  const rejected = await second.ok.post(`${at(draft)}/reject`, { version: draft.version, reason: '文号不对' })
  expect(rejected).toMatchObject({ status: 'rejected', reason: '文号不对', decided: { name: 'policy-officer2' } })
  const text = { version: rejected.version, title: '改好了', changes: rejected.changes.map(plain), documents: [] }
  const { version } = await officer(home).ok.put(at(draft), text)
  const again = await officer(home).ok.post(`${at(draft)}/submit`, { version })
  expect(again).toMatchObject({ status: 'submitted', reason: null, decided: null })
})

const plain = ({ parameter, from, value, document, clause, reason }: Record<string, string>) => ({
  ...{ parameter, from, value, document, clause, reason },
})

test('nobody moves a draft that they have not seen', async () => {
  const home = await county()
  const draft = await submitted(home, [{ from: '2041-01-11' }])
  const old = draft.version - 1
  for (const [client, act, more] of [
    [officer(home), 'withdraw', {}],
    [officer(home, 1), 'release', {}],
    [officer(home, 1), 'reject', { reason: '不行' }],
  ] as const)
    expect(await refused(client.post(`${at(draft)}/${act}`, { version: old, ...more }))).toEqual([
      409,
      'policies.draft-changed',
    ])
})

test('thrown away it is gone, and the line still tells what it said', async () => {
  const home = await county()
  const draft = await written(home, [{ from: '2041-01-12' }])
  expect((await officer(home).delete(`${at(draft)}?version=${draft.version}`)).status).toBe(204)
  expect((await officer(home).get(at(draft))).status).toBe(404)
  const { items } = await home.as('audit-admin').ok.get('/journal?limit=200')
  const acts = items.map(({ act, body }: { act: string; body: object }) => ({ act, body }))
  expect(acts).toContainEqual({
    act: 'policies.deleted',
    body: expect.objectContaining({ draftId: draft.id, changes: [changeFrom({ from: '2041-01-12' })] }),
  })
})

describe('a rule in a draft', () => {
  const from = '2041-02-01'
  const check = `/policies/packs/${PACK}/programmes/dibao/check`
  const trying = (formula: string, rule = '推算工资') => ({ rule, formula, from, table: null })

  test('is told while it is written what is wrong with it, where, and what to do', async () => {
    const home = await county()
    const faults = await officer(home).ok.post(check, trying('if 工资 > 1\n  then 工次 else 0'))
    expect(faults.items).toMatchObject([
      {
        code: 'check.unknown-name-similar',
        rule: '推算工资',
        at: { line: 2, column: 8 },
        message: { 'zh-CN': expect.stringContaining('工次'), en: expect.stringContaining('工次') },
        suggestion: { 'zh-CN': expect.stringContaining('工资') },
      },
    ])
    expect((await officer(home).ok.post(check, trying('if 工资 > 1 then 2 else 0'))).items).toEqual([])
    const circle = await officer(home).ok.post(check, trying('计入工资'))
    expect(circle.items.map(({ code }: { code: string }) => code)).toContain('check.cycle')
    const table = { ...trying('工资 | 推算\n> 100 | 300\n默认 | 0'), table: { hit: 'first', order: [] } }
    expect((await officer(home).ok.post(check, table)).items).toEqual([])
  })

  test('is tried only where there is such a rule', async () => {
    const home = await county()
    expect(await refused(officer(home).post(check, trying('1', '财富')))).toEqual([404, 'policies.rule-unknown'])
    const elsewhere = check.replace(PACK, 'atlantis')
    expect(await refused(officer(home).post(elsewhere, trying('1')))).toEqual([404, 'policies.pack-unknown'])
  })

  test('may use the names that are listed, with their units and options', async () => {
    const { items } = await officer(await county()).ok.get(`/policies/packs/${PACK}/programmes/dibao/names`)
    const named = (name: string) => items.find((item: { name: string }) => item.name === name)
    expect(named('工资')).toMatchObject({ kind: 'field', ofMember: true, unit: '元/月' })
    expect(named('推算工资')).toMatchObject({ kind: 'rule', ofMember: true })
    expect(named('金额取整')).toMatchObject({ kind: 'parameter', options: expect.arrayContaining(['舍到元']) })
    expect(named('家庭成员')).toMatchObject({ kind: 'collection' })
  })

  test('with an error is not handed over', async () => {
    const home = await county()
    const draft = await written(home, [{ from, rule: '推算工资', formula: '工次' }])
    expect(draft.findings[0]).toMatchObject({ severity: 'error', change: 0, at: { line: 1, column: 1 } })
    expect(draft.changes[0]).toMatchObject({ label: { en: expect.any(String) }, before: { formula: '0' } })
    expect(await refused(officer(home).post(`${at(draft)}/submit`, { version: draft.version }))).toEqual([
      409,
      'policies.draft-refused',
    ])
  })

  test('that the level above keeps for itself is refused, and so is one that nobody knows', async () => {
    const home = await county()
    const codesOf = async (rule: string, formula: string) =>
      (await written(home, [{ from, rule, formula }])).findings.map(({ code }: { code: string }) => code)
    expect(await codesOf('计入工资', '0')).toContain('pack.not-open')
    expect(await codesOf('财富', '0')).toContain('draft.rule-unknown')
  })

  test.each([
    ['a formula longer than any table', [{ formula: '1 + '.repeat(4000) }], 422],
    ['a line that no person writes', [{ formula: '1'.repeat(3000) }], 422],
    ['more rules than one draft may hold', Array.from({ length: 21 }, (_, i) => ({ from: `2041-03-${10 + i}` })), 422],
    ['thousands of changes', Array.from({ length: 3000 }, () => ({})), 422],
    ['a body beyond the door', [{ formula: '1'.repeat(1_100_000) }], 413],
    ['a programme with a path in it', [{ programme: '../x' }], 422],
    ['a value that is a rule as well', [{ parameter: '金额取整', value: '舍到元' }], 422],
  ])('of %s is turned away at the door', async (_, given, status) => {
    const home = await county()
    const draft = await written(home, [{ from: '2041-02-02' }])
    const changes = given.map(each => ({ ...changeFrom({ from, rule: '推算工资', formula: '1' }), ...each }))
    const text = { version: draft.version, title: '改', changes, documents: [] }
    expect((await officer(home).put(at(draft), text)).status).toBe(status)
  })

  test('is told at the field that is wrong, not at the whole change', async () => {
    const home = await county()
    const draft = await written(home, [{ from: '2041-02-03' }])
    const { clause: _, ...withoutClause } = changeFrom({ from, rule: '推算工资', formula: '1' })
    const badDay = changeFrom({ from: '2041-13-01' })
    const text = { version: draft.version, title: '改', changes: [withoutClause, badDay], documents: [] }
    const { status, body } = await officer(home).put(at(draft), text)
    expect([status, body.issues.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
      422,
      ['/changes/0/clause', '/changes/1/from'],
    ])
  })

  test.each([
    ['nested beyond reading', `${'('.repeat(990)}1${')'.repeat(990)}`, 'syntax.too-deep'],
    ['of thousands of signs', `1${' + 1'.repeat(900)}`, 'syntax.formula-too-long'],
    ['of nested conditions', `${'if true then '.repeat(140)}1`, 'syntax.else-missing'],
  ])('%s is answered with what is wrong, at once', async (_, formula, code) => {
    const home = await county()
    const { items } = await officer(home).ok.post(check, trying(formula.replaceAll(' + 1 + 1', ' + 1\n + 1')))
    expect(items.map((item: { code: string }) => item.code)).toContain(code)
  })
})
