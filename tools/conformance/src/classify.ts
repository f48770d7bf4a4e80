/**
 * Which part of FEEL a case belongs to, by the syntax of every formula that it needs and by nothing else: not by its
 * name, its folder or whether we pass it.
 *
 *   A        what policies are written in: numbers, text, yes/no, null; + - * /; comparison, between, in, ranges;
 *            and, or, not; if; lists, filters by a condition, paths; for, some, every over one list; sums, counts,
 *            rounding; decision tables with one output that give one value
 *   B        A, and dates and durations: literals, their parts, date(), duration(), years and months duration()
 *   C        the interpreter only: text and list functions beyond those of A, roots and statistics, powers, contexts,
 *            arguments by name, several iterators, `for i in 1..n`, places in a list, invocations, tables that give a list or a context
 *   outside  times, dates with times, zones; function literals; instance of; patterns; sorting; clock; functions
 *            between ranges; imports, decision services, code of other languages; what the grammar does not read
 *
 * A case needs the decisions whose results it checks and whatever they require; the declared types of all of these
 * count as well, as a value of type time is outside however it is written. A case is of the highest class of its parts.
 */
import {
  builtInType,
  canonicalName,
  isBuiltIn,
  type Names,
  parts,
  readCell,
  readDate,
  readDuration,
  readFormula,
  type Tree,
} from '@doudi/policy/untyped'
import { type Boxed, boxesWithin, type DecisionTable } from './boxed.ts'
import type { Library, Place } from './library.ts'
import type { ItemDefinition, Model, Node } from './model.ts'
import type { Case } from './test-file.ts'

export const classes = ['A', 'B', 'C', 'outside'] as const
export type Class = (typeof classes)[number]

function highest(found: readonly Class[]): Class {
  return classes[Math.max(0, ...found.map(one => classes.indexOf(one)))]!
}

export function classify(library: Library, model: Model, test: Case): Class {
  if (test.invocable !== null) return 'outside'
  const needed = neededNodes(library, model, test)
  if (needed.some(place => place.model !== model)) return 'outside'
  const named = namesIn(needed.map(({ node }) => node))
  return highest(needed.map(({ node }) => classOfNode(model, node, named)))
}

/** The nodes whose results are checked, and all that they require. */
function neededNodes(library: Library, model: Model, test: Case): readonly Place[] {
  const places: Place[] = []
  const add = (place: Place | undefined) => {
    if (!place || places.some(one => one.node === place.node)) return
    places.push(place)
    for (const reference of place.node.requires) add(library.resolve(place.model, reference))
  }
  for (const { name } of test.results) {
    const node = model.nodes.find(one => one.name === name && one.node !== 'input')
    add(node && { model, node })
  }
  return places
}

function namesIn(nodes: readonly Node[]): Names {
  return Object.fromEntries(nodes.map(node => [node.variable.name, {}]))
}

function classOfNode(model: Model, node: Node, names: Names): Class {
  const declared = classOfType(model, node.variable.type)
  switch (node.node) {
    case 'service':
      return 'outside'
    case 'input':
      return declared
    case 'decision':
      return highest([declared, classOfBox(model, node.logic, names)])
    case 'function':
      return highest(['C', declared, classOfBox(model, node.logic, names)])
  }
}

const typeClasses: ReadonlyMap<string, Class> = new Map<string, Class>([
  ['date', 'B'],
  ['days and time duration', 'B'],
  ['dayTimeDuration', 'B'],
  ['years and months duration', 'B'],
  ['yearMonthDuration', 'B'],
  ['time', 'outside'],
  ['date and time', 'outside'],
  ['dateTime', 'outside'],
])

function classOfType(model: Model, reference: string | null, within: readonly string[] = []): Class {
  if (reference === null) return 'A'
  const name = canonicalName(reference.replace(/^feel:/, ''))
  if (builtInType(name)) return typeClasses.get(name) ?? 'A'
  const item = model.types.get(reference)
  return !item || within.includes(name) ? 'A' : classOfItem(model, item, [...within, name])
}

function classOfItem(model: Model, item: ItemDefinition, within: readonly string[]): Class {
  if (item.function) return 'outside'
  return highest([
    classOfType(model, item.type, within),
    ...item.components.map(one => classOfItem(model, one, within)),
  ])
}

const boxClasses: Readonly<Record<Boxed['box'], Class>> = {
  literal: 'A',
  'decision table': 'A',
  relation: 'A',
  list: 'C',
  context: 'C',
  invocation: 'C',
  conditional: 'C',
  filter: 'C',
  for: 'C',
  some: 'C',
  every: 'C',
  function: 'A',
  missing: 'outside',
}

