/** From an approval to an award, and the hand that stops it. */
import { testHouse } from '@doudi/testkit'
import { expect, test } from 'vitest'
import { Story } from '#modules/casework/case-story.testing.ts'
import { systemCaller } from '#platform/database/work.ts'

async function approved() {
  const house = await testHouse()
  const county = await house.county()
  const story = await Story.until(house, county, 'awaiting')
  await story.assess(story.approver)
  await story.ok('approve', { assessmentId: story.assessmentId }, story.approver)
  await house.jobs.drain()
  const [award] = (await story.approver.ok.get(`/awards?household=${story.householdId}`)).items
  return { house, county, story, award }
}

test('an approval starts one award, from the month after the decision, however often the job runs', async () => {
  const { house, county, story, award } = await approved()
  const { state, division } = await story.row()
  expect(award).toMatchObject({
    status: 'active',
    startMonth: '2026-04',
    endMonth: null,
    monthlyFen: state.decision?.amountFen,
  })
  expect(state.award).toEqual({ awardId: award.id, startMonth: '2026-04', monthlyFen: award.monthlyFen })
  await house.inWork(systemCaller, work =>
    work.enqueue('benefits.start-award', { area: division, caseId: story.caseId }),
  )
  await house.jobs.drain()
  expect((await county.as('county-finance').ok.get('/awards')).items).toHaveLength(1)
})

test('an award is held and resumed by the supervisor, each with a reason on the line', async () => {
  const { county, award, story } = await approved()
  const supervisor = county.as('county-supervisor')
  const move = (act: string) => supervisor.post(`/awards/${award.id}/${act}`, { reason: '核实死亡信息' })
  expect((await move('unhold')).body.code).toBe('benefits.not-held')
  expect((await move('hold')).body).toMatchObject({ status: 'held', holdReason: '核实死亡信息' })
  expect((await move('hold')).body.code).toBe('benefits.already-held')
  expect((await move('unhold')).body).toMatchObject({ status: 'active', holdReason: null })
  const acts = (await supervisor.ok.get(`/households/${story.householdId}/line`)).items.map(
    (entry: { act: string }) => entry.act,
  )
  expect(acts).toEqual(expect.arrayContaining(['award.started', 'award.held', 'award.unheld']))
  expect((await story.approver.post(`/awards/${award.id}/hold`, { reason: 'x' })).status).toBe(403)
})

test('an award that has ended is neither held nor resumed', async () => {
  const { house, county, award } = await approved()
  await house.inWork(systemCaller, work =>
    work.db.updateTable('benefits.award').set({ status: 'ended' }).where('id', '=', award.id).execute(),
  )
  expect((await county.as('county-supervisor').post(`/awards/${award.id}/hold`, { reason: 'x' })).body.code).toBe(
    'benefits.ended',
  )
})
