/** One family from the window to the decision, and what the line, the clock and the letters say on the way. */
import { testHouse } from '@doudi/testkit'
import { describe, expect, test } from 'vitest'
import { caseEntries } from '#modules/journal/index.ts'
import { systemCaller } from '#platform/database/work.ts'
import type { CaseAct } from './acts.ts'
import { foldCase } from './case.ts'
import { Story } from './case-story.testing.ts'

const house = await testHouse()

describe('a family applies, is investigated, hung out and approved', () => {
  test('and every step leaves the case where the law puts it', async () => {
    house.clock.moveTo('2026-03-02T01:00:00.000Z')
    const county = await house.county()
    const story = await Story.until(house, county, 'submitted')
    expect((await story.row()).number).toMatch(/^\d{9}DB2026\d{6}$/)

    const accepted = await story.ok('accept')
    expect(accepted).toMatchObject({
      status: 'investigating',
      dueOn: '2026-03-23',
      clock: { limit: { count: 15, unit: 'workingDays' }, running: true },
    })
    expect(accepted.can).toMatchObject({
      accept: 'casework.wrong-status',
      propose: 'casework.verification-missing',
      approve: 'casework.wrong-role',
    })

    await story.verify()
    await story.visit()
    const assessment = await story.assess()
    expect(assessment.result).toMatchObject({ eligible: true, coveredPeople: 3 })
    expect(assessment.workedSum.length).toBeGreaterThan(0)
    expect(await story.assistant.ok.post(`/assessments/${assessment.id}/recompute`)).toMatchObject({
      same: true,
      resultHash: assessment.resultHash,
    })

    const proposed = await story.ok('propose', {
      recommendation: 'approve',
      assessmentId: assessment.id,
      reason: '符合条件',
    })
    expect(proposed).toMatchObject({
      status: 'proposed',
      amountFen: assessment.result.amountFen,
      awaits: 'town-assistant',
    })
    await story.postNotice()
    await story.endNotice()
    const decided = await story.ok('approve', { assessmentId: assessment.id }, story.approver)
    expect(decided.decision).toMatchObject({
      outcome: 'approved',
      amountFen: assessment.result.amountFen,
      firstMonth: '2026-04',
    })
    expect(decided.steps.map((step: { id: string; status: string }) => `${step.id} ${step.status}`)).toEqual([
      'received done',
      'verification done',
      'visit done',
      'notice done',
      'decision decided',
      'payment not-started',
    ])

    const letters = await story.assistant.ok.get(`/cases/${story.caseId}/letters`)
    expect(letters.items.map(({ kind }: { kind: string }) => kind)).toEqual(['acceptance', 'approval'])
    const printed = await story.assistant.get(`/letters/${letters.items[1].id}/print`)
    expect(printed.text).toContain('/print.css')
    expect(printed.text).toContain('元整')
    expect(printed.text).not.toMatch(/<script|style=/)
    const again = await story.assistant.get(`/letters/${letters.items[1].id}/print`)
    expect(again.text).toBe(printed.text)
  })

  test('and folding its entries gives the stored case', async () => {
    house.clock.moveTo('2026-03-02T01:00:00.000Z')
    const county = await house.county()
    const story = await Story.until(house, county, 'awaiting')
    await story.ok('approve', { assessmentId: story.assessmentId, reason: '同意' }, story.approver)
    const row = await story.row()
    const entries = await house.inWork(systemCaller, work =>
      caseEntries(work, { division: row.division, caseId: row.id }),
    )
    const acts = entries
      .filter(({ act }) => /^(case|clock|verification|visit|notice|objection|award)\./.test(act))
      .map(
        ({ act, body, at, accountId, actorName, role, reason }) =>
          ({ type: act, body, at, reason, by: { accountId, name: actorName, role } }) as unknown as CaseAct,
      )
    expect(foldCase(acts)).toEqual(row.state)
    expect(acts.length).toBe(row.version)
  })
})
