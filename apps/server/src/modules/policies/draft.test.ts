/** A draft's way from hand to hand, and every hand that is turned away. */
import { type County, testHouse } from '@doudi/testkit'
import { expect, test } from 'vitest'
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
