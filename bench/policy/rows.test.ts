/** Numbers go out as text and come back, wherever the network cuts the text. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GrowingColumns } from './growing-columns.ts'
import { populate } from './population.ts'
import { RowReader, RowWriter } from './rows.ts'
import { householdColumns, householdRows, memberColumns, memberRows } from './tables.ts'

function read(width: number, chunks: Iterable<Uint8Array>): number[] {
  const found: number[] = []
  const reader = new RowReader(width, (numbers, rows) => found.push(...numbers.subarray(0, rows * width)))
  for (const chunk of chunks) reader.push(chunk)
  return found
}

test('rows come back as they were written, cut anywhere', () => {
  const number = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 2 ** 31 - 1 }))
  fc.assert(
    fc.property(
      fc.array(fc.tuple(number, number, number), { minLength: 1 }),
      fc.integer({ min: 1, max: 9 }),
      (rows, cut) => {
        const writer = new RowWriter()
        for (const [a, b, c] of rows) {
          writer.put(a)
          writer.put(b)
          writer.put(c, true)
        }
        const text = writer.take()
        expect(text.toString()).toBe(rows.map(row => `${row.join(',')}\n`).join(''))
        const pieces = Array.from({ length: Math.ceil(text.length / cut) }, (_, i) =>
          text.subarray(i * cut, (i + 1) * cut),
        )
        expect(read(3, pieces)).toEqual(rows.flat())
      },
    ),
    { seed: 7, numRuns: 200 },
  )
})

test('a population comes back from the text of its tables', () => {
  const population = populate(3_000, 3)
  const columnsOf = (names: readonly string[], rows: Iterable<Buffer>) => {
    const columns = new GrowingColumns(names)
    const reader = new RowReader(names.length, (numbers, count) => columns.add(numbers, count))
    for (const chunk of rows) reader.push(chunk)
    return columns
  }
  const households = columnsOf(householdColumns, householdRows(population))
  const members = columnsOf(memberColumns, memberRows(population))
  expect(households.wide('deposits')).toEqual(population.deposits)
  expect(households.narrow('homes')).toEqual(population.homes)
  expect(members.wide('wage')).toEqual(population.wage)
  expect(members.narrow('student')).toEqual(population.student)
  expect(members.wide('household').length).toBe(population.members)
})
