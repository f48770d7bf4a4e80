/** Entitlement by month: the worked cases that run over time, and properties that hold for every one. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile, decideOnly, entitlementByMonth, type SituationFrom, settle } from '../src/index.ts'
import { loaded } from './policies.ts'

const changzhou = { pack: 'demo-changzhou', programme: 'dibao', takesEffect: 'next-month' } as const
const jinan = { ...changzhou, pack: 'demo-jinan' } as const
const adult = { birthDate: '1979-01-01' }
const urban = { registration: 'urban' }

/** What the demo of Changzhou sets from July 2021 on. */
const samples = {
  ...{ rounding: '进一到元', supplementMethod: '不增发', employmentCostMethod: '不扣减', mixedStandardRule: '按成员' },
  ...{ assetMonths: '24', vehicleLimit: '0', homeLimit: '1' },
}

const amounts = (months: ReturnType<typeof entitlementByMonth>) =>
  Object.fromEntries(months.map(({ month, decision }) => [month, decision.amountFenPerMonth / 100]))

const family = (income: string, people: number, household: object = {}): SituationFrom['situation'] => ({
  household: { ...household },
  members: [
    { ...adult, ...urban, otherIncome: income },
    ...Array.from({ length: people - 1 }, () => ({ relation: 'spouse', ...adult, ...urban })),
  ],
})

describe('a change in mid-year', () => {
  test('case 29: a standard raised on 1 July leaves June as it was, and July’s difference is paid back', () => {
    const query = { ...changzhou, first: '2021-06', last: '2021-07' }
    const situations = [{ from: '2021-01-01', situation: family('1844', 3) }]
    // The sources and the demo begin in July: June's figures are samples.
    const sample = { ...samples, urbanStandard: '880', ruralStandard: '880' }
    const june = entitlementByMonth(loaded.packs, { ...query, last: '2021-06', overrides: sample }, situations)
    const july = entitlementByMonth(loaded.packs, { ...query, first: '2021-07' }, situations)
    expect(amounts([...june, ...july])).toEqual({ '2021-06': 796, '2021-07': 976 })
    expect(settle([...june, ...july], { '2021-06': 79_600, '2021-07': 79_600 })).toMatchObject({
      backPayFen: 18_000,
      overpaidFen: 0,
    })
  })

  test('case 17: a death on 11 May counts from June; June and July were paid too much', () => {
    const rural = (people: number): SituationFrom['situation'] => ({
      members: [
        { birthDate: '1970-01-01', registration: 'rural', otherIncome: '1200' },
        ...Array.from({ length: people - 1 }, () => ({
          relation: 'spouse',
          birthDate: '1971-01-01',
          registration: 'rural',
        })),
      ],
    })
    const months = entitlementByMonth(loaded.packs, { ...jinan, first: '2023-05', last: '2023-07' }, [
      { from: '2023-01-01', situation: rural(3) },
      { from: '2023-05-11', situation: rural(2) },
    ])
    expect(amounts(months)).toEqual({ '2023-05': 750, '2023-06': 100, '2023-07': 100 })
    const paid = { '2023-05': 75_000, '2023-06': 75_000, '2023-07': 75_000 }
    expect(settle(months, paid)).toMatchObject({ backPayFen: 0, overpaidFen: 130_000 })
  })

  test('the same death counts in May where the place says so', () => {
    const months = entitlementByMonth(
      loaded.packs,
      { ...changzhou, takesEffect: 'this-month', first: '2023-05', last: '2023-05' },
      [
        { from: '2023-01-01', situation: family('1200', 3) },
        { from: '2023-05-11', situation: family('1200', 2) },
      ],
    )
    expect(amounts(months)).toEqual({ '2023-05': 680 })
  })

  test('case 5: after a member found work the grant is kept for six months, then it stops', () => {
    const months = entitlementByMonth(loaded.packs, { ...changzhou, first: '2023-02', last: '2023-11' }, [
      { from: '2023-01-01', situation: family('1180', 2) },
      { from: '2023-03-10', situation: family('2000', 2, { excessCause: 'employment' }) },
    ])
    const kept = months.filter(({ decision }) => decision.category === 'retention')
    expect(kept.map(({ month }) => month)).toEqual(['2023-04', '2023-05', '2023-06', '2023-07', '2023-08', '2023-09'])
    expect(kept.reduce((sum, { decision }) => sum + decision.amountFenPerMonth, 0)).toBe(420_000)
    expect(amounts(months)['2023-10']).toBe(0)
  })

  test('case 4: a registered-poor family keeps its grant for twelve months, 1,800 yuan in all', () => {
    const receipts = (other: string): SituationFrom['situation'] => ({
      household: { registeredPoor: true },
      members: [
        {
          ...{ birthDate: '1975-01-01', registration: 'rural', otherIncome: other },
          ...{ filialSubsidy: '50', povertyPostWage: '300', povertyDividend: '100' },
        },
        { relation: 'spouse', birthDate: '1976-01-01', registration: 'rural' },
        { relation: 'child', birthDate: '2010-01-01', registration: 'rural' },
      ],
    })
    const months = entitlementByMonth(loaded.packs, { ...jinan, first: '2020-08', last: '2021-12' }, [
      { from: '2020-07-20', situation: receipts('1800') },
      { from: '2020-10-20', situation: receipts('2250') },
    ])
    const kept = months.filter(({ decision }) => decision.category === 'retention').map(({ month }) => month)
    expect([kept[0], kept.at(-1), kept.length]).toEqual(['2020-11', '2021-10', 12])
    expect(amounts(months)).toMatchObject({ '2020-10': 150, '2021-10': 150, '2021-11': 0 })
  })
})

