/** Tekun: the conditions against a second computation by hand, the columnar reader, and the procedure. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { batchOf, compile, decideMany, decideOnly, decisionKernel, type Situation } from '../src/index.ts'
import { loaded } from './policies.ts'

const date = '2021-08-01'
const jinan = compile(loaded.packs, { pack: 'demo-jinan', programme: 'tekun', date })
const items = ['eats', 'dresses', 'getsUp', 'usesToilet', 'walksIndoors', 'bathes'] as const

const person = fc.record({
  born: fc.integer({ min: 1940, max: 2015 }),
  rural: fc.boolean(),
  land: fc.boolean(),
  disability: fc.constantFrom('none', 'visual', 'physical', 'intellectual', 'mental', 'hearing'),
  grade: fc.integer({ min: 1, max: 4 }),
  income: fc.integer({ min: 0, max: 1000 }),
  supporters: fc.integer({ min: 0, max: 3 }),
  unable: fc.integer({ min: 0, max: 3 }),
  can: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
})
type Person = typeof person extends fc.Arbitrary<infer T> ? T : never

function situationOf(p: Person): Situation {
  return {
    members: [
      {
        birthDate: `${p.born}-08-01`,
        registration: p.rural ? 'rural' : 'urban',
        contractedLand: p.land,
        disabilityType: p.disability,
        disabilityGrade: p.disability === 'none' ? 0 : p.grade,
        otherIncome: p.income,
        supporters: p.supporters,
        supportersAway: p.unable,
        ...Object.fromEntries(items.map((item, i) => [item, p.can[i]!])),
      },
    ],
  }
}

const gradesUnableToWork: Readonly<Record<string, number>> = { visual: 1, physical: 2, intellectual: 3, mental: 3 }

function byHand(p: Person) {
  const age = 2021 - p.born
  const unable = age >= 60 || age < 16 || p.grade <= (gradesUnableToWork[p.disability] ?? 0)
  const urban = !p.rural && !p.land
  const eligible = unable && p.income < (urban ? 840 : 650) && p.supporters - p.unable <= 0
  const failed = p.can.filter(can => !can).length
  const careFen = failed === 0 ? 19_100 : failed <= 3 ? 38_200 : 66_850
  return {
    eligible,
    route: eligible ? 'single-person' : 'none',
    category: eligible ? 'tekun' : 'none',
    amountFenPerMonth: eligible ? (urban ? 126_000 : 97_500) + careFen : 0,
    coveredPeople: eligible ? 1 : 0,
    amountFenOnce: 0,
  }
}

describe('tekun in Jinan', () => {
  test('is decided as by hand', () => {
    fc.assert(
      fc.property(person, p => {
        expect(decideOnly(jinan, situationOf(p))).toEqual(byHand(p))
      }),
      { numRuns: 1_000 },
    )
  })

  test('is decided in columns as by the interpreter', () => {
    const kernel = decisionKernel(jinan)
    fc.assert(
      fc.property(fc.array(person, { minLength: 20, maxLength: 40 }), people => {
        const situations = people.map(situationOf)
        const decisions = decideMany(jinan, kernel, batchOf(jinan, kernel.lowered, situations))
        expect(situations.map((_, h) => decisions.amountFenPerMonth[h])).toEqual(
          situations.map(situation => decideOnly(jinan, situation).amountFenPerMonth),
        )
      }),
      { numRuns: 20 },
    )
  })

  test('is applied for by one person at a time', () => {
    const two = { members: [...situationOf(fc.sample(person, { numRuns: 1, seed: 1 })[0]!).members, {}] }
    expect(() => decideOnly(jinan, two)).toThrow(
      expect.objectContaining({
        code: 'policy.situation-invalid',
        issues: expect.arrayContaining([expect.objectContaining({ code: 'situation.too-many-members' })]),
      }),
    )
  })
})

describe('the procedure of tekun', () => {
  const { procedure, documents } = compile(loaded.packs, { pack: 'national', programme: 'tekun', date })
  const clock = (id: string) => procedure?.clocks.find(each => each.id === id)

  test('gives the town and the county fifteen working days each, and the notice seven days', () => {
    expect(clock('townReview')).toMatchObject({ unit: 'workingDays', count: 15, startsOn: 'accepted' })
    expect(clock('countyDecision')).toMatchObject({ unit: 'workingDays', count: 15, startsOn: 'received-by-county' })
    expect(clock('noticePeriod')).toMatchObject({ unit: 'calendarDays', count: 7 })
    expect(clock('refusalLetter')).toMatchObject({ unit: 'workingDays', count: 3 })
  })

  test('asks the supporters too for their authorisation', () => {
    expect(documents.required.find(({ id }) => id === 'authorisation-letter')?.name['zh-CN']).toContain('义务人')
  })

  test('begins with the recognition measures of July 2021', () => {
    expect(compile(loaded.packs, { pack: 'national', programme: 'tekun', date: '2021-06-30' }).procedure).toBeNull()
  })
})
