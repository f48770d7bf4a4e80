/** What a line says: ratios round by round, and nothing reached by whoever answers wrongly. */
import { expect, test } from 'vitest'
import { agreement, notMeasured, ratioLines, timeLine } from './lines.ts'

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

test('a split is the median of each part over the measured runs, not over those before', () => {
  const splits = [9_000, 20, 10, 30].map(read => ({ read, write: 5 }))
  expect(timeLine({ ...contestant('end-to-end'), splits }, [1, 1, 1], true).spread).toMatchObject({
    'read ms': 20,
    'write ms': 5,
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

test('a whole run that leaves a goal out has not reached it; a part may', () => {
  const times = new Map([['feelin', [1]]])
  const whole = notMeasured(times, true)
  expect(whole).toMatchObject({ goal: '= 0', ok: false })
  expect(whole.spread?.missing).toContain('feelin/columns')
  expect(notMeasured(times, false)).toMatchObject({ goal: null, ok: true })
})
