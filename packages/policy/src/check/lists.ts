/** Lists: the members, some of the members, one item of each, and lists written out. */
import { between } from '../schema/range.ts'
import { bareNumber, type ListType, type NumberType, type Type, yesNo } from '../schema/type.ts'
import { stop } from '../syntax/fault.ts'
import type { Expression, Span } from '../syntax/tree.ts'
import { checkCondition, unify } from './agree.ts'
import type { Checked } from './checked.ts'
import { type Context, knowing, provenPresent, requirePresent, withRow } from './context.ts'
import { resolveMemberItem } from './names.ts'

/** What a loop or projection runs over: the members, perhaps those for which a condition holds. */
interface Source {
  readonly row: number
  readonly condition: Checked | null
}

function isCollection(expression: Expression, context: Context): boolean {
  return expression.kind === 'name' && expression.name === context.declarations.collection.name
}

export function isMembers(expression: Expression, context: Context): boolean {
  return isCollection(expression, context) || (expression.kind === 'filter' && isCollection(expression.of, context))
}

function checkSource(over: Expression, context: Context): Source {
  const row = context.rows.length
  if (isCollection(over, context)) return { row, condition: null }
  if (over.kind !== 'filter' || !isCollection(over.of, context))
    return stop('check.not-the-collection', over, { collection: context.declarations.collection.name })
  if (over.condition.kind === 'number') stop('check.filter-by-position', over.condition)
  const inside = withRow(context, { variable: 'item', row, implicit: true })
  return { row, condition: checkCondition(over.condition, inside) }
}

/** Opens a loop: the variable is bound, and what the filter has proven is known inside. */
function inside(source: Source, variable: string, at: Span, context: Context): Context {
  const taken = context.declarations.names.has(variable) || context.rows.some(open => open.variable === variable)
  if (taken) stop('check.variable-hides-name', at, { name: variable })
  const open = withRow(context, { variable, row: source.row, implicit: false })
  return source.condition ? knowing(open, provenPresent(source.condition, true)) : open
}

function each(source: Source, body: Checked, at: Span, context: Context): Checked {
  const type: ListType = {
    kind: 'list',
    of: body.type,
    mayBeEmpty: source.condition !== null,
    longest: context.declarations.collection.longest,
    nullable: false,
  }
  return { kind: 'each', row: source.row, condition: source.condition, body, type, from: at.from, to: at.to }
}

export function checkFor(expression: Expression & { kind: 'for' }, context: Context): Checked {
  const source = checkSource(expression.over, context)
  const body = context.check(expression.body, inside(source, expression.variable, expression, context))
  requirePresent(body, expression.body)
  return each(source, body, expression, context)
}

/** `家庭成员.工资` and `家庭成员[重病].工资`. */
export function checkProjection(expression: Expression & { kind: 'path' }, context: Context): Checked {
  const source = checkSource(expression.of, context)
  const known = source.condition ? knowing(context, provenPresent(source.condition, true)) : context
  const at = { from: expression.to - expression.name.length, to: expression.to }
  const body = resolveMemberItem(source.row, expression.name, at, known)
  requirePresent(body, at)
  return each(source, body, expression, context)
}

/** `count(家庭成员[…])`: only how many, so that every member stands for "yes". */
export function checkMembers(expression: Expression, context: Context): Checked {
  const span = { from: expression.from, to: expression.to }
  return each(
    checkSource(expression, context),
    { kind: 'yes-no', value: true, type: yesNo, ...span },
    expression,
    context,
  )
}

export function checkQuantified(expression: Expression & { kind: 'quantified' }, context: Context): Checked {
  const source = checkSource(expression.over, context)
  const condition = checkCondition(expression.condition, inside(source, expression.variable, expression, context))
  return {
    kind: 'quantified',
    quantifier: expression.quantifier,
    row: source.row,
    filter: source.condition,
    condition,
    type: yesNo,
    from: expression.from,
    to: expression.to,
  }
}

export function checkListLiteral(expression: Expression & { kind: 'list' }, context: Context): Checked {
  const items = expression.items.map(item => context.check(item, context))
  for (const item of items) requirePresent(item, item)
  const of = items.map(i => i.type).reduce<Type | null>((a, b) => (a ? unify(a, b, expression) : b), null)
  const type: ListType = {
    kind: 'list',
    of: of ?? yesNo,
    mayBeEmpty: items.length === 0,
    longest: items.length,
    nullable: false,
  }
  return { kind: 'list', items, type, from: expression.from, to: expression.to }
}

/** How many there are: never more than the collection holds. */
export function countType(list: ListType): NumberType {
  return { ...bareNumber(between(list.mayBeEmpty ? 0 : 1, list.longest), true), adaptable: false }
}
