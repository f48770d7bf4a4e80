/** The query and what surrounds it: tables of the caller, facts that the form does not allow, names of any kind. */
import { afterAll, expect, test } from 'vitest'
import { compile, compileSql, type SqlOptions } from '../src/index.ts'
import { functionPack } from './function-pack.ts'
import { answersOf, openDatabase, type RawHousehold, sourceOf } from './sql-database.ts'

const database = await openDatabase()
afterAll(() => database.close())

const programme = compile(functionPack.packs, { pack: 'p', programme: 'x', date: '2026-03-31' })
const person = { a: '1.25', b: '0.5', c: null, d: true, e: '甲类', f: '1990-05-06' }
const calm = { h1: '1', h2: true }
const outputs = ['进到元', '全', '名次', '换类', '生年', '再除']

async function flagsOf(households: readonly RawHousehold[]) {
  const rows = await answersOf(database, compileSql(programme, { ...sourceOf(programme, households), outputs }))
  return rows.map(({ outside, r0 }) => ({ outside: outside === 'true', answered: r0 !== null }))
}

const fits = { outside: false, answered: true }
const outside = { outside: true, answered: false }

test.each([
  ['a number above its range', { a: '10.01' }],
  ['a number below its range', { a: '-0.01' }],
  ['more decimals than the form allows', { a: '1.255' }],
  ['not a number', { a: 'NaN' }],
  ['a number that no whole number of this size can hold', { a: '1e30' }],
  ['a fact that must be given', { a: null }],
  ['an answer of yes or no that must be given', { d: null }],
  ['a text that is no option', { e: '丁类' }],
  ['a day before the calendar begins', { f: '0044-03-15 BC' }],
  ['a day without end', { f: 'infinity' }],
])('%s puts the household aside, and no other', async (_, wrong) => {
  const bad = { household: calm, members: [person, { ...person, ...wrong }] }
  const good = { household: calm, members: [person, person] }
  expect(await flagsOf([good, bad, good])).toEqual([fits, outside, fits])
})

test('so does having no member, too many, or two in the same place', async () => {
  const many = (count: number) => ({ household: calm, members: Array.from({ length: count }, () => person) })
  expect(await flagsOf([many(0), many(1), many(5), many(6), many(400)])).toEqual([
    outside,
    fits,
    fits,
    outside,
    outside,
  ])
  const twins = sourceOf(programme, [many(2)])
  const samePlace = `select household_number, 7 as member_number, ${Object.keys(person).join(', ')} from (${(twins.member.from as { query: string }).query}) q`
  const query = compileSql(programme, { ...twins, member: { ...twins.member, from: { query: samePlace } }, outputs })
  expect(await answersOf(database, query)).toMatchObject([{ outside: 'true', r0: null }])
})

test('an answer of a household is read by its id as well as by its text', async () => {
  const byId = { household: calm, members: [{ ...person, e: 'c' }] }
  const query = compileSql(programme, { ...sourceOf(programme, [byId]), outputs: ['换类', '类中'] })
  expect(await answersOf(database, query)).toMatchObject([{ outside: 'false', r1: '{t}' }])
})

test('whole numbers in tables of any name give what decimals give', async () => {
  const households = [
    { household: { h1: '-2.5', h2: true }, members: [person, { ...person, a: '7', c: '3', d: false, e: '丙类' }] },
    { household: { h1: '4', h2: false }, members: [{ ...person, b: '10', f: '2004-02-29' }] },
  ]
  await database.rows('create schema if not exists "a ""quoted"" one"')
  await database.rows('create temp table "户" as select 0 as "编 号", -25 as "h\'1", 1 as h2 union all select 1, 40, 0')
  await database.rows(`create temp table member as
    select 0 as id, 0 as "order", 125 as "a;--", 5 as b, null::integer as c, 1::smallint as d, 0 as e, ${1990 * 512 + 5 * 32 + 6} as f
    union all select 0, 1, 700, 5, 3, 0, 2, ${1990 * 512 + 5 * 32 + 6}
    union all select 1, 0, 125, 100, null, 1, 0, ${2004 * 512 + 2 * 32 + 29}`)
  const tables: SqlOptions = {
    household: { from: ['户'], holds: 'numbers', id: '编 号', columns: { h1: "h'1" } },
    member: {
      from: ['pg_temp', 'member'],
      holds: 'numbers',
      household: 'id',
      position: 'order',
      columns: { a: 'a;--' },
    },
  }
  const byNumbers = await answersOf(database, compileSql(programme, { ...tables, outputs: rulesThatAreSet }))
  const byFacts = await answersOf(
    database,
    compileSql(programme, { ...sourceOf(programme, households), outputs: rulesThatAreSet }),
  )
  expect(byNumbers).toEqual(byFacts)
  expect(byNumbers.map(({ outside, doubtful }) => outside + doubtful!)).toEqual(['falsefalse', 'falsefalse'])
})

const rulesThatAreSet = programme.rules.map(({ name }) => name).filter(name => !name.startsWith('靠'))

test('whole numbers that are none are refused, not rounded', async () => {
  const { household, member } = sourceOf(programme, [{ household: calm, members: [person] }])
  const query = compileSql(programme, { household: { ...household, holds: 'numbers' }, member, outputs: ['再除'] })
  await expect(database.rows(query.text)).rejects.toThrow(/operator does not exist/)
})

test('nothing that a pack or a caller names is more than a name', () => {
  const { household, member } = sourceOf(programme, [])
  const hostile = { ...household, from: ['x"; drop table y; --'], id: 'i"d' }
  const { text } = compileSql(programme, { household: hostile, member, outputs })
  expect(text).toContain('from "x""; drop table y; --" t')
  expect(() => compileSql(programme, { household: { ...household, id: '' }, member })).toThrow(/needs a name/)
})
