/** A decision can be had again: from the stored texts and the stored facts alone, to the byte. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compile,
  decideOnly,
  evaluate,
  loadPacks,
  type Obstacle,
  type Obstacles,
  type Situation,
} from '../src/index.ts'
import { loaded, policyFiles } from './policies.ts'

const on = { pack: 'demo-changzhou', programme: 'dibao', date: '2023-04-01' }
const stored = JSON.stringify([...policyFiles()])

const fen = (most: number) => fc.integer({ min: 0, max: most }).map(amount => `${amount / 100}`)
const member = fc.record(
  {
    birthDate: fc.date({ min: new Date('1930-01-01'), max: new Date('2023-03-31'), noInvalidDate: true }).map(isoDay),
    relation: fc.constantFrom('self', 'spouse', 'child', 'parent'),
    registration: fc.constantFrom('urban', 'rural'),
    wage: fc.record({
      value: fen(500_000),
      source: fc.constantFrom('declared', 'visit'),
      date: fc.constant('2023-03-01'),
    }),
    pension: fen(300_000),
    otherIncome: fen(300_000),
    disabilityType: fc.constantFrom('none', 'visual', 'intellectual'),
    disabilityGrade: fc.integer({ min: 0, max: 4 }),
  },
  { requiredKeys: ['birthDate'] },
)
const situations: fc.Arbitrary<Situation> = fc.record({
  household: fc.record(
    { deposits: fen(9_000_000), homes: fc.integer({ min: 0, max: 3 }), vehicles: fc.integer({ min: 0, max: 2 }) },
    { requiredKeys: [] },
  ),
  members: fc.array(member, { minLength: 1, maxLength: 6 }),
})

function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10)
}

describe('a decision', () => {
  test('is the same to the byte when texts and facts come back from storage', () => {
    const programme = compile(loaded.packs, on)
    const again = compile(loadPacks(new Map(JSON.parse(stored) as [string, string][])).packs, on)
    fc.assert(
      fc.property(situations, situation => {
        const first = JSON.stringify(evaluate(programme, situation))
        expect(JSON.stringify(evaluate(again, JSON.parse(JSON.stringify(situation)) as Situation))).toBe(first)
      }),
      { numRuns: 150 },
    )
  })

  test('that refuses names its obstacles; one that grants has none', () => {
    const programme = compile(loaded.packs, on)
    fc.assert(
      fc.property(situations, situation => {
        const { decision, obstacles } = evaluate(programme, situation)
        expect(obstacles === null).toBe(decision.eligible)
      }),
      { numRuns: 150 },
    )
  })
})

describe('the distance to the line', () => {
  const programme = compile(loaded.packs, on)
  const first = (found: Obstacles | Obstacle): Obstacle => ('need' in found ? first(found.of[0]!) : found)
  const yuan = (amount: number) => (amount / 100).toFixed(2)

  test('of income is exactly what has to be passed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 94_000, max: 400_000 }), income => {
        const earning = (amount: number): Situation => ({
          members: [{ birthDate: '1975-03-01', otherIncome: yuan(amount) }],
        })
        const { distance } = first(evaluate(programme, earning(income)).obstacles!)
        const [n, d] = String(distance!.value).split('/').map(Number)
        const missing = (n! * 100) / (d ?? 1)
        expect(decideOnly(programme, earning(income - missing)).eligible).toBe(false)
        expect(decideOnly(programme, earning(income - missing - 1)).eligible).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  test('of deposits is exactly what has to be given up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2_256_001, max: 9_000_000 }), deposits => {
        const holding = (amount: number): Situation => ({
          household: { deposits: yuan(amount) },
          members: [{ birthDate: '1975-03-01' }],
        })
        const { distance } = first(evaluate(programme, holding(deposits)).obstacles!)
        const [n, d] = String(distance!.value).split('/').map(Number)
        const missing = (n! * 100) / (d ?? 1)
        expect(decideOnly(programme, holding(deposits - missing)).eligible).toBe(true)
        expect(decideOnly(programme, holding(deposits - missing + 1)).eligible).toBe(false)
      }),
      { numRuns: 100 },
    )
  })
})
