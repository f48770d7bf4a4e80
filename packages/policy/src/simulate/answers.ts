/**
 * How the people of the synthetic register answer a form. A question that is not listed gets an answer by its type,
 * so that every programme of every pack can be tried; figures are plausible for a poor county and prove nothing.
 */

export type Answers =
  /** Yes, for so many of a thousand. */
  | { readonly kind: 'yes'; readonly of1000: number }
  /** The options by id, each with its share; options that are not named are not chosen. */
  | { readonly kind: 'one-of'; readonly shares: Readonly<Record<string, number>> }
  /**
   * So many of a thousand, within these ages where ages are given, have an amount between two, small ones more often
   * than large ones; the others 0. In whole units of the question.
   */
  | {
      readonly kind: 'amount'
      readonly of1000: number
      readonly from: number
      readonly to: number
      readonly ages?: readonly [number, number]
    }

const amount = (of1000: number, from: number, to: number, ages?: readonly [number, number]): Answers => ({
  ...{ kind: 'amount', of1000, from, to },
  ...(ages ? { ages } : {}),
})
const yes = (of1000: number): Answers => ({ kind: 'yes', of1000 })

/** By the id of the field. */
export const answersTo: Readonly<Record<string, Answers>> = {
  registration: { kind: 'one-of', shares: { urban: 35, rural: 65 } },
  acceptingPlace: { kind: 'one-of', shares: { urban: 35, rural: 65 } },
  disabilityType: {
    kind: 'one-of',
    shares: { none: 880, visual: 20, hearing: 15, physical: 50, intellectual: 15, mental: 15, multiple: 5 },
  },
  disabilityGrade: amount(110, 1, 4),
  majorIllness: yes(60),
  rigidSpending: amount(50, 100, 1500),
  wage: amount(550, 800, 4500, [18, 60]),
  contributions: amount(250, 100, 500, [18, 60]),
  jobMonths: amount(800, 1, 300, [18, 60]),
  businessIncome: amount(300, 50, 1200, [18, 75]),
  propertyIncome: amount(80, 20, 400, [18, 90]),
  pension: amount(900, 120, 1800, [60, 110]),
  centralPension: amount(900, 93, 123, [60, 110]),
  maintenance: amount(250, 50, 500, [60, 110]),
  otherTransfers: amount(100, 20, 300),
  disabilitySubsidy: amount(60, 80, 200),
  oldAgeAllowance: amount(700, 50, 100, [80, 110]),
  deposits: amount(700, 100, 90_000),
  securities: amount(20, 1000, 50_000),
  insuranceCashValue: amount(30, 500, 20_000),
  paymentBalance: amount(600, 10, 2000),
  vehicles: amount(60, 1, 1),
  homes: amount(900, 1, 2),
  onDibao: yes(300),
  grantBefore: amount(300, 50, 1500),
  retentionUsed: amount(50, 1, 6),
  registeredPoor: yes(150),
}

export const byType = {
  yes: yes(20),
  amount: amount(50, 1, 1000),
} as const
