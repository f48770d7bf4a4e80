/** What everybody may see, and for how long. */
import type { CalendarDate } from '@doudi/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lastDay, shownOf } from './notice.ts'

const clock = { startsOn: 'notice-posted', unit: 'calendarDays', count: 7 }
const proposal = { assessmentId: 'a1', amountFen: 97_600 }
const assessments = [{ assessmentId: 'a1', coveredPeople: 3 }]
const member = (personId: string, name: string, adult: boolean) => ({ personId, name, adult, relation: 'self' })
const shown = (members: ReturnType<typeof member>[], applicant = members[0]) =>
  shownOf({ applicant, members, proposal, assessments } as never)

describe('the period', () => {
  test('of seven days runs from the day after posting, weekends and holidays included', () => {
    expect(lastDay({ clocks: [clock] } as never, '2026-03-02' as CalendarDate)).toBe('2026-03-09')
  })

  test('is not made up when the procedure does not set it', () => {
    expect(
      lastDay({ clocks: [{ ...clock, startsOn: 'accepted' }] } as never, '2026-03-02' as CalendarDate),
    ).toBeUndefined()
  })
})

describe('the public row', () => {
  test('shows a masked name, sizes and the amount', () => {
    expect(shown([member('1', '陈海', true), member('2', '林梅', true), member('3', '陈小舟', false)])).toEqual({
      applicantMasked: '陈*',
      householdSize: 3,
      covered: 3,
      amountFen: 97_600n,
    })
  })

  test('names an adult of the household when a child applies, and nobody when there is none', () => {
    expect(shown([member('1', '陈小舟', false), member('2', '林梅', true)])?.applicantMasked).toBe('林*')
    expect(shown([member('1', '陈小舟', false)])).toBeUndefined()
  })

  test('never carries a given name or anything of a child, whatever the family', () => {
    const given = fc
      .array(fc.constantFrom(...'甲乙丙丁戊己庚辛'), { minLength: 1, maxLength: 2 })
      .map(parts => parts.join(''))
    const people = fc.array(fc.tuple(given, fc.boolean()), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(people, family => {
        const members = family.map(([name, adult], i) => member(String(i), `${adult ? '陈' : '童'}${name}`, adult))
        const text = shown(members)?.applicantMasked ?? ''
        expect(text).not.toMatch(/[甲乙丙丁戊己庚辛童]/)
      }),
    )
  })
})
