/** A family writes its application on a phone, hands it in with a code, and follows it in plain words. */
import { addDays, calendarDate } from '@doudi/kernel'
import { family, testHouse } from '@doudi/testkit'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Caller, systemCaller } from '#platform/database/work.ts'
import type { CaseRow } from './case-row.ts'
import { Story } from './case-story.testing.ts'
import { ownCase } from './own-cases.ts'

const house = await testHouse()
const county = await house.county()
const village = county.towns[0]?.villages[0]?.code ?? ''
beforeEach(() => house.clock.moveTo('2026-03-02T01:00:00.000Z'))

async function begin(answers: object) {
  const phone = house.client()
  const { id, token } = await phone.ok.post('/drafts')
  const headers = { 'doudi-draft': token }
  await phone.ok.put(`/drafts/${id}`, { version: 1, answers }, { headers })
  return { phone, id, headers }
}

/** The code as the demo's outbox shows it. */
async function codeFor(phoneNumber: string) {
  const { codeId } = await house.public.ok.post('/resident/code', { phone: phoneNumber, purpose: 'submit' })
  const outbox = await house.public.ok.get('/demo/outbox')
  const latest = (outbox.items ?? outbox).find(({ text }: { text: string }) => /\d{6}/.test(text))
  return { codeId, code: /\d{6}/.exec(latest.text)?.[0] ?? '' }
}

describe('a draft', () => {
  test('is kept page by page, for whoever holds its key and nobody else', async () => {
    const { phone, id, headers } = await begin({ hardship: ['illness'] })
    expect(await phone.ok.get(`/drafts/${id}`, { headers })).toEqual({
      id,
      version: 2,
      answers: { hardship: ['illness'] },
      submitted: false,
    })
    for (const key of [undefined, 'x', 'A'.repeat(32)]) {
      const { status, body } = await phone.get(`/drafts/${id}`, key ? { headers: { 'doudi-draft': key } } : {})
      expect([status, body.code]).toEqual([404, 'casework.draft-unknown'])
    }
    const other = await phone.put(`/drafts/${id}`, { version: 1, answers: {} }, { headers })
    expect(other.body).toMatchObject({ code: 'casework.draft-changed', details: { version: 2 } })
    const huge = await phone.put(
      `/drafts/${id}`,
      { version: 2, answers: { hardshipText: '长'.repeat(120_000) } },
      { headers },
    )
    expect(huge.body.code).toBe('casework.draft-too-large')
    expect(
      (await phone.put(`/drafts/${id}`, { version: 2, answers: { isAdmin: true } }, { headers })).body.issues[0].code,
    ).toBe('shape.unknown-field')
  })

  test('lies in the database sealed, and is gone after thirty days', async () => {
    const { phone, id, headers } = await begin({ applicant: { name: '林梅' } })
    const { answers_sealed: sealed } = await house.inWork(systemCaller, async work => {
      await sql`select set_config('doudi.draft', ${work.crypto.digest(headers['doudi-draft'])}, true)`.execute(work.db)
      return work.db
        .selectFrom('casework.draft')
        .select('answers_sealed')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    })
    expect(Buffer.from(sealed).toString('utf8')).not.toContain('林梅')
    house.clock.moveWall(`${addDays(calendarDate('2026-03-02'), 31)}T01:00:00.000Z`)
    expect((await phone.get(`/drafts/${id}`, { headers })).body.code).toBe('casework.draft-unknown')
    house.clock.moveWall('2026-03-02T01:00:00.000Z')
  })

  test('handed in half filled says what is missing where', async () => {
    const { phone, id, headers } = await begin({ programme: 'dibao', members: [] })
    const answer = await phone.post(`/drafts/${id}/submit`, { codeId: 'x', code: '000000' }, { headers })
    const issues = answer.body.issues as { pointer: string; code: string }[]
    expect(issues).toContainEqual(expect.objectContaining({ pointer: '/applicant', code: 'shape.missing' }))
  })
})

