/** The columnar reader against the exact interpreter: the same decision for every household, to the fen. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  batchOf,
  compile,
  decideMany,
  decideOnly,
  decisionKernel,
  oneHousehold,
  runKernel,
  type Situation,
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
    const { kept, doubtful } = runKernel(kernel, batch)
    for (const [i, values] of batch.values.entries()) one.facts[i]!.set(values)
    expect(one.run(batch.offsets[1]!)).toBe(doubtful.length === 0)
    expect(one.answers.map(values => values[0])).toEqual(kept.map(values => values[0]))
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
