/**
 * Whatever happens in whatever order, possible or not: the stored row is the fold of the journal's entries, every
 * column follows from the state, and nobody is paid without proposal, notice and two pairs of eyes.
 */
import { nationalCalendar } from '@doudi/kernel/working-days'
import { testHouse } from '@doudi/testkit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseEntries } from '#modules/journal/index.ts'
import { systemCaller } from '#platform/database/work.ts'
import { newId } from '#platform/ids.ts'
import type { CaseAct } from './acts.ts'
import { foldCase } from './case.ts'
import { projectionOf } from './case-row.ts'
import { Story } from './case-story.testing.ts'

const house = await testHouse()
const county = await house.county()

/** Each tries one thing; a refusal is a fine outcome, an error is not. */
const tries: Record<string, (story: Story) => Promise<unknown>> = {
  correct: story => story.post('request-correction', { missing: ['户口簿'] }),
  complete: story => story.post('complete-correction'),
  accept: story => story.post('accept'),
  extend: story => story.post('extend', { ground: 'objection' }),
  verify: story => refused(story.verify()),
  verifyFailed: story => refused(story.verify(['failed'])),
  visit: story => refused(story.visit()),
  assess: story => refused(story.assess()),
  propose: story =>
    story.post('propose', { recommendation: 'approve', assessmentId: story.assessmentId || newId(), reason: '符合' }),
  proposeRefusal: story =>
    story.post('propose', { recommendation: 'refuse', assessmentId: story.assessmentId || newId(), reason: '不符合' }),
  post: story => refused(story.postNotice()),
  end: story => refused(story.endNotice()),
  object: story =>
    refused(story.system({ type: 'notice.objected', body: { objectionId: newId(), noticeId: newId() } })),
  approve: story => story.post('approve', { assessmentId: story.assessmentId || newId() }, story.approver),
  refuse: story =>
    story.post(
      'refuse',
      { assessmentId: story.assessmentId || newId(), reasonCode: 'not-resident', reason: '不在本地' },
      story.approver,
    ),
  sendBack: story => story.post('return', { reason: '再查' }, story.approver),
}

async function refused(attempt: Promise<unknown>): Promise<void> {
  await attempt.catch((error: Error) => {
    if (!/casework\.|nothing hangs/.test(error.message)) throw error
  })
}

/** Mostly forwards, so that histories get somewhere, with something else thrown in. */
const forwards = ['accept', 'verify', 'visit', 'assess', 'propose', 'post', 'end', 'approve']
const step = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...Object.keys(tries)) },
  { weight: 2, arbitrary: fc.constant('forward') },
)

test('folding the journal gives the stored row', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 18 }), async steps => {
      house.clock.moveTo('2026-03-02T01:00:00.000Z')
      const story = await Story.until(house, county, 'submitted')
      const path = forwards.values()
      for (const name of steps) await tries[name === 'forward' ? (path.next().value ?? 'approve') : name]?.(story)
      const row = await story.row()
      const entries = await house.inWork(systemCaller, work =>
        caseEntries(work, { division: row.division, caseId: row.id }),
      )
      const acts = entries.filter(({ act }) => !act.startsWith('letter')).map(asAct)
      const state = foldCase(acts)
      expect(state).toEqual(row.state)
      const { state: _, ...columns } = projectionOf(state, nationalCalendar)
      expect(row).toMatchObject(columns)
      if (row.status === 'approved') expectSafe(acts)
    }),
    { numRuns: 14 },
  )
})

type Entry = Awaited<ReturnType<typeof caseEntries>>[number]
const asAct = ({ act, body, at, reason, accountId, actorName, role }: Entry) =>
  ({ type: act, body, at, reason, by: { accountId, name: actorName, role } }) as unknown as CaseAct

function expectSafe(acts: readonly CaseAct[]): void {
  const types = acts.map(({ type }) => type)
  const last = (type: CaseAct['type']) => types.lastIndexOf(type)
  expect(last('case.proposed')).toBeLessThan(last('notice.posted'))
  expect(last('notice.posted')).toBeLessThan(last('notice.ended'))
  expect(last('notice.ended')).toBeLessThan(last('case.approved'))
  const by = (type: CaseAct['type']) => acts[last(type)]?.by.accountId
  expect(by('case.approved')).not.toBe(by('case.proposed'))
}