describe('an application handed in', () => {
  test('becomes a case, signs the family in, and shows itself in plain words', async () => {
    const application = family({ village, names: ['欧阳海', '林梅', '欧阳小舟'] })
    const { phone, id, headers } = await begin(application)
    const code = await codeFor(application.applicant.phone)
    const reply = await phone.ok.post(`/drafts/${id}/submit`, code, { headers })
    expect(reply).toMatchObject({ receivedOn: '2026-03-02', next: { byDate: '2026-03-05' } })

    const { items } = await phone.ok.get('/my/cases')
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      number: reply.caseNumber,
      status: 'submitted',
      plain: { zh: '我们收到了，正在看材料。' },
      mayWithdraw: true,
    })
    expect((await phone.get(`/my/cases/${reply.caseId}/receipt`)).text).toContain('收件回执')
    expect((await phone.get(`/cases/${reply.caseId}`)).status).toBe(403)
    const twice = await phone.post(`/drafts/${id}/submit`, code, { headers })
    expect(twice.body.code).toBe('casework.draft-submitted')
    expect((await phone.ok.get(`/drafts/${id}`, { headers })).answers).toEqual({})

    const facts = await county.as('town-assistant').ok.get(`/cases/${reply.caseId}/facts`)
    const wage = facts.items.find(({ field }: { field: string }) => field === 'wage')
    expect(wage).toMatchObject({
      personName: '欧阳海',
      declared: { value: '1200', source: 'declared', asOf: '2026-03-02' },
      used: { value: '1200' },
    })
    const text = JSON.stringify(await county.as('town-assistant').ok.get(`/cases/${reply.caseId}`))
    expect(text).not.toContain(application.applicant.identityNumber)
    expect(text).not.toContain(application.applicant.phone)
  })

  test('can be withdrawn by the family, and never by another', async () => {
    const mine = family({ village })
    const first = await begin(mine)
    const { caseId } = await first.phone.ok.post(`/drafts/${first.id}/submit`, await codeFor(mine.applicant.phone), {
      headers: first.headers,
    })
    const theirs = family({ village })
    const other = await begin(theirs)
    await other.phone.ok.post(`/drafts/${other.id}/submit`, await codeFor(theirs.applicant.phone), {
      headers: other.headers,
    })
    const stolen = await other.phone.post(`/my/cases/${caseId}/withdraw`, { version: 1, reason: '不要' })
    expect([stolen.status, stolen.body.code]).toEqual([404, 'access.out-of-area'])
    expect((await other.phone.get(`/my/cases/${caseId}`)).status).toBe(404)
    expect((await first.phone.ok.post(`/my/cases/${caseId}/withdraw`, { version: 1, reason: '情况好转' })).status).toBe(
      'withdrawn',
    )
  })

  test('needs the code of the telephone it names, and a village', async () => {
    const application = family({ village })
    const { phone, id, headers } = await begin(application)
    const code = await codeFor('13800138000')
    expect((await phone.post(`/drafts/${id}/submit`, code, { headers })).status).toBeGreaterThanOrEqual(400)
    const town = await begin({ ...application, division: county.towns[0]?.code })
    const answer = await town.phone.post(`/drafts/${town.id}/submit`, await codeFor(application.applicant.phone), {
      headers: town.headers,
    })
    expect(answer.body.issues).toContainEqual({ in: 'body', pointer: '/division', code: 'casework.not-a-village' })
  })

  test('by a helper signs the helper in and tells both', async () => {
    const helper = { name: '周热心', phone: '13700001234', relation: '邻居' }
    const application = family({ village, overrides: { helper } })
    const { phone, id, headers } = await begin(application)
    const { caseId } = await phone.ok.post(`/drafts/${id}/submit`, await codeFor(helper.phone), { headers })
    expect((await phone.ok.get(`/my/cases/${caseId}`)).status).toBe('submitted')
    const detail = await county.as('town-assistant').ok.get(`/cases/${caseId}`)
    expect(detail).toMatchObject({ flags: ['helper'], state: { onBehalf: { name: '周热心', relation: '邻居' } } })
  })
})

test('a decided case tells the family why, in their own words', async () => {
  const story = await Story.until(house, county, 'awaiting')
  await story.ok('approve', { assessmentId: story.assessmentId }, story.approver)
  const seen = await house.inWork(residentOf(await story.row()), work => ownCase(work, story.caseId))
  expect(seen.plain.zh).toMatch(/^批准了。从2026年4月起，每月/)
  expect(seen.decision?.explanation.length).toBeGreaterThan(0)
  expect(seen.decision?.letterId).not.toBeNull()
})

test('a case that was not accepted comes with a letter that says why and what may be done', async () => {
  const story = await Story.until(house, county, 'submitted')
  await story.ok('reject', { reason: '户籍不在本县，请到户籍地申请' })
  const seen = await house.inWork(residentOf(await story.row()), work => ownCase(work, story.caseId))
  const letter = await story.assistant.get(`/letters/${seen.rejectionLetterId}/print`)
  expect(letter.text).toContain('不予受理通知书')
  expect(letter.text).toContain('户籍不在本县，请到户籍地申请')
  expect(letter.text).toContain('行政复议')
})

function residentOf({ household_id: householdId }: CaseRow): Caller {
  return {
    ...systemCaller,
    kind: 'resident',
    role: 'resident',
    scope: { ...systemCaller.scope, areas: [], households: [householdId] },
  }
}
