/** One formula: its tree as written → the checked tree, or a fault at the first thing that is wrong. */
import { compare, parseRational } from '../rational/rational.ts'
import { exactly, negateRange, union } from '../schema/range.ts'
import { bareNumber, date, duration, nameType, nothing, type NumberType, text, type Type, yesNo } from '../schema/type.ts'
import { nameUnit, sameUnit } from '../schema/unit.ts'
import { stop } from '../syntax/fault.ts'
import type { ComparisonOperator, Expression, InTest, Span } from '../syntax/tree.ts'
import { checkCall } from './calls.ts'
import type { Checked, CheckedTest } from './checked.ts'
import { type Context, knowing, nameOf, provenPresent, requirePresent } from './context.ts'
import { monthsOf, parseDate } from './literals.ts'
import { checkFor, checkListLiteral, checkProjection, checkQuantified, isMembers } from './lists.ts'
import { resolveMemberItem, resolveName, resolvePart } from './names.ts'
import { checkArithmetic, commonUnit, requireNumber, wrongType } from './numbers.ts'
import { mostSimilar } from './similar.ts'

export function checkExpression(e: Expression, context: Context): Checked {
  const span = { from: e.from, to: e.to }
  switch (e.kind) {
    case 'number': {
      const value = parseRational(e.text)!
      return { kind: 'number', value, type: bareNumber(exactly(value)), ...span }
    }
    case 'text':
      return { kind: 'text', value: e.value, type: text(null), ...span }
    case 'yes-no':
      return { kind: 'yes-no', value: e.value, type: yesNo, ...span }
    case 'null':
      return { kind: 'null', type: nothing, ...span }
    case 'date':
      return { kind: 'date', value: parseDate(e.text) ?? stop('check.bad-date', e, { text: e.text }), type: date, ...span }
    case 'duration':
      return { kind: 'duration', months: monthsOf(e.text) ?? stop('check.bad-duration', e, { text: e.text }), type: duration, ...span }
    case 'name':
      return resolveName(e.name, e, context)
    case 'path':
      return checkPath(e, context)
    case 'negate':
      return checkNegation(e, context)
    case 'not':
      return { kind: 'not', of: checkCondition(e.of, context), type: yesNo, ...span }
    case 'arithmetic':
      return checkArithmetic(e.operator, checkExpression(e.left, context), checkExpression(e.right, context), e)
    case 'comparison':
      return checkComparison(e, context)
    case 'between':
      return checkBetween(e, context)
    case 'in':
      return checkIn(e, context)
    case 'and':
    case 'or':
      return checkLogic(e, context)
    case 'if':
      return checkIf(e, context)
    case 'for':
      return checkFor(e, context)
    case 'quantified':
      return checkQuantified(e, context)
    case 'filter':
      return stop(isMembers(e, context) ? 'check.collection-as-value' : 'check.not-the-collection', e, {
        name: context.declarations.collection.name,
        collection: context.declarations.collection.name,
      })
    case 'list':
      return checkListLiteral(e, context)
    case 'call':
      return checkCall(e, context)
  }
}

export function checkCondition(e: Expression, context: Context): Checked {
  const checked = checkExpression(e, context)
  if (checked.type.kind !== 'yes-no') wrongType('yes-no', checked.type, e)
  requirePresent(checked, e)
  return checked
}

function checkPath(e: Expression & { kind: 'path' }, context: Context): Checked {
  if (isMembers(e.of, context)) return checkProjection(e, context)
  const at = { from: e.to - e.name.length, to: e.to }
  const variable = e.of.kind === 'name' ? e.of.name : null
  const open = variable === null ? undefined : context.rows.findLast(row => row.variable === variable)
  return open ? resolveMemberItem(open.row, e.name, at, context) : resolvePart(checkExpression(e.of, context), e.name, at)
}

function checkNegation(e: Expression & { kind: 'negate' }, context: Context): Checked {
  const of = checkExpression(e.of, context)
  const type = requireNumber(of)
  return { kind: 'negate', of, type: { ...type, range: negateRange(type.range) }, from: e.from, to: e.to }
}

