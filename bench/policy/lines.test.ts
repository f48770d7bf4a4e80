/** What a line says: ratios round by round, and nothing reached by whoever answers wrongly. */
import { expect, test } from 'vitest'
import { agreement, ratioLines, timeLine } from './lines.ts'

const contestant = (name: string) => ({ name, households: 1_000, run: () => undefined, answers: () => never() })
function never(): never {
  throw new Error('not asked')
}

test('a time has its median, its spread and how many that is a second', () => {
  expect(timeLine(contestant('feelin'), [80, 50, 100], true)).toEqual({
    ...{ name: 'policy.feelin', value: 80, unit: 'µs a household', goal: null, ok: true },
    spread: { min: 50, max: 100, households: 1_000, 'per second': 12_500, agrees: 'yes' },
  })
})

test('a ratio is taken round by round, so that a slow round slows both', () => {
  const times = new Map([
    ['feelin', [1000, 4000, 1000]],
    ['columns', [1, 4, 0.5]],
  ])
  expect(ratioLines(times, new Set())).toEqual([
    {
      ...{ name: 'policy.feelin/columns', value: 1000, unit: '×', goal: '>= 1000', ok: true },
      spread: { min: 1000, max: 2000 },
    },
  ])
})

test('whoever disagrees reaches no goal', () => {
  const times = new Map([
    ['feelin', [5000]],
    ['columns', [1]],
  ])
  expect(ratioLines(times, new Set(['feelin']))).toMatchObject([{ ok: false }])
  expect(timeLine(contestant('feelin'), [1], false)).toMatchObject({ ok: false, spread: { agrees: 'no' } })
  expect(agreement([contestant('feelin')], new Set(['feelin']))).toMatchObject({ value: 1, ok: false, goal: '= 0' })
})