describe('every month', () => {
  test('is decided as that day alone would decide it, whatever the months around it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 12 }),
        (incomes, start) => {
          const situations = incomes.map((income, i) => ({
            from: i === 0 ? '2022-01-01' : `2022-${String(Math.min(start + i, 12)).padStart(2, '0')}-15`,
            // What the month before would carry is stated, so the months do not lean on each other.
            situation: family(String(income), 2, { onDibao: false, grantBefore: '0', retentionUsed: '0' }),
          }))
          const months = entitlementByMonth(
            loaded.packs,
            { ...changzhou, first: '2022-01', last: '2022-12' },
            situations,
          )
          for (const { assessedFor, decision } of months) {
            const programme = compile(loaded.packs, { ...changzhou, date: assessedFor })
            const situation = situations.filter(({ from }) => from <= assessedFor).at(-1)!.situation
            expect(decision).toEqual(decideOnly(programme, situation))
          }
        },
      ),
      { seed: 7, numRuns: 12 },
    )
  })

  test('back-pay less what is recovered is what was due less what was paid', () => {
    const months = entitlementByMonth(loaded.packs, { ...changzhou, first: '2022-01', last: '2022-06' }, [
      { from: '2022-01-01', situation: family('1000', 3) },
      { from: '2022-03-20', situation: family('2000', 3) },
    ])
    const due = months.reduce((sum, { decision }) => sum + decision.amountFenPerMonth, 0)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300_000 }), { minLength: 6, maxLength: 6 }), fens => {
        const paid = Object.fromEntries(months.map(({ month }, i) => [month, fens[i]!]))
        const { backPayFen, overpaidFen } = settle(months, paid)
        expect(backPayFen - overpaidFen).toBe(due - fens.reduce((sum, fen) => sum + fen, 0))
      }),
      { seed: 11 },
    )
  })

  test('a future value is applied from its month on, and can be tried before', () => {
    const [july] = entitlementByMonth(loaded.packs, { ...changzhou, first: '2027-07', last: '2027-07' }, [
      { from: '2026-01-01', situation: family('0', 1) },
    ])
    expect(july).toMatchObject({ assessedFor: '2027-07-01', decision: { amountFenPerMonth: 94_000 } })
  })
})

describe('is refused', () => {
  test('a month before anything is known of the family', () => {
    const ask = () =>
      entitlementByMonth(loaded.packs, { ...changzhou, first: '2022-01', last: '2022-02' }, [
        { from: '2022-01-15', situation: family('0', 1) },
      ])
    expect(ask).toThrow(expect.objectContaining({ code: 'policy.situation-invalid' }))
  })

  test('a month that does not exist', () => {
    const ask = () => entitlementByMonth(loaded.packs, { ...changzhou, first: '2022-13', last: '2022-13' }, [])
    expect(ask).toThrow(expect.objectContaining({ code: 'policy.date-invalid' }))
  })

  test('nothing is granted for a month whose value is not known, and the reason is kept', () => {
    const [march] = entitlementByMonth(loaded.packs, { ...changzhou, first: '2022-03', last: '2022-03' }, [
      { from: '2022-01-01', situation: { members: [{ ...adult, wage: null }] } },
    ])
    expect(march).toMatchObject({ refused: 'policy.fact-undetermined', decision: { amountFenPerMonth: 0 } })
  })
})
