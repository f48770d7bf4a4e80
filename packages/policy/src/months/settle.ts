/** What was due beside what was paid: back-pay (补发) where too little went out, the rest to be recovered (追回). */
import type { EntitledMonth } from './entitlement.ts'

export interface SettledMonth {
  readonly month: string
  readonly dueFen: number
  readonly paidFen: number
  /** Above zero: still owed to the household. Below: paid too much. */
  readonly differenceFen: number
}

export interface Settlement {
  readonly months: readonly SettledMonth[]
  readonly backPayFen: number
  readonly overpaidFen: number
}

/** `paid` in whole fen by month; a month that it does not name was not paid. */
export function settle(months: readonly EntitledMonth[], paid: Readonly<Record<string, number>>): Settlement {
  const settled = months.map(({ month, decision }) => {
    const [dueFen, paidFen] = [decision.amountFenPerMonth, paid[month] ?? 0]
    return { month, dueFen, paidFen, differenceFen: dueFen - paidFen }
  })
  const sum = (sign: number) =>
    settled.reduce((total, { differenceFen }) => total + Math.max(sign * differenceFen, 0), 0)
  return { months: settled, backPayFen: sum(1), overpaidFen: sum(-1) }
}
