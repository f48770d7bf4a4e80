/** What two values must have in common: kind, unit, closed list; and what a condition must be. */
import { union } from '../schema/range.ts'
import { type NumberType, nameType, number, type Type } from '../schema/type.ts'
import { nameUnit, sameUnit } from '../schema/unit.ts'
import { stop } from '../syntax/fault.ts'
import type { ComparisonOperator, Expression, Span } from '../syntax/tree.ts'
import type { Checked } from './checked.ts'
import { type Context, requirePresent } from './context.ts'
import { commonUnit, wrongType } from './numbers.ts'
import { mostSimilar } from './similar.ts'

export function checkCondition(e: Expression, context: Context): Checked {
  const checked = context.check(e, context)
  if (checked.type.kind !== 'yes-no') wrongType('yes-no', checked.type, e)
  requirePresent(checked, e)
  return checked
}

/** Both sides are of one kind and unit, and a text literal is one of the other side's list. */
export function comparable(left: Checked, right: Checked, at: Span, operator: ComparisonOperator): void {
  const [a, b] = [left.type, right.type]
  const dated = left.kind === 'text' ? left : right
  if (dated.kind === 'text' && (a.kind === 'date' || b.kind === 'date'))
    stop('check.date-as-text', dated, { text: dated.value })
  if (a.kind === b.kind && (a.kind === 'text' || a.kind === 'yes-no') && operator !== '=' && operator !== '!=')
    stop('check.not-ordered', at, { kind: nameType(a), kindEn: a.kind })
  if (a.kind !== b.kind || a.kind === 'list')
    stop('check.unlike-types', at, { left: nameType(a), right: nameType(b), leftEn: a.kind, rightEn: b.kind })
  if (a.kind === 'number') commonUnit(a, b as NumberType, at)
  checkOptions(left, right)
  checkOptions(right, left)
}

export function checkOptions(literal: Checked, other: Checked): void {
  if (literal.kind !== 'text' || other.type.kind !== 'text' || !other.type.options) return
  const { options } = other.type
  if (options.includes(literal.value)) return
  const similar = mostSimilar(literal.value, options)
  const values = { value: literal.value, options: options.join('、') }
  if (similar === null) stop('check.not-an-option', literal, values)
  stop('check.not-an-option-similar', literal, { ...values, similar })
}

/** The type of "one or the other". */
export function unify(a: Type, b: Type, at: Span): Type {
  const nullable = a.nullable || b.nullable
  if (a.kind === 'null') return { ...b, nullable: true } as Type
  if (b.kind === 'null') return { ...a, nullable: true } as Type
  if (a.kind === 'number' && b.kind === 'number') {
    if (!a.adaptable && !b.adaptable && !sameUnit(a.unit, b.unit))
      stop('check.branch-units-differ', at, { left: nameUnit(a.unit), right: nameUnit(b.unit) })
    const unit = a.adaptable ? b.unit : a.unit
    const both = number(unit, union(a.range, b.range), a.adaptable && b.adaptable, a.whole && b.whole)
    return { ...both, nullable }
  }
  if (a.kind === 'text' && b.kind === 'text')
    return { kind: 'text', options: unifyOptions(a.options, b.options), nullable }
  if (a.kind !== b.kind || a.kind === 'list')
    stop('check.branches-differ', at, { left: nameType(a), right: nameType(b), leftEn: a.kind, rightEn: b.kind })
  return { ...a, nullable } as Type
}

function unifyOptions(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  return a && b ? [...new Set([...a, ...b])] : null
}
