/**
 * The interpreter against a second, hand-written computation in whole fen. The two share nothing but the sample
 * figures: this one compares fen with fen and divides once, at the end.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile, decideOnly, evaluate, type Situation } from '../src/index.ts'
import { loaded } from './policies.ts'

const changzhou = compile(loaded.packs, { pack: 'demo-changzhou', programme: 'dibao', date: '2021-09-13' })
const jinan = compile(loaded.packs, { pack: 'demo-jinan', programme: 'dibao', date: '2021-09-13' })

interface Person {
  readonly wage: bigint
  readonly contributions: bigint
  readonly other: bigint
  readonly grade: number
  readonly rural: boolean
}

interface Household {
  readonly people: readonly Person[]
  readonly deposits: bigint
}

const fen = (max: number) =>
  fc.oneof(
    fc.constant(0n),
    fc.bigInt({ min: 0n, max: BigInt(max) }),
    fc.bigInt({ min: 0n, max: BigInt(max / 100) }).map(yuan => yuan * 100n),
  )
const person = fc.record({
  wage: fen(400_000),
  contributions: fen(60_000),
  other: fen(150_000),
  grade: fc.integer({ min: 0, max: 4 }),
  rural: fc.boolean(),
})
const household = fc.record({ people: fc.array(person, { minLength: 1, maxLength: 6 }), deposits: fen(9_000_000) })

const yuan = (amount: bigint) => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`

function situationOf({ people, deposits }: Household): Situation {
  return {
    household: { deposits: yuan(deposits) },
    members: people.map((p, i) => ({
      birthDate: '1980-01-01',
      relation: i === 0 ? 'self' : 'spouse',
      registration: p.rural ? 'rural' : 'urban',
      wage: yuan(p.wage),
      contributions: yuan(p.contributions),
      otherIncome: yuan(p.other),
      disabilityType: p.grade === 0 ? 'none' : 'intellectual',
      disabilityGrade: p.grade,
    })),
  }
}

const least = (a: bigint, b: bigint) => (a < b ? a : b)
const notBelowZero = (a: bigint) => (a < 0n ? 0n : a)
const sum = (values: readonly bigint[]) => values.reduce((a, b) => a + b, 0n)

/** Tenths of a fen, because a fifth of a wage need not be whole fen. */
function oracle({ people, deposits }: Household, place: { urban: bigint; rural: bigint; deductsCost: boolean }) {
  const standard = (p: Person) => (p.rural ? place.rural : place.urban)
  const income = (p: Person) => {
    const net = notBelowZero(p.wage - p.contributions) * 10n
    const cost = p.wage === 0n || !place.deductsCost ? 0n : least(p.wage * 2n, standard(p) * 5n)
    return notBelowZero(net - cost) + p.other * 10n
  }
  const line = sum(people.map(standard)) * 10n
  const counted = sum(people.map(income))
  const propertyPasses = deposits * 10n <= 24n * line
  const wholeYuan = (tenths: bigint) => Number((tenths + 999n) / 1000n) * 100
  if (counted < line && propertyPasses)
    return {
      eligible: true,
      route: 'household',
      category: 'dibao',
      amountFenPerMonth: wholeYuan(line - counted),
      amountFenOnce: 0,
      coveredPeople: people.length,
    }
  const isEdge = propertyPasses && counted * 2n < line * 3n
  const single = isEdge ? people.filter(p => p.grade >= 1 && p.grade <= 3 && income(p) < standard(p) * 10n) : []
  const gap = sum(single.map(p => standard(p) * 10n - income(p)))
  if (single.length > 0)
    return {
      eligible: true,
      route: 'single-person',
      category: 'single-person',
      amountFenPerMonth: wholeYuan(gap),
      amountFenOnce: 0,
      coveredPeople: single.length,
    }
  const nothing = { amountFenPerMonth: 0, amountFenOnce: 0, coveredPeople: 0 }
  return { eligible: false, route: 'none', category: isEdge ? 'edge' : 'none', ...nothing }
}

describe('the interpreter and a hand-written computation agree', () => {
  test('in Changzhou, one standard and a deduction for working', () => {
    const place = { urban: 94_000n, rural: 94_000n, deductsCost: true }
    fc.assert(
      fc.property(household, h => {
        expect(decideOnly(changzhou, situationOf(h))).toEqual(oracle(h, place))
      }),
      { numRuns: 1_500 },
    )
  })

  test('in Jinan, two standards in one family', () => {
    const place = { urban: 84_000n, rural: 65_000n, deductsCost: false }
    fc.assert(
      fc.property(household, h => {
        expect(decideOnly(jinan, situationOf(h))).toEqual(oracle(h, place))
      }),
      { numRuns: 1_500 },
    )
  })

  test('with and without a trace', () => {
    fc.assert(
      fc.property(household, h => {
        const situation = situationOf(h)
        expect(evaluate(changzhou, situation).decision).toEqual(decideOnly(changzhou, situation))
      }),
      { numRuns: 100 },
    )
  })
})

test('income exactly at the line never qualifies, one fen below always does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), people => {
      const at = (income: bigint): Situation => ({
        members: Array.from({ length: people }, (_, i) => ({
          birthDate: '1980-01-01',
          relation: i === 0 ? 'self' : 'spouse',
          otherIncome: i === 0 ? yuan(income) : '0',
        })),
      })
      const line = 94_000n * BigInt(people)
      expect(decideOnly(changzhou, at(line)).eligible).toBe(false)
      expect(decideOnly(changzhou, at(line - 1n))).toMatchObject({ eligible: true, amountFenPerMonth: 100 })
    }),
  )
})
