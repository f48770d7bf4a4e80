/** One formula: its tree as written → the checked tree, or a fault at the first thing that is wrong. */
import { compare, parseRational } from '../rational/rational.ts'
import { exactly, negateRange } from '../schema/range.ts'
import { bareNumber, date, duration, nothing, text, yesNo } from '../schema/type.ts'
import { stop } from '../syntax/fault.ts'
import type { Expression, InTest } from '../syntax/tree.ts'
import { checkCondition, comparable, unify } from './agree.ts'
import { checkCall } from './calls.ts'
import type { Checked, CheckedTest } from './checked.ts'
import { type Context, knowing, nameOf, provenPresent, requirePresent } from './context.ts'
import { checkFor, checkListLiteral, checkProjection, checkQuantified, isMembers } from './lists.ts'
import { monthsOf, parseDate } from './literals.ts'
import { resolveMemberItem, resolveName, resolvePart } from './names.ts'
import { checkArithmetic, requireNumber } from './numbers.ts'

export function checkExpression(e: Expression, context: Context): Checked {
  const span = { from: e.from, to: e.to }
  switch (e.kind) {
    case 'number': {
      const value = parseRational(e.text)!
      return { kind: 'number', value, type: bareNumber(exactly(value), value.d === 1n), ...span }
    }
    case 'text':
      return { kind: 'text', value: e.value, type: text(null), ...span }
    case 'yes-no':
      return { kind: 'yes-no', value: e.value, type: yesNo, ...span }
    case 'null':
      return { kind: 'null', type: nothing, ...span }
    case 'date':
      return {
        kind: 'date',
        value: parseDate(e.text) ?? stop('check.bad-date', e, { text: e.text }),
        type: date,
        ...span,
      }
    case 'duration':
      return {
        kind: 'duration',
        months: monthsOf(e.text) ?? stop('check.bad-duration', e, { text: e.text }),
        type: duration,
        ...span,
      }
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

function checkPath(e: Expression & { kind: 'path' }, context: Context): Checked {
  if (isMembers(e.of, context)) return checkProjection(e, context)
  const at = { from: e.to - e.name.length, to: e.to }
  const variable = e.of.kind === 'name' ? e.of.name : null
  const open = variable === null ? undefined : context.rows.findLast(row => row.variable === variable)
  return open
    ? resolveMemberItem(open.row, e.name, at, context)
    : resolvePart(checkExpression(e.of, context), e.name, at)
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
    checkNullTest(left.kind === 'null' ? right : left, e, context)
    return node
  }
  for (const side of [left, right]) requirePresent(side, side)
  comparable(left, right, e, e.operator)
  return node
}

/** A value that a test around us has shown to be there may be tested again; one that is always there may not. */
function checkNullTest(tested: Checked, e: Expression & { kind: 'comparison' }, context: Context): void {
  if (e.operator !== '=' && e.operator !== '!=') requirePresent({ ...tested, type: nothing } as Checked, e)
  const declared = tested.kind === 'field' ? context.declarations.names.get(tested.name)! : tested
  if (!declared.type.nullable || tested.kind === 'null')
    stop('check.null-test-needless', e, { name: nameOf(tested) ?? 'null' })
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
  for (const end of [low, high]) {
    requirePresent(end, end)
    comparable(of, end, end, '<=')
  }
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
  const whenTrue = checkExpression(e.whenTrue, knowing(context, provenPresent(condition, true)))
  const whenFalse = checkExpression(e.whenFalse, knowing(context, provenPresent(condition, false)))
  const type = unify(whenTrue.type, whenFalse.type, e)
  return { kind: 'if', condition, whenTrue, whenFalse, type, from: e.from, to: e.to }
}
