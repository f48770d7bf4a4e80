/** What cannot be done, and why: every guard of the move table told through the address that meets it. */
import { addDays } from '@doudi/kernel'
import { testHouse } from '@doudi/testkit'
import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { type Point, Story } from './case-story.testing.ts'

const house = await testHouse()
const county = await house.county()
beforeEach(() => house.clock.moveTo('2026-03-02T01:00:00.000Z'))

const told = (point: Point) => Story.until(house, county, point)
const code = (answer: { body: { code: string } }) => answer.body.code

describe('an opinion', () => {
  const propose = (story: Story) =>
    story.post('propose', { recommendation: 'approve', assessmentId: story.assessmentId || newId(), reason: '符合' })

  test('waits for the departments', async () => {
    const story = await told('accepted')
    expect(code(await propose(story))).toBe('casework.verification-missing')
  })

  test.each(['failed', 'pending'] as const)('does not take a %s mandatory query for “no assets”', async status => {
    const story = await told('accepted')
    await story.verify(['answered', status])
    await story.visit()
    await story.assess()
    expect(code(await propose(story))).toBe('casework.verification-incomplete')
  })

  test('waits while departments answer', async () => {
    const story = await told('accepted')
    await story.byAssistant({ type: 'verification.requested', body: { requestId: newId(), round: 1 } })
    expect(code(await propose(story))).toBe('casework.verification-running')
  })

  test('needs a visit with a conclusion, made by two different people', async () => {
    const story = await told('verified')
    expect(code(await propose(story))).toBe('casework.visit-missing')
    await story.visit(undefined, null)
    expect(code(await propose(story))).toBe('casework.visit-missing')
    const alone = await story.assistant.accountId()
    await story.visit([alone, alone])
    expect(code(await propose(story))).toBe('casework.visit-surveyors')
  })

  test('needs a computation on what is known now', async () => {
    const story = await told('visited')
    expect(code(await propose(story))).toBe('casework.assessment-missing')
    await story.assess()
    const stale = story.assessmentId
    await story.visit()
    expect(code(await propose(story))).toBe('casework.assessment-stale')
    await story.assess()
    expect(code(await story.post('propose', { recommendation: 'approve', assessmentId: stale, reason: '符合' }))).toBe(
      'casework.assessment-stale',
    )
    expect(
      code(await story.post('propose', { recommendation: 'approve', assessmentId: newId(), reason: '符合' })),
    ).toBe('casework.assessment-unknown')
  })

  test('cannot recommend what the rules do not support', async () => {
    const story = await Story.until(house, county, 'assessed', { wageYuan: 60_000 })
    expect(code(await propose(story))).toBe('casework.not-eligible')
    expect(
      (
        await story.post('propose', {
          recommendation: 'refuse',
          assessmentId: story.assessmentId,
          reason: '收入高于标准',
        })
      ).body.status,
    ).toBe('awaiting-decision')
    expect(code(await story.post('approve', { assessmentId: story.assessmentId }, story.approver))).toBe(
      'casework.notice-missing',
    )
  })
})

