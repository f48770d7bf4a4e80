/**
 * Rounded quotients and remainders of whole numbers. PostgreSQL cuts off towards zero, so each way of rounding is said
 * for what is not negative, and mirrored for what is.
 */
import type { WholeRange, WholeRounding } from '../lowering/lowered.ts'
import { divided, fromTo, isNotNegative, magnitude, negated } from '../lowering/whole-range.ts'
import {
  add,
  choose,
  constant,
  cutQuotient,
  type Fresh,
  leftOver,
  multiply,
  naming,
  negate,
  subtract,
  type WholeNumber,
  within,
} from './whole-number.ts'

const one = constant(1n)
const two = constant(2n)

/** `by` is positive. */
export function quotient(rounding: WholeRounding, of: WholeNumber, by: WholeNumber, fresh: Fresh): WholeNumber {
  const range = divided(of.range, by.range)
  if (rounding === 'down') return cutQuotient(of, by, range)
  if (isNotNegative(of.range)) return notNegative(rounding, of, by, fresh)
  if (isNotNegative(negated(of.range))) return negate(notNegative(mirrored(rounding), negate(of), by, fresh))
  const moved = movedUp(rounding, of, by, fresh)
  if (moved !== null) return within(moved, range)
  return naming([of, by], fresh, (n, d) => {
    const size = { min: 0n, max: magnitude(n.range).max }
    const above = notNegative(rounding, within(n, size), d, fresh)
    const below = negate(notNegative(mirrored(rounding), within(negate(n), size), d, fresh))
    return choose(`${n.text} < 0`, below, above, range)
  })
}

/**
 * A number that may be of either sign, moved up by whole steps until it cannot be negative, and its quotient moved back.
 * Only what rounds all numbers the same way allows it, and only a step that is known.
 */
function movedUp(rounding: WholeRounding, of: WholeNumber, by: WholeNumber, fresh: Fresh): WholeNumber | null {
  if (rounding !== 'floor' && rounding !== 'ceiling') return null
  const { min, max } = of.range
  if (by.constant === undefined || min === null) return null
  const steps = -min / by.constant + 1n
  const up = steps * by.constant
  const above = within(add(of, constant(up)), { min: min + up, max: max === null ? null : max + up })
  return subtract(notNegative(rounding, above, by, fresh), constant(steps))
}

/** Seen from the other side of zero. */
function mirrored(rounding: WholeRounding): WholeRounding {
  return rounding === 'floor' ? 'ceiling' : rounding === 'ceiling' ? 'floor' : rounding
}

function notNegative(rounding: WholeRounding, of: WholeNumber, by: WholeNumber, fresh: Fresh): WholeNumber {
  const cut = (n: WholeNumber, d: WholeNumber) => cutQuotient(n, d, divided(n.range, d.range))
  switch (rounding) {
    case 'floor':
    case 'down':
      return cut(of, by)
    case 'ceiling':
    case 'up':
      return naming([by], fresh, d => cut(add(of, subtract(d, one)), d))
    case 'half up':
      return naming([by], fresh, d => cut(add(multiply(of, two), d), multiply(d, two)))
    case 'half down':
      return naming([by], fresh, d => cut(add(multiply(of, two), subtract(d, one)), multiply(d, two)))
    case 'half even':
      return naming([of, by], fresh, halfEven)
  }
}

function halfEven(of: WholeNumber, by: WholeNumber): WholeNumber {
  const below = cutQuotient(of, by, divided(of.range, by.range))
  const twice = multiply(leftOver(of, by, smallerThan(by)), two)
  const isOdd = `${leftOver(below, two, fromTo(0, 1)).text} = 1`
  const near = `${twice.text} > ${by.text} or (${twice.text} = ${by.text} and ${isOdd})`
  return choose(near, add(below, one), below, divided(of.range, by.range))
}

/** With the sign of `by`, which is positive. */
export function remainder(of: WholeNumber, by: WholeNumber, fresh: Fresh): WholeNumber {
  if (isNotNegative(of.range)) return leftOver(of, by, smallerThan(by))
  return naming([by], fresh, d => {
    const { max } = d.range
    const either = leftOver(of, d, { min: max === null ? null : -max, max })
    return leftOver(add(either, d), d, smallerThan(d))
  })
}

function smallerThan({ range: { max } }: WholeNumber): WholeRange {
  return { min: 0n, max: max === null ? null : max - 1n }
}
