/** A small, always equal share of the random policies; `npx doudi bench exactness` runs a thousand and more. */
import { afterAll, expect, test } from 'vitest'
import { functionNames } from '../../src/check/checked.ts'
import { hitPolicies } from '../../src/tables/table.ts'
import { openDatabase } from '../sql-database.ts'
import { fuzz } from './fuzz.ts'
import { randomPolicy } from './policy.ts'

const seed = 20_260_701
const database = await openDatabase()
afterAll(() => database.close())

test(`interpreter, columns and SQL agree on random policies from seed ${seed}`, async () => {
  const { counts, failures } = await fuzz({ seed, policies: 24, households: 6, database })
  expect(failures).toEqual([])
  expect(counts.values).toBeGreaterThan(3_000)
  expect(counts.refused).toBeLessThan(counts.households / 2)
  expect(counts.leftBySql).toBeLessThan(counts.households / 50)
})

test('the random policies use every function, operator and way of hitting', () => {
  const text = Array.from({ length: 120 }, (_, i) => randomPolicy(seed + i).text).join('\n')
  const wanted = [
    ...functionNames.map(name => `${name}(`),
    ...hitPolicies.map(hit => `hit: ${hit}\n`),
    ...[' + ', ' - ', ' * ', ' / ', ' and ', ' or ', 'not(', ' between ', ' in (', '..', ' = null', ' != null', '(if '],
    ...[
      'some ',
      'every ',
      'for ',
      '家庭成员[',
      '.years',
      '.months',
      '.year',
      '.month',
      '.day',
      'duration("',
      '评估日期',
    ],
    ...['unset: true', 'unsureAllowed: true', 'nullable: true', '默认 | '],
  ]
  expect(wanted.filter(part => !text.includes(part))).toEqual([])
})

test('the same seed makes the same policy, another seed another', () => {
  expect(randomPolicy(seed).text).toBe(randomPolicy(seed).text)
  expect(randomPolicy(seed).text).not.toBe(randomPolicy(seed + 1).text)
})
