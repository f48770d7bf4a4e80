/** Every function, operator and loop of the language in SQL, value by value against the exact interpreter. */
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { compile } from '../src/index.ts'
import { family, functionPack } from './function-pack.ts'
import { compareReaders } from './readers.ts'
import { openDatabase } from './sql-database.ts'

const database = await openDatabase()
afterAll(() => database.close())

test.each(['2024-02-29', '2024-02-28', '2026-03-31'])('every value on %s is what the interpreter says', async date => {
  const programme = compile(functionPack.packs, { pack: 'p', programme: 'x', date })
  const families = fc.sample(family, { numRuns: 400, seed: Number(date.replaceAll('-', '')) })
  const { differences, leftByColumns, leftBySql, refused, values } = await compareReaders(programme, families, database)
  expect(differences).toEqual([])
  expect({ leftByColumns, leftBySql }).toEqual({ leftByColumns: 0, leftBySql: 0 })
  expect(refused).toBeGreaterThan(50)
  expect(values).toBeGreaterThan(20_000)
})
