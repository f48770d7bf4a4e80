/** The columnar reader against the exact interpreter: the same decision for every household, to the fen. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  batchOf,
  compile,
  compileColumns,
  decideMany,
  decideOnly,
  decisionKernel,
  oneHousehold,
  roomForBatch,
  runKernel,
  runPiece,
  type Situation,
  valueAt,
  valuesOf,
} from '../src/index.ts'
import { loaded } from './policies.ts'

const relations = ['self', 'spouse', 'child', 'parent']
const yuan = fc.oneof(
  fc.constant('0'),
  fc.integer({ min: 0, max: 4000 }).map(String),
  fc.integer({ min: 0, max: 400_000 }).map(fen => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`),
)
const birthDate = fc.oneof(
  fc.constantFrom('2004-02-29', '2003-09-13', '2003-09-14', '1951-09-13', '1960-12-31'),
  fc
    .tuple(fc.integer({ min: 1930, max: 2021 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, day]) => `${year}-0${month}-${String(day).padStart(2, '0')}`),
)
const member = fc.record({
  birthDate,
  registration: fc.constantFrom('urban', 'rural'),
  wage: yuan,
  contributions: fc.constantFrom('0', '120', '88.88'),
  otherIncome: yuan,
  pension: yuan,
  seriousIllness: fc.boolean(),
  disability: fc.constantFrom(['none', 0], ['physical', 1], ['physical', 3], ['intellectual', 3], ['mental', 2]),
})
const household = fc
  .record({
    people: fc.array(member, { minLength: 1, maxLength: 7 }),
    deposits: fc.oneof(yuan, fc.integer({ min: 0, max: 200_000 }).map(String)),
    vehicles: fc.constantFrom(0, 0, 0, 1),
  })
  .map(
    ({ people, deposits, vehicles }): Situation => ({
      household: { deposits, vehicles },
      members: people.map(({ disability: [type, grade], seriousIllness: _, ...facts }, i) => ({
        ...facts,
        relation: relations[Math.min(i, 3)]!,
        disabilityType: type as string,
        disabilityGrade: grade as number,
      })),
    }),
  )

describe.each([
  { pack: 'demo-changzhou', date: '2021-09-13' },
  { pack: 'demo-changzhou', date: '2026-08-01' },
  { pack: 'demo-jinan', date: '2021-09-13' },
  { pack: 'demo-jinan', date: '2026-08-01' },
  { pack: 'changzhou', date: '2026-08-01' },
])('dibao in $pack on $date', query => {
  const programme = compile(loaded.packs, { ...query, programme: 'dibao' })
  const kernel = decisionKernel(programme)

  test('is decided in columns as the interpreter decides it', () => {
    fc.assert(
      fc.property(fc.array(household, { minLength: 20, maxLength: 60 }), situations => {
        const decisions = decideMany(programme, kernel, batchOf(programme, kernel.lowered, situations))
        expect(situations.map((_, h) => at(decisions, h))).toEqual(situations.map(one => answer(programme, one)))
      }),
      { numRuns: 40 },
    )
  })
})

test('a demo area’s families never need the interpreter', () => {
  const programme = compile(loaded.packs, { pack: 'demo-changzhou', programme: 'dibao', date: '2026-08-01' })
  const kernel = decisionKernel(programme)
  const situations = fc.sample(household, { numRuns: 500, seed: 7 })
  expect(decideMany(programme, kernel, batchOf(programme, kernel.lowered, situations)).interpreted).toBe(0)
})

test('one household after another through the same arrays leaves nothing of the one before', () => {
  const programme = compile(loaded.packs, { pack: 'demo-jinan', programme: 'dibao', date: '2026-08-01' })
  const kernel = decisionKernel(programme)
  const one = oneHousehold(kernel)
  for (const situation of fc.sample(household, { numRuns: 200, seed: 11 })) {
    const batch = batchOf(programme, kernel.lowered, [situation])
    const answers = runKernel(kernel, batch)
    for (const [i, values] of batch.values.entries()) one.facts[i]!.set(values)
    expect(one.run(batch.offsets[1]!)).toBe(answers.doubtful.length === 0)
    const together = kernel.kept.map(step => valueAt(valuesOf(kernel, answers, step), 0))
    expect(one.answers.map(column => valueAt(column, 0))).toEqual(together)
  }
})

test('a register of several pieces is decided as its households are one by one', () => {
  // The nation sets no standard: those households are in doubt and go to the interpreter.
  for (const pack of ['demo-jinan', 'national']) {
    const programme = compile(loaded.packs, { pack, programme: 'dibao', date: '2026-08-01' })
    const kernel = decisionKernel(programme)
    const few = fc.sample(household, { numRuns: 150, seed: 13 })
    const many = Array.from({ length: 60 }, () => few).flat()
    const one = decideMany(programme, kernel, batchOf(programme, kernel.lowered, few))
    const all = decideMany(programme, kernel, batchOf(programme, kernel.lowered, many))
    expect(many.map((_, h) => at(all, h))).toEqual(many.map((_, h) => at(one, h % few.length)))
    expect(all.interpreted).toBe(one.interpreted * 60)
    expect(all.interpreted > 0).toBe(pack === 'national')
  }
})

test('a piece of a batch keeps the same values of households and members as the whole', () => {
  const programme = compile(loaded.packs, { pack: 'demo-jinan', programme: 'dibao', date: '2026-08-01' })
  const kernel = compileColumns(programme)
  const batch = batchOf(programme, kernel.lowered, fc.sample(household, { numRuns: 60, seed: 17 }))
  const whole = runKernel(kernel, batch)
  const piece = { from: 20, to: 45 }
  const part = runPiece(kernel, batch, piece, roomForBatch(kernel, batch))
  for (const step of kernel.kept) {
    const isMembers = kernel.lowered.steps[step]!.scope === 'member'
    const [from, to] = isMembers ? [batch.offsets[piece.from]!, batch.offsets[piece.to]!] : [piece.from, piece.to]
    const rows = Array.from({ length: to - from }, (_, i) => i)
    expect(rows.map(i => valueAt(valuesOf(kernel, part, step), i))).toEqual(
      rows.map(i => valueAt(valuesOf(kernel, whole, step), from + i)),
    )
  }
})

type Decisions = ReturnType<typeof decideMany>

function at(decisions: Decisions, h: number) {
  const problem = decisions.refused.get(h)
  if (problem !== undefined) return problem
  return {
    eligible: decisions.eligible[h] === 1,
    route: decisions.routes[decisions.route[h]!],
    category: decisions.categories[decisions.category[h]!],
    amountFenPerMonth: decisions.paid === 'monthly' ? decisions.amountFenPerMonth[h] : 0,
    amountFenOnce: decisions.paid === 'once' ? decisions.amountFenPerMonth[h] : 0,
    coveredPeople: decisions.coveredPeople[h],
  }
}

function answer(programme: ReturnType<typeof compile>, situation: Situation) {
  try {
    return decideOnly(programme, situation)
  } catch (problem) {
    return (problem as { code: string }).code
  }
}
