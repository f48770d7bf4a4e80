/** What another formula stands for: references to its steps, for the household or for the member that is meant. */
import type { Row } from '../check/checked.ts'
import type { Lowering } from './lowering.ts'
import { renameRows } from './references.ts'
import type { Divisor } from './scaled.ts'
import type { Lowered } from './value.ts'

export function ofRule(name: string, into: Lowering): Lowered {
  return into.rules.get(name)!
}

/** A member's formula is kept for row 0; here it is about the member that `row` binds. */
export function renamed(value: Lowered, row: Row): Lowered {
  if (row === 'household' || row === 0) return value
  const rename = () => row
  const doubt = renameRows(value.doubt, rename)
  if (value.kind === 'truth') return { ...value, truth: renameRows(value.truth, rename), doubt }
  if (value.kind === 'whole') return { ...value, whole: renameRows(value.whole, rename), doubt }
  const { n, scale, under } = value.number
  const divisors = under.map(divisor => renameRows<Divisor>(divisor, rename))
  return { ...value, number: { n: renameRows(n, rename), scale, under: divisors }, doubt }
}
