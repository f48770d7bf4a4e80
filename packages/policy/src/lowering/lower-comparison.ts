/** Comparing: numbers multiply across; a value that may be missing is only ever asked whether it is. */
import type { Checked, CheckedTest } from '../check/checked.ts'
import type { CompareOperator, Truth } from './lowered.ts'
import type { Lowering } from './lowering.ts'
import { NotLowerable } from './not-lowerable.ts'
import { compareScaled } from './scaled.ts'
import * as truth from './truth.ts'
import { type Lowered, number, wholeOf, yesNo } from './value.ts'

export function lowerComparison(e: Checked & { kind: 'comparison' }, into: Lowering): Lowered {
  if (e.left.kind === 'null' || e.right.kind === 'null') return lowerNullTest(e, into)
  const [left, right] = [into.lower(e.left), into.lower(e.right)]
  const doubt = truth.or(left.doubt, right.doubt)
  return { kind: 'truth', truth: compareLowered(e.operator, left, right), doubt }
}

/** `x = null`: only a field can be missing. */
function lowerNullTest(e: Checked & { kind: 'comparison' }, into: Lowering): Lowered {
  const tested = e.left.kind === 'null' ? e.right : e.left
  const isMissing = missingOf(tested, into)
  const holds = e.operator === '=' ? isMissing : truth.not(isMissing)
  return { kind: 'truth', truth: holds, doubt: truth.always(false) }
}

function missingOf(e: Checked, into: Lowering): Truth {
  if (e.kind !== 'field') throw new NotLowerable('something computed may be missing')
  return truth.missing(into.column(e.name).index, e.row)
}

export function compareLowered(operator: CompareOperator, left: Lowered, right: Lowered): Truth {
  if (left.kind === 'number') return compareScaled(operator, left.number, number(right).number)
  if (left.kind === 'whole') return truth.compare(operator, left.whole, wholeOf(right).whole)
  const equal = truth.same(left.truth, yesNo(right).truth)
  return operator === '=' ? equal : truth.not(equal)
}

/** The tests are tried one after another; what comes after a hit is not read. */
export function lowerIn(e: Checked & { kind: 'in' }, into: Lowering): Lowered {
  const of = into.lower(e.of)
  let [holds, doubt] = [truth.always(false), of.doubt]
  for (const test of e.tests) {
    const next = lowerTest(of, test, into)
    doubt = truth.or(doubt, truth.and(truth.not(holds), next.doubt))
    holds = truth.or(holds, next.truth)
  }
  return { kind: 'truth', truth: holds, doubt }
}

function lowerTest(of: Lowered, test: CheckedTest, into: Lowering): { truth: Truth; doubt: Truth } {
  if (test.kind === 'compare') {
    const value = into.lower(test.value)
    return { truth: compareLowered(test.operator, of, value), doubt: value.doubt }
  }
  const [low, high] = [into.lower(test.low), into.lower(test.high)]
  const above = compareLowered(test.includesLow ? '>=' : '>', of, low)
  const below = compareLowered(test.includesHigh ? '<=' : '<', of, high)
  return { truth: truth.and(above, below), doubt: truth.or(low.doubt, high.doubt) }
}
