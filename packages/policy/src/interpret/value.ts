/** Values while a programme runs. Durations are whole months. */
import { compare, type Rational } from '../rational/rational.ts'

export interface Months {
  readonly months: number
}
export type Value = Rational | string | boolean | Temporal.PlainDate | Months | null | readonly Value[]

/** Equality and order of two values of one kind, as the checker has made sure; null equals only null. */
export function sameValue(a: Value, b: Value): boolean {
  if (a === null || b === null) return a === b
  return typeof a === 'object' ? order(a, b) === 0 : a === b
}

export function order(a: Value, b: Value): number {
  if (isNumber(a)) return compare(a, b as Rational)
  if (a instanceof Temporal.PlainDate) return Temporal.PlainDate.compare(a, b as Temporal.PlainDate)
  return (a as Months).months - (b as Months).months
}

/** Asked first, because most of what is compared is money. */
function isNumber(value: Value): value is Rational {
  return (value as Rational).d !== undefined
}

/** Full months from one day to another. Somebody born on 29 February completes the year on 1 March. */
export function monthsBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  if (Temporal.PlainDate.compare(from, to) > 0) return -monthsBetween(to, from) || 0
  const months = (to.year - from.year) * 12 + (to.month - from.month)
  return to.day < from.day ? months - 1 : months
}
