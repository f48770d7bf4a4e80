/** Numbers that a double does not hold exactly: columns leave the household to the interpreter, also when the end is small. */
import { afterAll, expect, test } from 'vitest'
import { compile, loadPacks, type Situation } from '../src/index.ts'
import { fuzz } from './fuzz/fuzz.ts'
import { basePack, formulaLines, rulesFile } from './mistakes.ts'
import { compareReaders, inColumns } from './readers.ts'
import { openDatabase } from './sql-database.ts'

const database = await openDatabase()
afterAll(() => database.close())

const formula = 'sum(for m in 家庭成员 return (if m.重病 then 1 else -1) * m.工资 * 900001)'
const { packs, problems } = loadPacks(
  new Map(
    Object.entries({
      ...basePack,
      'p/programmes/x/rules.yaml': rulesFile(formulaLines(formula), {}, {}),
    }),
  ),
)
const programme = compile(packs, { pack: 'p', programme: 'x', date: '2021-09-13' })

const family = (wage: string, ill: readonly boolean[]): Situation => ({
  household: { deposits: 0, homes: 0, subsidy: null },
  members: ill.map(one => ({ wage, ill: one, grade: 0, born: '1980-01-01', kind: '无' })),
})

test('a sum that passes the limit and comes back is not taken for exact; SQL has no such limit', async () => {
  expect(problems).toEqual([])
  const [large, small] = [family('99999999.99', [true, true, true, false, false, false]), family('100', [true, true])]
  expect(inColumns(programme, [large, small], ['被测'])).toEqual([null, new Map([['被测', ['180000200']]])])
  const { differences, leftBySql, values } = await compareReaders(programme, [large, small], database)
  expect({ differences, leftBySql, values }).toEqual({ differences: [], leftBySql: 0, values: 2 })
})

test('nor is a quotient whose divisor passes it: the random policy that showed it', async () => {
  const { counts, failures } = await fuzz({ seed: 20_261_130, policies: 1, households: 20, database })
  expect(failures).toEqual([])
  expect(counts.leftByColumns).toBeGreaterThan(0)
})
