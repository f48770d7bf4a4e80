/** A proposal hangs in the village, people object, the office answers, and it comes down. */
import { type TestHouse, testHouse } from '@doudi/testkit'
import { describe, expect, test } from 'vitest'
import { Story } from '#modules/casework/case-story.testing.ts'
import { systemCaller } from '#platform/database/work.ts'
import { endDueNotices } from './index.ts'

async function hung(apply = {}, place = {}) {
  const house = await testHouse()
  const county = await house.county(place)
  const story = await Story.until(house, county, 'proposed', apply)
  const reply = await story.post('notice', { assessmentId: story.assessmentId })
  const village = county.towns[0]?.villages[0]?.code ?? ''
  const object = (body: object = {}) =>
    house.public.post(`/public/notices/${reply.body.id}/objections`, {
      anonymous: true,
      content: '他家有两辆车',
      ...body,
    })
  return { house, county, story, reply, notice: reply.body, village, object }
}

const morning = (house: TestHouse, date: string) => house.clock.moveTo(`${date}T01:00:00.000Z`)

describe('a notice', () => {
  test('hangs seven days after the day it is posted, on the board and on the web', async () => {
    const { house, reply, notice, village } = await hung()
    expect([reply.status, notice.postedOn, notice.endsOn]).toEqual([201, '2026-03-02', '2026-03-09'])
    const list = await house.public.ok.get(`/public/notices?village=${village}`)
    expect(list.items).toMatchObject([
      { id: notice.id, endsOn: '2026-03-09', villageName: '测试村1-1', office: '测试镇1' },
    ])
    morning(house, '2026-03-09')
    expect((await house.public.ok.get(`/public/notices?village=${village}`)).items).toHaveLength(1)
    morning(house, '2026-03-10')
    expect((await house.public.ok.get(`/public/notices?village=${village}`)).items).toEqual([])
    expect((await house.public.get(`/public/notices/${notice.id}`)).body.code).toBe('publicity.notice-gone')
  })

  test('shows everybody a masked name, sizes and the amount, and nothing else of the family', async () => {
    const { house, notice, story, village } = await hung()
    const { state } = await story.row()
    const shown = await house.public.get(`/public/notices/${notice.id}`)
    expect(Object.keys(shown.body).sort()).toEqual([
      'amountFen',
      'applicantMasked',
      'contactPhone',
      'covered',
      'endsOn',
      'householdSize',
      'id',
      'office',
      'postedOn',
      'programme',
      'programmeName',
      'village',
      'villageName',
    ])
    expect(shown.body).toMatchObject({ householdSize: 3, amountFen: state.proposal?.amountFen })
    const screen = await house.public.get(`/public/screen?area=${village}`)
    for (const { name } of state.members) expect(shown.text + screen.text).not.toContain(name)
    expect(screen.body.items).toHaveLength(1)
  })

  test('is printed for the board from the same public row', async () => {
    const { story, notice } = await hung()
    const sheet = await story.assistant.get(`/notices/${notice.id}/sheet`)
    expect(sheet.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(sheet.text).toContain('2026年3月3日 至 2026年3月9日')
    for (const { name } of (await story.row()).state.members) expect(sheet.text).not.toContain(name)
  })

  test('is the one of its village: another village’s or county’s list does not have it', async () => {
    const { house, county } = await hung()
    const other = county.towns[1]?.villages[0]?.code
    expect((await house.public.ok.get(`/public/notices?village=${other}`)).items).toEqual([])
    expect((await house.public.ok.get(`/public/notices?county=${county.code}`)).items).toHaveLength(1)
    expect((await house.public.get('/public/notices')).status).toBe(422)
  })

  test('shows only what was proposed, and only after it was', async () => {
    const house = await testHouse()
    const county = await house.county()
    const early = await Story.until(house, county, 'assessed')
    expect((await early.post('notice', { assessmentId: early.assessmentId })).body.code).toBe('casework.wrong-status')
    await early.advance('proposed')
    expect((await early.post('notice', { assessmentId: early.caseId })).body.code).toBe('publicity.other-assessment')
  })

  test('withdrawn, is gone from the board at once and can be posted again', async () => {
    const { house, story, notice, village } = await hung()
    expect(await story.assistant.ok.post(`/notices/${notice.id}/withdraw`, { reason: '金额有误' })).toMatchObject({
      status: 'withdrawn',
    })
    expect((await house.public.ok.get(`/public/notices?village=${village}`)).items).toEqual([])
    expect((await story.assistant.post(`/notices/${notice.id}/withdraw`)).body.code).toBe('publicity.not-hanging')
    expect((await story.assistant.get(`/notices/${notice.id}/sheet`)).body.code).toBe('publicity.not-hanging')
    expect((await story.post('notice', { assessmentId: story.assessmentId })).status).toBe(201)
    expect((await story.assistant.ok.get(`/cases/${story.caseId}/notices`)).items).toHaveLength(2)
  })

  test('ends when its days are over, once, and the case waits for the decision', async () => {
    const { house, county, story, notice } = await hung()
    const end = () => house.inWork(systemCaller, work => endDueNotices(work, county.code))
    morning(house, '2026-03-09')
    expect(await end()).toBe(0)
    morning(house, '2026-03-10')
    expect([await end(), await end()]).toEqual([1, 0])
    expect((await story.row()).status).toBe('awaiting-decision')
    expect((await story.assistant.ok.get('/notices?status=ended')).items).toMatchObject([{ id: notice.id }])
    const rows = await house.inWork(systemCaller, work =>
      work.db.selectFrom('publicity.public_notice').select('id').where('id', '=', notice.id).execute(),
    )
    expect(rows).toEqual([])
  })

  test('of a case that was withdrawn meanwhile is taken down without an act', async () => {
    const { house, story } = await hung()
    await story.ok('withdraw', { reason: '不申请了' })
    await house.jobs.drain()
    expect((await story.assistant.ok.get(`/cases/${story.caseId}/notices`)).items).toMatchObject([
      { status: 'withdrawn' },
    ])
    expect((await story.row()).status).toBe('withdrawn')
  })

  test('takes a photo of the board only from the papers of its case', async () => {
    const { story, notice } = await hung()
    const reply = await story.assistant.post(`/notices/${notice.id}/photo`, { documentId: story.caseId })
    expect(reply.body.code).toBe('publicity.not-a-photo')
  })
})

describe('an objection', () => {
  test('is taken from anybody, without a name, and stops the decision', async () => {
    const { house, county, story, object } = await hung()
    const reply = await object({ phone: '13800000000', content: '他家\u202e有两辆车\u0007' })
    expect(reply).toMatchObject({ status: 201, body: { receivedOn: '2026-03-02' } })
    expect((await story.row()).status).toBe('objected')
    const [shown] = (await story.assistant.ok.get('/objections?status=open')).items
    expect(shown).toMatchObject({ anonymous: true, name: null, phoneMasked: '138****0000', content: '他家有两辆车' })
    morning(house, '2026-03-10')
    await house.inWork(systemCaller, work => endDueNotices(work, county.code))
    expect((await story.row()).status).toBe('objected')
    expect((await county.as('coordinator').get('/objections')).status).toBe(403)
  })

  test('found to be right sends the case back and takes the notice down', async () => {
    const { house, story, object, village } = await hung()
    const { body } = await object({ anonymous: false, name: '赵宁' })
    const answer = { answer: '经核实，确有两辆车', finding: 'founded' }
    expect(await story.assistant.ok.post(`/objections/${body.id}/answer`, answer)).toMatchObject({
      status: 'answered',
      name: '赵宁',
    })
    expect((await story.row()).status).toBe('investigating')
    expect((await house.public.ok.get(`/public/notices?village=${village}`)).items).toEqual([])
    expect((await story.assistant.post(`/objections/${body.id}/answer`, answer)).body.code).toBe(
      'publicity.already-answered',
    )
  })

  test('found to be wrong lets the notice hang on', async () => {
    const { story, object } = await hung()
    const { body } = await object()
    await story.assistant.ok.post(`/objections/${body.id}/answer`, { answer: '车是邻居的', finding: 'unfounded' })
    expect((await story.row()).status).toBe('publicising')
  })

  test('case 21: a second house turns out to be a brother’s, and the family is approved without a second notice', async () => {
    const { house, county, story, object, notice } = await hung({}, { pack: 'demo-boshan' })
    morning(house, '2026-03-06')
    const { body } = await object({ content: '他家还有一套房子' })
    const approve = () => story.post('approve', { assessmentId: story.assessmentId }, story.approver)
    expect((await approve()).body.code).toBe('casework.objection-open')
    const { clock } = await story.ok('extend', { ground: 'objection' })
    expect(clock).toMatchObject({ limit: { count: 45 }, extended: { ground: 'objection', on: '2026-03-06' } })
    const answer = { answer: '不动产登记在他哥哥名下', finding: 'unfounded' }
    await story.assistant.ok.post(`/objections/${body.id}/answer`, answer)
    morning(house, '2026-03-10')
    await house.inWork(systemCaller, work => endDueNotices(work, county.code))
    const notices = (await story.assistant.ok.get(`/cases/${story.caseId}/notices`)).items
    expect(notices).toMatchObject([{ id: notice.id, endsOn: '2026-03-09', status: 'ended' }])
    await story.assess()
    expect((await approve()).body).toMatchObject({ status: 'approved' })
    expect((await story.row()).state.objections).toMatchObject([{ objectionId: body.id, finding: 'unfounded' }])
  })

  test('comes too late when the notice is over, and too often after twenty', async () => {
    const { house, story, object, notice } = await hung()
    morning(house, '2026-03-10')
    expect((await object()).body.code).toBe('publicity.notice-gone')
    morning(house, '2026-03-03')
    const { county, division, household_id } = await story.row()
    await house.inWork(systemCaller, async work => {
      const row = {
        county,
        division,
        household_id,
        notice_id: notice.id,
        case_id: story.caseId,
        anonymous: true,
        content: 'x',
      }
      const rows = Array.from({ length: 20 }, () => ({
        ...row,
        id: work.newId(),
        received_at: work.now,
        status: 'open' as const,
      }))
      await work.db.insertInto('publicity.objection').values(rows).execute()
    })
    expect((await object()).body.code).toBe('publicity.enough-objections')
  })
})
