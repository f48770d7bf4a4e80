/** Columns that nobody has checked yet: what the form does not allow is set aside, counted, and decided by nobody else. */
import { expect, test } from 'vitest'
import {
  batchOf,
  compile,
  compileColumns,
  decideMany,
  decideOnly,
  decisionKernel,
  type Situation,
  withOutside,
} from '../src/index.ts'
import { functionPack } from './function-pack.ts'

const programme = compile(functionPack.packs, { pack: 'p', programme: 'x', date: '2026-03-31' })
const kernel = decisionKernel(programme)
const person = { 甲: '1.25', 乙: '0.5', 丙: null, 是: true, 类: '甲类', 生日: '1990-05-06' }
const household: Situation = { household: { 户数值: '1', 不明: true }, members: [person, person] }

/** Five households alike, then the raw value of one column changed in one place. */
function spoiled(field: string, at: number, value: number) {
  const batch = batchOf(programme, kernel.lowered, [household, household, household, household, household])
  const place = batch.columns.findIndex(column => column.field.name === field)
  batch.values[place]![at] = value
  return withOutside(kernel.lowered, batch)
}

const read = kernel.lowered.columns.map(({ field }) => field.name)

test('the decision reads a number of the members', () => {
  expect(read).toContain('甲')
})

test.each([
  [1001, [2]],
  [-1, [2]],
  [1000, []],
  [0, []],
])('a member’s raw value %i puts aside %j', (value, outside) => {
  expect(spoiled('甲', 5, value).outside).toEqual(outside)
})

test('who is put aside is refused, as the interpreter refuses it, and the others are decided', () => {
  const batch = spoiled('甲', 5, 1001)
  const decisions = decideMany(programme, kernel, batch)
  const wrong = { ...household, members: [{ ...person, 甲: '10.01' }, person] }
  expect(() => decideOnly(programme, wrong)).toThrow('policy.situation-invalid')
  expect([...decisions.refused]).toEqual([[2, 'policy.situation-invalid']])
  expect(decisions.coveredPeople).toEqual(Uint8Array.from([2, 2, 0, 2, 2]))
})

test('so are households with no member, or too many', () => {
  const { columns, values, ...batch } = batchOf(programme, kernel.lowered, [household, household, household, household])
  const offsets = Int32Array.from([0, 2, 2, 8, 8])
  const longer = values.map((one, i) => (columns[i]!.scope === 'member' ? one.slice(0, 8) : one))
  expect(withOutside(kernel.lowered, { ...batch, columns, values: longer, offsets }).outside).toEqual([1, 2, 3])
})

test('a code that is no option and a day that no month has are outside too', () => {
  const { lowered } = compileColumns(programme, ['换类', '生年'])
  const raw = (field: string, value: number) => {
    const batch = batchOf(programme, lowered, [household])
    batch.values[batch.columns.findIndex(column => column.field.name === field)]![1] = value
    return withOutside(lowered, batch).outside
  }
  expect(raw('类', lowered.texts.indexOf('丙类'))).toEqual([])
  expect(raw('类', 200)).toEqual([0])
  expect(raw('生日', 2024 * 512 + 2 * 32 + 29)).toEqual([])
  expect(raw('生日', 2023 * 512 + 2 * 32 + 29)).toEqual([0])
  expect(raw('生日', 2023 * 512 + 13 * 32 + 1)).toEqual([0])
})