describe('a decision', () => {
  const approve = (story: Story, by = story.approver) => story.post('approve', { assessmentId: story.assessmentId }, by)

  test('needs a proposal, then a notice, then its end', async () => {
    const story = await told('assessed')
    expect(code(await approve(story))).toBe('casework.proposal-missing')
    await story.advance('proposed')
    expect(code(await approve(story))).toBe('casework.notice-missing')
    await story.advance('publicised')
    const early = await approve(story)
    expect(early.body).toMatchObject({
      code: 'casework.notice-not-over',
      details: { endsOn: addDays(await story.today(), 7) },
    })
    await story.system({ type: 'notice.ended', body: { noticeId: (await story.row()).state.notice?.noticeId ?? '' } })
    expect(code(await approve(story))).toBe('casework.notice-not-over')
  })

  test('waits for the answer to an objection; a founded one goes back to the investigation', async () => {
    const story = await told('publicised')
    const { notice } = (await story.row()).state
    const objectionId = newId()
    await story.system({ type: 'notice.objected', body: { objectionId, noticeId: notice?.noticeId ?? '' } })
    await story.endNotice()
    expect((await story.row()).status).toBe('objected')
    expect(code(await approve(story))).toBe('casework.objection-open')
    expect(code(await story.post('return', { reason: '再查' }, story.approver))).toBe('casework.wrong-status')
    await story.byAssistant({ type: 'objection.answered', body: { objectionId, finding: 'founded' } })
    expect((await story.row()).status).toBe('investigating')
    expect(code(await approve(story))).toBe('casework.proposal-missing')
  })

  test('is not for the person who proposed, nor for one who made the visit', async () => {
    const story = await told('verified')
    const approver = await story.approver.accountId()
    await story.visit([approver, await story.assistant.accountId()])
    for (const point of ['assessed', 'proposed', 'publicised', 'awaiting'] as const) await story.advance(point)
    expect(code(await approve(story))).toBe('casework.surveyor-cannot-decide')
    expect((await story.approver.ok.get(`/cases/${story.caseId}`)).can.approve).toBe('casework.surveyor-cannot-decide')
    expect(code(await approve(story, story.assistant))).toBe('access.forbidden')
  })

  test('rests on a fresh computation for the amount that was hung out', async () => {
    const story = await told('awaiting')
    await story.assess(story.approver)
    const other = await Story.until(house, county, 'assessed')
    expect(code(await story.post('approve', { assessmentId: other.assessmentId }, story.approver))).toBe(
      'casework.assessment-unknown',
    )
    expect((await approve(story)).body.decision.assessmentId).toBe(story.assessmentId)
  })

  test('to refuse names its ground, and the letter says fact, clause and what can be done', async () => {
    const story = await Story.until(house, county, 'assessed', { wageYuan: 60_000 })
    await story.ok('propose', { recommendation: 'refuse', assessmentId: story.assessmentId, reason: '收入高' })
    const refuse = (reasonCode: string) =>
      story.post(
        'refuse',
        { assessmentId: story.assessmentId, reasonCode, reason: '<b>工资</b>每月六万元' },
        story.approver,
      )
    expect(code(await refuse('because'))).toBe('casework.reason-code-unknown')
    expect((await refuse('income-above-standard')).body.status).toBe('refused')
    const { items } = await story.assistant.ok.get(`/cases/${story.caseId}/letters`)
    const { text } = await story.assistant.get(`/letters/${items.at(-1).id}/print`)
    for (const part of ['民发〔2021〕57号', '60 日', '&lt;b&gt;', '不予同意']) expect(text).toContain(part)
  })

  test('ends the case: nothing more can be done to it', async () => {
    const story = await told('awaiting')
    await story.ok('approve', { assessmentId: story.assessmentId }, story.approver)
    expect(code(await approve(story))).toBe('casework.closed')
    expect(code(await story.post('withdraw', { reason: '不要了' }))).toBe('casework.closed')
    expect((await story.row()).state.clock?.stoppedOn).toBe(await story.today())
  })

  test('can send the case back, which starts proposal and notice anew', async () => {
    const story = await told('awaiting')
    expect((await story.ok('return', { reason: '再查存款' }, story.approver)).state).toMatchObject({
      proposal: null,
      notice: null,
    })
    expect(code(await approve(story))).toBe('casework.proposal-missing')
    await story.verify()
    await story.assess()
    expect(
      (await story.ok('propose', { recommendation: 'approve', assessmentId: story.assessmentId, reason: '再次符合' }))
        .flags,
    ).toContain('returned')
  })
})

describe('the papers and the clock', () => {
  test('missing papers are asked for once', async () => {
    const story = await told('submitted')
    const asked = await story.ok('request-correction', { missing: ['残疾人证', '残疾人证'], note: '一次补齐' })
    expect(asked).toMatchObject({
      status: 'correcting',
      awaits: 'resident',
      state: { correction: { missing: ['残疾人证'] } },
    })
    expect(code(await story.post('accept'))).toBe('casework.wrong-status')
    await story.ok('complete-correction')
    expect(code(await story.post('request-correction', { missing: ['户口簿'] }))).toBe('casework.correction-once')
    expect((await story.ok('accept')).status).toBe('investigating')
  })

  test('the limit is extended once, on a ground the procedure lists', async () => {
    const story = await told('accepted')
    const wrong = await story.post('extend', { ground: 'busy' })
    expect(wrong.body.details.allowed).toContain('objection')
    expect(code(wrong)).toBe('casework.extension-ground-unknown')
    const extended = await story.ok('extend', { ground: 'objection' })
    expect(extended.clock).toMatchObject({ limit: { count: 45 }, extended: { ground: 'objection' } })
    expect(code(await story.post('extend', { ground: 'objection' }))).toBe('casework.already-extended')
  })

  test('the clock stands still for a reason that the procedure knows, and once at a time', async () => {
    const story = await told('accepted')
    expect(code(await story.post('pause', { reason: 'busy' }))).toBe('casework.pause-reason-unknown')
    expect(code(await story.post('resume'))).toBe('casework.not-paused')
    const paused = await story.ok('pause', { reason: 'waitingForApplicant' })
    expect(paused.clock).toMatchObject({ running: false, dueOn: null, pauses: [{ to: null }] })
    expect(code(await story.post('pause', { reason: 'waitingForApplicant' }))).toBe('casework.already-paused')
    expect((await story.ok('resume')).clock).toMatchObject({ running: true })
  })

  test('a case can be rejected, withdrawn or ended, each with a reason', async () => {
    expect((await (await told('submitted')).ok('reject', { reason: '不属于本镇' })).state.closed.reason).toBe(
      '不属于本镇',
    )
    expect((await (await told('verified')).ok('withdraw', { reason: '不申请了' })).status).toBe('withdrawn')
    expect((await (await told('accepted')).ok('terminate', { reason: '多次不配合' })).status).toBe('terminated')
    expect((await (await told('submitted')).post('reject', { reason: ' ' })).body.issues[0].code).toBe('text.empty')
  })
})
