/** A range of an index and the pattern of row security let through the same divisions, whatever the area. */
import { testHouse } from '@doudi/testkit'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { withinAreas } from './within.ts'
import { noScope, type Scope, systemCaller, systemScope } from './work.ts'

const villages = [
  '370114001001',
  '370114001999',
  '370114002000',
  '370114999999',
  '370115000000',
  '370113999999',
  '320412901201',
]

async function among(scope: Scope): Promise<string[]> {
  const { inWork } = await testHouse()
  const { rows } = await inWork(systemCaller, ({ db }) =>
    sql<{ code: string }>`
      select code from unnest(${villages}::char(12)[]) as places (code) where ${withinAreas(scope, 'code')}`.execute(
      db,
    ),
  )
  return rows.map(({ code }) => code)
}

test.each([[['370114']], [['370114001']], [['370114001001']], [['3701']], [['320412', '370115']], [['990000']]])(
  'the areas %j reach what begins with them',
  async areas => {
    const expected = villages.filter(code => areas.some(area => code.startsWith(area)))
    expect(await among({ ...noScope, areas })).toEqual(expected)
  },
)

test('nobody is narrowed who sees everything, or who is seen by household', async () => {
  expect(await among(systemScope)).toEqual(villages)
  expect(await among({ ...noScope, households: ['01980000-0000-7000-8000-000000000001'] })).toEqual(villages)
})

test('an index can serve the range: the pattern’s operator leaks, the range’s and the beginning’s do not', async () => {
  const { inWork } = await testHouse()
  const { rows } = await inWork(systemCaller, ({ db }) =>
    sql<{ name: string; quiet: boolean }>`
      select proname as name, proleakproof as quiet from pg_proc
      where proname in ('bpcharlike', 'bpcharge', 'bpcharle', 'starts_with') order by proname`.execute(db),
  )
  expect(Object.fromEntries(rows.map(({ name, quiet }) => [name, quiet]))).toEqual({
    ...{ bpcharge: true, bpcharle: true, starts_with: true },
    bpcharlike: false,
  })
})
