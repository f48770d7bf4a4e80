/** Yes and no put together; what is certain folds away. */
import type { Row } from '../check/checked.ts'
import type { CompareOperator, Truth, Whole } from './lowered.ts'

export function always(value: boolean): Truth {
  return { kind: 'always', value }
}

export function isAlways(truth: Truth, value: boolean): boolean {
  return truth.kind === 'always' && truth.value === value
}

export function not(of: Truth): Truth {
  if (of.kind === 'always') return always(!of.value)
  if (of.kind === 'not') return of.of
  return { kind: 'not', of }
}

export function and(left: Truth, right: Truth): Truth {
  if (isAlways(left, false) || isAlways(right, false)) return always(false)
  if (isAlways(left, true)) return right
  return isAlways(right, true) ? left : { kind: 'and', left, right }
}

export function or(left: Truth, right: Truth): Truth {
  if (isAlways(left, true) || isAlways(right, true)) return always(true)
  if (isAlways(left, false)) return right
  return isAlways(right, false) ? left : { kind: 'or', left, right }
}

export function select(condition: Truth, whenTrue: Truth, whenFalse: Truth): Truth {
  if (condition.kind === 'always') return condition.value ? whenTrue : whenFalse
  if (whenTrue.kind === 'always') return whenTrue.value ? or(condition, whenFalse) : and(not(condition), whenFalse)
  if (whenFalse.kind === 'always') return whenFalse.value ? or(not(condition), whenTrue) : and(condition, whenTrue)
  return { kind: 'select', condition, whenTrue, whenFalse }
}

export function same(left: Truth, right: Truth): Truth {
  return select(left, right, not(right))
}

export function compare(operator: CompareOperator, left: Whole, right: Whole): Truth {
  const settled = settledByRange(operator, left, right)
  return settled === null ? { kind: 'compare', operator, left, right } : always(settled)
}

/** What the ranges alone decide. */
function settledByRange(operator: CompareOperator, { range: a }: Whole, { range: b }: Whole): boolean | null {
  const below = a.max !== null && b.min !== null && a.max < b.min
  const above = a.min !== null && b.max !== null && a.min > b.max
  const atMost = a.max !== null && b.min !== null && a.max <= b.min
  const atLeast = a.min !== null && b.max !== null && a.min >= b.max
  switch (operator) {
    case '<':
      return below ? true : atLeast ? false : null
    case '<=':
      return atMost ? true : above ? false : null
    case '>':
      return above ? true : atMost ? false : null
    case '>=':
      return atLeast ? true : below ? false : null
    default: {
      const equal = atMost && atLeast
      const apart = below || above
      return equal ? operator === '=' : apart ? operator === '!=' : null
    }
  }
}

export function missing(column: number, row: Row): Truth {
  return { kind: 'missing', column, row }
}

export function someMember(row: number, of: Truth): Truth {
  return of.kind === 'always' ? of : { kind: 'some', row, of }
}

export function everyMember(row: number, of: Truth): Truth {
  return of.kind === 'always' ? of : { kind: 'every', row, of }
}