function checkComparison(e: Expression & { kind: 'comparison' }, context: Context): Checked {
  const [left, right] = [checkExpression(e.left, context), checkExpression(e.right, context)]
  const node: Checked = { kind: 'comparison', operator: e.operator, left, right, type: yesNo, from: e.from, to: e.to }
  if (left.kind === 'null' || right.kind === 'null') {
    checkNullTest(left.kind === 'null' ? right : left, e)
    return node
  }
  if (e.operator !== '=') for (const side of [left, right]) requirePresent(side, side)
  comparable(left, right, e, e.operator)
  return node
}

function checkNullTest(tested: Checked, e: Expression & { kind: 'comparison' }): void {
  if (e.operator !== '=' && e.operator !== '!=') requirePresent({ ...tested, type: nothing } as Checked, e)
  if (!tested.type.nullable) stop('check.null-test-needless', e, { name: nameOf(tested) })
}

/** Both sides are of one kind and unit, and a text literal is one of the other side's list. */
function comparable(left: Checked, right: Checked, at: Span, operator: ComparisonOperator): void {
  const [a, b] = [left.type, right.type]
  const ordered = a.kind === 'number' || a.kind === 'date' || operator === '=' || operator === '!='
  if (a.kind !== b.kind || a.kind === 'list' || !ordered)
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

/** `x between a and b` is one range test. */
function checkBetween(e: Expression & { kind: 'between' }, context: Context): Checked {
  const test: InTest = { kind: 'range', low: e.low, high: e.high, includesLow: true, includesHigh: true }
  return checkIn({ kind: 'in', of: e.of, tests: [test], from: e.from, to: e.to }, context)
}

function checkIn(e: Expression & { kind: 'in' }, context: Context): Checked {
  const of = checkExpression(e.of, context)
  requirePresent(of, e.of)
  const tests = e.tests.map(test => checkTest(of, test, context))
  return { kind: 'in', of, tests, type: yesNo, from: e.from, to: e.to }
}

function checkTest(of: Checked, test: InTest, context: Context): CheckedTest {
  if (test.kind !== 'range') {
    const value = checkExpression(test.value, context)
    const operator = test.kind === 'compare' ? test.operator : '='
    requirePresent(value, test.value)
    comparable(of, value, test.value, operator)
    return { kind: 'compare', operator, value }
  }
  const [low, high] = [checkExpression(test.low, context), checkExpression(test.high, context)]
  comparable(of, low, test.low, '<=')
  comparable(of, high, test.high, '<=')
  if (low.kind === 'number' && high.kind === 'number' && compare(low.value, high.value) > 0)
    stop('check.range-reversed', { from: test.low.from, to: test.high.to })
  return { kind: 'range', low, high, includesLow: test.includesLow, includesHigh: test.includesHigh }
}

/** What the left side proves is known on the right: `x != null and x > 3`. */
function checkLogic(e: Expression & { kind: 'and' | 'or' }, context: Context): Checked {
  const left = checkCondition(e.left, context)
  const right = checkCondition(e.right, knowing(context, provenPresent(left, e.kind === 'and')))
  return { kind: e.kind, left, right, type: yesNo, from: e.from, to: e.to }
}

function checkIf(e: Expression & { kind: 'if' }, context: Context): Checked {
  const condition = checkCondition(e.condition, context)
  const then = checkExpression(e.then, knowing(context, provenPresent(condition, true)))
  const otherwise = checkExpression(e.otherwise, knowing(context, provenPresent(condition, false)))
  const type = unify(then.type, otherwise.type, e)
  return { kind: 'if', condition, then, otherwise, type, from: e.from, to: e.to }
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
    return { kind: 'number', unit, range: union(a.range, b.range), adaptable: a.adaptable && b.adaptable, nullable }
  }
  if (a.kind === 'text' && b.kind === 'text') return { kind: 'text', options: unifyOptions(a.options, b.options), nullable }
  if (a.kind !== b.kind || a.kind === 'list')
    stop('check.branches-differ', at, { left: nameType(a), right: nameType(b), leftEn: a.kind, rightEn: b.kind })
  return { ...a, nullable } as Type
}

function unifyOptions(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  return a && b ? [...new Set([...a, ...b])] : null
}
