/** `doudi bench exactness` through the command line, with few households and policies. */
import { commands } from '@doudi/server/cli/commands.ts'
import { dispatch } from '@doudi/server/cli/dispatch.ts'
import { expect, test } from 'vitest'
import { countCategories } from '../policy/answers.ts'
import { compileW1 } from '../policy/w1.ts'
import { adversarial, halfInWholeYuan } from './populations.ts'
import { byHand, byInterpreter } from './readers.ts'
import { compareVerdicts } from './verdicts.ts'

test('everybody agrees, and every line has its shape', async () => {
  const few = ['--households', '600', '--adversarial', '600', '--policies', '3', '--seed', '5', '--json']
  const { exitCode, stdout, stderr } = await dispatch(commands, ['bench', 'exactness', ...few], {
    stdin: async () => '',
    cwd: '/',
    env: {},
  })
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map(text => JSON.parse(text) as Record<string, unknown>)
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  expect(lines.map(({ name, value, goal, ok }) => [name, value, goal, ok])).toEqual(
    [
      ...['random.hand', 'random.columns', 'random.sql', 'adversarial.hand', 'adversarial.columns', 'adversarial.sql'],
      ...['outside.columns', 'outside.sql', 'policies.columns', 'policies.sql'],
    ].map(name => [`exactness.${name}`, 0, '= 0', true]),
  )
  expect(lines[6]).toMatchObject({ spread: { 'refused by the interpreter': 1_000 } })
})

test('the adversarial households sit on both sides of every line', () => {
  const verdicts = byInterpreter(compileW1(), adversarial(3_000, 7))
  const counts = countCategories({ category: verdicts.category, grantFen: verdicts.amountFen })
  expect(Math.min(...counts)).toBeGreaterThan(30)
})

test('half of the random households have no fen', () => {
  const { offsets, wage, otherIncome } = halfInWholeYuan(1_000, 7)
  const hasFen = (h: number) =>
    [wage, otherIncome].some(amounts => amounts.subarray(offsets[h], offsets[h + 1]).some(amount => amount % 100 !== 0))
  const withFen = Array.from({ length: 1_000 }, (_, h) => h).filter(hasFen)
  expect(withFen.every(h => h % 2 === 1)).toBe(true)
  expect(withFen.length).toBeGreaterThan(250)
})

test('one wrong fen, and one answer left out, are both seen', () => {
  const population = halfInWholeYuan(200, 7)
  const [exact, hand] = [byInterpreter(compileW1(), population), byHand(population)]
  hand.amountFen[17]!++
  hand.left[18] = 1
  expect(compareVerdicts(exact, hand, ['category', 'amountFen'])).toEqual({ different: 1, left: 1, first: 17 })
})