function classOfBox(model: Model, box: Boxed, names: Names): Class {
  const inner = { ...names, ...namesOf(box) }
  const own: Class[] = [boxClasses[box.box], classOfType(model, box.type)]
  if (box.box === 'literal') own.push(classOfText(box.text, inner))
  if (box.box === 'decision table') own.push(classOfTable(model, box, inner))
  if (box.box === 'function' && box.external) own.push('outside')
  return highest([...own, ...boxesWithin(box).map(one => classOfBox(model, one, inner))])
}

function namesOf(box: Boxed): Names {
  const names =
    box.box === 'function'
      ? box.parameters.map(({ name }) => name)
      : box.box === 'context'
        ? box.entries.flatMap(({ name }) => name ?? [])
        : []
  return Object.fromEntries(names.map(name => [name, {}]))
}

/** Hit policies that give one value. */
const singleHits = new Set(['UNIQUE', 'ANY', 'FIRST', 'PRIORITY'])

function classOfTable(model: Model, table: DecisionTable, names: Names): Class {
  const single = singleHits.has(table.hitPolicy) || (table.hitPolicy === 'COLLECT' && table.aggregation !== null)
  const cells = [
    ...table.inputs.flatMap(({ allowed }) => allowed ?? []),
    ...table.outputs.flatMap(({ allowed }) => allowed ?? []),
    ...table.rules.flatMap(rule => rule.tests),
  ]
  return highest([
    single && table.outputs.length === 1 ? 'A' : 'C',
    ...table.inputs.map(({ text, type }) => highest([classOfText(text, names), classOfType(model, type)])),
    ...table.outputs.map(({ type }) => classOfType(model, type)),
    ...cells.map(cell => classOfCell(cell, names)),
  ])
}

function classOfText(text: string, names: Names): Class {
  try {
    return classOfTree(readFormula(text, names), names)
  } catch {
    return 'outside'
  }
}

function classOfCell(text: string, names: Names): Class {
  try {
    const cell = readCell(text, names)
    return cell === 'any' ? 'A' : highest(cell.tests.map(test => classOfTree(test, names)))
  } catch {
    return 'outside'
  }
}

const treeClasses: Partial<Readonly<Record<Tree['kind'], Class>>> = {
  context: 'C',
  'call by name': 'C',
  function: 'outside',
  'instance of': 'outside',
}

const partsOfMoments: ReadonlyMap<string, Class> = new Map<string, Class>([
  ...['year', 'month', 'day', 'years', 'months', 'days'].map((name): [string, Class] => [name, 'B']),
  ...['weekday', 'hour', 'minute', 'second', 'time offset', 'timezone'].map((name): [string, Class] => [
    name,
    'outside',
  ]),
])

function classOfTree(tree: Tree, names: Names): Class {
  return highest([ownClass(tree, names), ...parts(tree).map(part => classOfTree(part, names))])
}

function ownClass(tree: Tree, names: Names): Class {
  switch (tree.kind) {
    case 'at':
      return readDate(tree.text) || readDuration(tree.text) ? 'B' : 'outside'
    case 'arithmetic':
      return tree.operator === '**' ? 'C' : 'A'
    case 'path':
      return partsOfMoments.get(tree.name) ?? 'A'
    case 'filter':
      return isPlace(tree.condition) ? 'C' : 'A'
    case 'for':
    case 'quantified':
      return tree.iterations.length > 1 || tree.iterations[0]?.to ? 'C' : 'A'
    case 'name':
      return tree.name === 'partial' ? 'C' : 'A'
    case 'call':
      return classOfCall(tree.callee, names)
    case 'call by name':
      return highest(['C', classOfCall(tree.callee, names)])
    default:
      return treeClasses[tree.kind] ?? 'A'
  }
}

function isPlace(condition: Tree): boolean {
  return condition.kind === 'number' || (condition.kind === 'negate' && isPlace(condition.of))
}

const functionClasses: ReadonlyMap<string, Class> = new Map<string, Class>([
  ...withClass(
    'A',
    'count, sum, min, max, mean, ceiling, floor, abs, modulo, even, odd, decimal, round up, round down',
  ),
  ...withClass('A', 'round half up, round half down, list contains, all, any, not'),
  ...withClass('B', 'date, duration, years and months duration'),
  ...withClass('outside', 'time, date and time, now, today, is, matches, replace, split, sort, list replace, range'),
  ...withClass('outside', 'day of year, day of week, month of year, week of year'),
  ...withClass('outside', 'before, after, meets, met by, overlaps, overlaps before, overlaps after, finishes'),
  ...withClass('outside', 'finished by, includes, during, starts, started by, coincides'),
])

function withClass(found: Class, names: string): (readonly [string, Class])[] {
  return names.split(', ').map(name => [name, found])
}

function classOfCall(callee: Tree, names: Names): Class {
  if (callee.kind === 'path') return 'C'
  if (callee.kind !== 'name') return 'outside'
  const own = Object.keys(names).some(name => canonicalName(name) === callee.name)
  return functionClasses.get(callee.name) ?? (own || isBuiltIn(callee.name) ? 'C' : 'outside')
}
