/** Every function, operator and loop of the language in columns, value by value against the exact interpreter. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, compileColumns } from '../src/index.ts'
import { readSituation } from '../src/interpret/facts.ts'
import { family, functionPack } from './function-pack.ts'
import { exactly, inColumns } from './readers.ts'

test('the pack of this test has no mistake', () => {
  expect(functionPack.problems.filter(problem => problem.severity === 'error')).toEqual([])
})

test.each(['2024-02-29', '2024-02-28', '2026-03-31'])('every value on %s is what the interpreter says', date => {
  const programme = compile(functionPack.packs, { pack: 'p', programme: 'x', date })
  expect(compileColumns(programme).lowered.results.filter(result => result.reason)).toEqual([])
  const rules = programme.rules.map(({ name }) => name)
  fc.assert(
    fc.property(fc.array(family, { minLength: 5, maxLength: 20 }), families => {
      const facts = families.map(situation => readSituation(situation, programme.internals.reader))
      expect(inColumns(programme, families, rules)).toEqual(facts.map(one => exactly(programme, one, rules)))
    }),
    { numRuns: 60 },
  )
})
