/** Names: from what is written to what it means, or the nearest thing the author may have meant. */
import { type Declaration, dayOfEvaluation } from '../schema/declaration.ts'
import { between } from '../schema/range.ts'
import { bareNumber, date, nameType, type Type } from '../schema/type.ts'
import { stop } from '../syntax/fault.ts'
import type { Span } from '../syntax/tree.ts'
import type { Checked, Part, Row } from './checked.ts'
import { type Context, presenceKey, requirePresent } from './context.ts'
import { mostSimilar } from './similar.ts'

/** A name that stands alone. */
export function resolveName(name: string, at: Span, context: Context): Checked {
  const { collection, names } = context.declarations
  if (name === dayOfEvaluation) return { kind: 'day-of-evaluation', type: date, from: at.from, to: at.to }
  if (name === collection.name) stop('check.collection-as-value', at, { name })
  if (context.rows.some(open => open.variable === name)) stop('check.row-as-value', at, { name })
  const declaration = names.get(name) ?? unknown(name, at, context)
  if (declaration.kind === 'parameter') return use(declaration, 'household', at, context)
  if (declaration.scope === 'household') return use(declaration, 'household', at, context)
  const owner = context.rows.findLast(open => open.implicit)
  if (!owner) return stop('check.member-item-at-household', at, { name, collection: collection.name })
  return use(declaration, owner.row, at, context)
}

/** `m.工资`: an item of the member that a loop has bound. */
export function resolveMemberItem(row: number, name: string, at: Span, context: Context): Checked {
  const declaration = context.declarations.names.get(name) ?? unknown(name, at, context)
  if (declaration.kind === 'parameter' || declaration.scope !== 'member')
    return stop('check.not-a-member-item', at, { name })
  return use(declaration, row, at, context)
}

function use(declaration: Declaration, row: Row, at: Span, context: Context): Checked {
  context.uses.add(declaration.name)
  const span = { from: at.from, to: at.to }
  if (declaration.kind === 'parameter') {
    if (declaration.type.kind === 'list') stop('check.several-in-formula', at, { name: declaration.name })
    return { kind: 'parameter', name: declaration.name, type: declaration.type, ...span }
  }
  if (declaration.kind === 'rule')
    return { kind: 'rule', name: declaration.name, row, type: context.typeOfRule(declaration.name), ...span }
  const known = context.present.has(presenceKey(declaration.name, row))
  return {
    kind: 'field',
    name: declaration.name,
    row,
    type: known ? present(declaration.type) : declaration.type,
    ...span,
  }
}

function present(type: Type): Type {
  return { ...type, nullable: false } as Type
}

function unknown(name: string, at: Span, context: Context): never {
  if (isOption(name, context)) stop('check.option-without-quotes', at, { name })
  const known = [...context.declarations.names.keys(), context.declarations.collection.name, dayOfEvaluation]
  const similar = mostSimilar(name, known)
  return similar === null
    ? stop('check.unknown-name', at, { name })
    : stop('check.unknown-name-similar', at, { name, similar })
}

function isOption(name: string, context: Context): boolean {
  return [...context.declarations.names.values()].some(
    ({ type }) => type.kind === 'text' && type.options?.includes(name),
  )
}

const partsOf: Readonly<Record<string, readonly string[]>> = {
  date: ['year', 'month', 'day'],
  duration: ['years', 'months'],
}

/** `.year .month .day` of a date, `.years .months` of a duration: bare numbers that take the unit they meet. */
export function resolvePart(of: Checked, name: string, at: Span): Checked {
  requirePresent(of, of)
  if (!partsOf[of.type.kind]?.includes(name))
    stop('check.no-such-part', at, { name, type: nameType(of.type), typeEn: of.type.kind })
  const range = name === 'years' ? between(-300, 300) : name === 'months' ? between(-11, 11) : between(0, 9999)
  return { kind: 'part', part: name as Part, of, type: bareNumber(range, true), from: at.from, to: at.to }
}
