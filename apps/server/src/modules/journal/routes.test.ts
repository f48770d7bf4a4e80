import { Problem } from '@doudi/kernel'
import { testHouse } from '@doudi/testkit'
import { describe, expect, test } from 'vitest'
import { systemCaller } from '#platform/database/work.ts'
import { record } from './record.ts'
import { isWorthNoting, recordRefusal } from './record-refusal.ts'

async function countyWithActs() {
  const house = await testHouse()
  const county = await house.county()
  const [first, second] = county.towns.map(town => town.villages[0]?.code ?? '')
  await house.inWork(systemCaller, async work => {
    for (let n = 0; n < 3; n++) record(work, { act: 'facts.recorded', division: first ?? '', body: { n } })
    record(work, { act: 'document.added', division: second ?? '', body: {} })
  })
  return { house, county }
}

describe('reading the journal', () => {
  test('a county officer reads the whole county, newest first, page by page', async () => {
    const { county } = await countyWithActs()
    const supervisor = county.as('county-supervisor')
    const first = await supervisor.ok.get('/journal?limit=2')
    const second = await supervisor.ok.get(`/journal?limit=50&after=${first.next}`)
    const acts = [...first.items, ...second.items].map(item => item.act)
    expect(acts.filter(act => act === 'facts.recorded')).toHaveLength(3)
    expect(acts.indexOf('document.added')).toBeLessThan(acts.indexOf('facts.recorded'))
    expect(first.items[0].summary.zh).not.toBe('')
  })

  test('a town officer reads nothing of the other town', async () => {
    const { county } = await countyWithActs()
    const { items } = await county.as('town-assistant', { town: 1 }).ok.get('/journal')
    expect(items.map((item: { act: string }) => item.act)).toContain('document.added')
    expect(items.map((item: { act: string }) => item.act)).not.toContain('facts.recorded')
  })

  test('the audit administrator reads it although no household of the county is theirs to see', async () => {
    const { county } = await countyWithActs()
    const { items } = await county.as('audit-admin').ok.get('/journal')
    expect(items.length).toBeGreaterThanOrEqual(4)
    expect((await county.as('audit-admin').get('/households')).status).toBe(403)
  })

  test('another county’s line is not there', async () => {
    await countyWithActs()
    const { county } = await countyWithActs()
    const { items } = await county.as('auditor').ok.get('/journal')
    for (const item of items) expect(item.division.slice(0, 6)).toBe(county.code.slice(0, 6))
  })

  test.each(['coordinator', 'county-finance', 'system-admin', 'security-admin'])('%s may not', async role => {
    const { county } = await countyWithActs()
    const answer = await county.as(role).get('/journal')
    expect(answer).toMatchObject({ status: 403, body: { code: 'access.forbidden' } })
  })

  test('a position that is none is refused', async () => {
    const { county } = await countyWithActs()
    const answer = await county.as('auditor').get("/journal?after=1'%20or%201=1")
    expect(answer).toMatchObject({ status: 422, body: { issues: [{ in: 'query', pointer: '/after' }] } })
  })
})

describe('verifying', () => {
  test('a whole line says so and gets a checkpoint that anybody may keep', async () => {
    const { county } = await countyWithActs()
    const admin = county.as('audit-admin')
    const verdict = await admin.ok.post('/journal/verify')
    expect(verdict).toMatchObject({ ok: true })
    const { items } = await admin.ok.get('/journal/checkpoints')
    expect(items).toMatchObject([{ county: county.code.slice(0, 6), seq: verdict.entries }])
    const [latest] = (await admin.ok.get('/journal')).items
    expect(latest).toMatchObject({ act: 'journal.verified', body: { ok: true } })
  })

  test('a broken line says where, and gets none', async () => {
    const { house, county } = await countyWithActs()
    const code = county.code.slice(0, 6)
    await house.database.exec(`update journal.entry set reason = '改过' where county = '${code}' and seq = 2`)
    const admin = county.as('audit-admin')
    expect(await admin.ok.post('/journal/verify')).toMatchObject({
      ok: false,
      entries: 1,
      brokenAt: { seq: 2, why: 'content' },
    })
    expect((await admin.ok.get('/journal/checkpoints')).items).toEqual([])
  })

  test.each(['town-assistant', 'town-approver', 'county-supervisor', 'system-admin'])('is not for %s', async role => {
    const { county } = await countyWithActs()
    expect((await county.as(role).post('/journal/verify')).status).toBe(403)
  })
})

describe('refusals', () => {
  test('somebody who was told no stands on the line where they stand, without what they sent', async () => {
    const { house, county } = await countyWithActs()
    const town = county.towns[0]?.code ?? null
    const id = await house.inWork(systemCaller, async work => work.newId())
    const problem = new Problem('conflict', 'casework.same-person')
    const caller = { ...systemCaller, kind: 'staff' as const, name: '赵宁', role: 'town-approver', division: town }
    await house.inWork(caller, async work =>
      recordRefusal(work, { route: 'POST /cases/:id/approve', params: { id, other: '110105194912310021' } }, problem),
    )
    const { items } = await county.as('auditor').ok.get('/journal')
    const refusal = items.find((item: { act: string }) => item.act === 'access.refused')
    expect(refusal).toMatchObject({
      actorName: '赵宁',
      division: town,
      householdId: null,
      body: { route: 'POST /cases/:id/approve', code: 'casework.same-person', params: { id } },
    })
    expect(JSON.stringify(refusal)).not.toContain('110105194912310021')
  })

  test('a slip of the pen is no refusal worth noting, a try at something forbidden is', () => {
    const call = { route: 'POST /cases/:id/approve', params: {} }
    expect(isWorthNoting(new Problem('invalid', 'input.invalid'), call)).toBe(false)
    expect(isWorthNoting(new Problem('forbidden', 'access.forbidden'), call)).toBe(true)
    expect(isWorthNoting(new Problem('not-found', 'access.out-of-area'), { ...call, route: 'GET /cases/:id' })).toBe(
      true,
    )
    expect(isWorthNoting(new Problem('unavailable', 'platform.busy'), call)).toBe(false)
  })
})
