/** What is written out again where it is read, and what is worked out once: the same answers, and no query that explodes. */
import { afterAll, expect, test } from 'vitest'
import { compile, compileSql, loadPacks, type Situation } from '../src/index.ts'
import { basePack, formulaLines, rulesFile } from './mistakes.ts'
import { compareReaders } from './readers.ts'
import { openDatabase, sourceOf } from './sql-database.ts'

const database = await openDatabase()
afterAll(() => database.close())

/** Deposits that need no more than 64 bits, in the unit of everything else. */
const form = basePack['p/programmes/x/form.yaml']!.replace('unit: 元,', "unit: 元/月, max: '1000000',")

function programmeOf(formula: string, also: Readonly<Record<string, string>>) {
  const rules = rulesFile(formulaLines(formula), {}, also)
  const files = { ...basePack, 'p/programmes/x/form.yaml': form, 'p/programmes/x/rules.yaml': rules }
  const { packs, problems } = loadPacks(new Map(Object.entries(files)))
  expect(problems).toEqual([])
  return compile(packs, { pack: 'p', programme: 'x', date: '2021-09-13' })
}

const families: readonly Situation[] = ['0', '0.01', '99.99', '100', '299.99', '300', '300.01', '123456.78'].map(
  deposits => ({
    household: { deposits, homes: 0, subsidy: null },
    members: [1, 2].map(grade => ({ wage: deposits, ill: grade === 1, grade, born: '1980-01-01', kind: '无' })),
  }),
)

async function differencesOf(programme: ReturnType<typeof programmeOf>) {
  const { differences, leftBySql } = await compareReaders(programme, families, database)
  return { differences, leftBySql }
}

const textOf = (programme: ReturnType<typeof programmeOf>) =>
  compileSql(programme, { ...sourceOf(programme, []), outputs: ['被测'] }).text

/** How many selects work out values of the household, that of the results included. */
const layersIn = (text: string) => text.match(/^household_[1-9]\d* as/gm)!.length

test('a short value that is read twice has no layer of its own', async () => {
  const programme = programmeOf('差 * 2 + 差', { 差: '存款 - 100' })
  expect(layersIn(textOf(programme))).toBe(layersIn(textOf(programmeOf('存款 - 100', {}))))
  expect(await differencesOf(programme)).toEqual({ differences: [], leftBySql: 0 })
})

test('nor has one that is read for every member', async () => {
  const above = (line: string) => `sum(for m in 家庭成员 return if m.工资 > ${line} then m.工资 else ${line})`
  const programme = programmeOf(above('线'), { 线: 'if 住房套数 > 1 then 100 else 99.99' })
  expect(layersIn(textOf(programme))).toBe(layersIn(textOf(programmeOf(above('100'), {}))))
  expect(await differencesOf(programme)).toEqual({ differences: [], leftBySql: 0 })
})

test('a chain of twenty values that are each read twice grows by the value, not by the power', async () => {
  const link = (before: string) => `if ${before} > 100 then (${before} / 2) else (${before} + 7)`
  const chain = Object.fromEntries(
    Array.from({ length: 20 }, (_, i) => [`值${i}`, i === 0 ? '存款' : link(`值${i - 1}`)]),
  )
  const programme = programmeOf('值19', chain)
  expect(textOf(programme).length).toBeLessThan(30_000)
  expect(await differencesOf(programme)).toEqual({ differences: [], leftBySql: 0 })
})

test.each(['floor', 'ceiling'])('%s of what may be below zero is one division', async rounding => {
  const programme = programmeOf(`${rounding}(存款 / 3 - 100)`, {})
  expect(textOf(programme)).not.toContain('(select (case when')
  expect(await differencesOf(programme)).toEqual({ differences: [], leftBySql: 0 })
})
