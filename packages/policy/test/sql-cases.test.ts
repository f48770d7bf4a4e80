/** Every named example of every pack through the query: each formula says what the interpreter says, or is left to it. */
import { Problem } from '@doudi/kernel'
import { afterAll, describe, expect, test } from 'vitest'
import { type CompiledProgramme, compile, type PolicyCase } from '../src/index.ts'
import { type GivenFacts, readSituation } from '../src/interpret/facts.ts'
import { loaded } from './policies.ts'
import { exactly, inSql, rawOf, readable } from './readers.ts'
import { openDatabase } from './sql-database.ts'

const database = await openDatabase()
afterAll(() => database.close())

for (const { file, cases } of loaded.packs.cases)
  describe(file, () => {
    for (const one of cases)
      test(one.name, async () => {
        const read = readCase(one)
        if (read instanceof Problem) return expect(read.code).toBe(one.expect.refused)
        const { programme, facts } = read
        const rules = readable(programme)
        const answered = rules.filter(rule => exactly(programme, facts, [rule]) !== null)
        const raw = [rawOf(programme, facts)]
        expect(await inSql(programme, raw, answered, database)).toEqual([exactly(programme, facts, answered)])
        const refused = rules.filter(rule => !answered.includes(rule))
        if (refused.length > 0) expect(await inSql(programme, raw, refused, database)).toEqual([null])
      })
  })

/** Some cases are about a refusal that comes before any formula is read. */
function readCase(one: PolicyCase): { programme: CompiledProgramme; facts: GivenFacts } | Problem {
  try {
    const programme = compile(loaded.packs, one)
    return { programme, facts: readSituation(one.situation, programme.internals.reader) }
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

test('the decision of no pack is left to the interpreter for what SQL cannot say', () => {
  const programmes = new Map(
    loaded.packs.cases.flatMap(({ cases }) =>
      cases.flatMap(one => {
        const read = readCase(one)
        return read instanceof Problem ? [] : [[`${one.pack} ${one.programme} ${one.date}`, read.programme] as const]
      }),
    ),
  )
  const unreadable = [...programmes].flatMap(([name, programme]) => {
    const can = new Set(readable(programme))
    return programme.rules.filter(rule => !can.has(rule.name)).map(rule => `${name} ${rule.name}`)
  })
  expect(unreadable).toEqual([])
})
