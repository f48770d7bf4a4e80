/** What changed against last month. */
import { type Fen, fen } from '@doudi/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LeftOut, type MonthLine, monthDiff, movedBy } from './month-diff.ts'

const line = (awardId: string, amount: number): MonthLine => ({
  awardId,
  householdId: `home-${awardId}`,
  name: awardId,
  amountFen: fen(amount),
})
const names = (changes: readonly { awardId: string }[]) => changes.map(change => change.awardId)

test('says who is new, who stopped, whose amount changed and who is held back', () => {
  const held: LeftOut = { ...line('held', 300), reason: 'no-bank-account' }
  const diff = monthDiff(
    [line('same', 100), line('less', 200), line('gone', 50), line('held', 300)],
    [line('same', 100), line('less', 150), line('fresh', 70)],
    [held],
  )
  expect([names(diff.new), names(diff.stopped), names(diff.changed), names(diff.held)]).toEqual([
    ['fresh'],
    ['gone'],
    ['less'],
    ['held'],
  ])
  expect(diff.changed[0]).toMatchObject({ beforeFen: 200n, nowFen: 150n })
})

test('a supplementary batch does not report as stopped whom the first one pays', () => {
  expect(monthDiff([line('a', 100)], [line('b', 10)], [], new Set(['a'])).stopped).toEqual([])
})

test('the changes explain the whole difference between two months', () => {
  const month = fc.uniqueArray(fc.tuple(fc.constantFrom(...'abcdefgh'), fc.integer({ min: 1, max: 1000 })), {
    selector: ([id]) => id,
  })
  fc.assert(
    fc.property(month, month, (before, now) => {
      const previous = before.map(([id, amount]) => line(id, amount))
      const current = now.map(([id, amount]) => line(id, amount))
      const diff = monthDiff(previous, current, [])
      const sum = (lines: MonthLine[]) => lines.reduce((total, { amountFen }) => total + amountFen, 0n)
      const moved: Fen = movedBy([...diff.new, ...diff.stopped, ...diff.changed])
      expect(sum(previous) + moved).toBe(sum(current))
    }),
  )
})
