/** When an award runs. */
import { expect, test } from 'vitest'
import { awardMoves, runsIn } from './award.ts'

const award = { startMonth: '2026-04', endMonth: '2026-06', status: 'active' } as const

test('an award runs from its first month to its last, both included', () => {
  expect(['2026-03', '2026-04', '2026-06', '2026-07'].map(month => runsIn(award, month))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('without a last month it goes on; ended, it does not', () => {
  expect(runsIn({ ...award, endMonth: null }, '2030-01')).toBe(true)
  expect(runsIn({ ...award, status: 'ended' }, '2026-05')).toBe(false)
})

test('holding and lifting undo each other', () => {
  expect(awardMoves.hold).toEqual({ from: awardMoves.unhold.to, to: awardMoves.unhold.from })
})
