/** Every named example of every pack, as one test with its own name. */
import { describe, expect, test } from 'vitest'
import { runCase } from '../src/index.ts'
import { loaded } from './policies.ts'

test('the packs of this repository have no mistakes', () => {
  expect(loaded.problems).toEqual([])
})

for (const { file, cases } of loaded.packs.cases)
  describe(file, () => {
    for (const one of cases) test(one.name, () => expect(runCase(loaded.packs, one).differences).toEqual([]))
  })

test('there are cases, and an unknown pack is a refusal', () => {
  expect(loaded.packs.cases.flatMap(file => file.cases).length).toBeGreaterThan(50)
  const one = {
    ...loaded.packs.cases[0]!.cases[0]!,
    pack: 'nowhere',
    expect: { refused: null, decision: {}, outputs: {}, checks: null },
  }
  expect(runCase(loaded.packs, one).differences).toEqual(['refused: policy.pack-unknown'])
})
