/** What an expression reads: columns, steps, and which loops over the members it stands in. */
import type { Row } from '../check/checked.ts'
import type { Step, Truth, Whole } from './lowered.ts'

export type Node = Whole | Truth

export interface Reference {
  readonly what: 'column' | 'step'
  readonly index: number
  readonly row: Row
}

/** The parts of a node, in order. */
export function parts(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'constant':
    case 'always':
    case 'column':
    case 'step':
    case 'missing':
      return []
    case 'select':
      return [node.condition, node.whenTrue, node.whenFalse]
    case 'quotient':
    case 'remainder':
      return [node.of, node.by]
    case 'months-between':
      return [node.start, node.end]
    case 'add-months':
      return [node.of, node.months]
    case 'negate':
    case 'absolute':
    case 'not':
    case 'date-part':
    case 'too-large':
    case 'reduce':
    case 'some':
    case 'every':
      return [node.of]
    default:
      return [node.left, node.right]
  }
}

/** Everything read below a node, in order, repeated where it is read again. */
export function* references(node: Node): Generator<Reference> {
  if (node.kind === 'column' || node.kind === 'missing') yield { what: 'column', index: node.column, row: node.row }
  else if (node.kind === 'step') yield { what: 'step', index: node.step, row: node.row }
  else for (const part of parts(node)) yield* references(part)
}

/** The rows that are bound outside the node. */
export function freeRows(node: Node): ReadonlySet<number> {
  const rows = new Set<number>()
  const bound = boundRows(node)
  for (const { row } of references(node)) if (row !== 'household' && !bound.has(row)) rows.add(row)
  return rows
}

function boundRows(node: Node, rows = new Set<number>()): Set<number> {
  if (node.kind === 'reduce' || node.kind === 'some' || node.kind === 'every') rows.add(node.row)
  for (const part of parts(node)) boundRows(part, rows)
  return rows
}

export function nodeOf(step: Step): Node {
  return step.value.kind === 'whole' ? step.value.whole : step.value.truth
}

/** The same node with other numbers for its loops; `household` stays. */
export function renameRows<N extends Node>(node: N, rename: (row: number) => Row): N {
  const again = (row: Row) => (row === 'household' ? row : rename(row))
  return rebuild(node, part => renameRows(part, rename), {
    column: (index, row) => [index, again(row)],
    step: (index, row) => [index, again(row)],
    row: row => again(row) as number,
  })
}

interface Renaming {
  readonly column: (index: number, row: Row) => readonly [number, Row]
  readonly step: (index: number, row: Row) => readonly [number, Row]
  readonly row: (row: number) => number
}

/** A copy of a node with its parts mapped and its references renamed. */
export function rebuild<N extends Node>(node: N, map: <P extends Node>(part: P) => P, renaming: Renaming): N {
  const copy = (node: Node): Node => {
    switch (node.kind) {
      case 'constant':
      case 'always':
        return node
      case 'column':
      case 'missing': {
        const [column, row] = renaming.column(node.column, node.row)
        return { ...node, column, row }
      }
      case 'step': {
        const [step, row] = renaming.step(node.step, node.row)
        return { ...node, step, row }
      }
      case 'select':
        return {
          ...node,
          condition: map(node.condition),
          whenTrue: map(node.whenTrue as Node),
          whenFalse: map(node.whenFalse as Node),
        } as Node
      case 'quotient':
      case 'remainder':
        return { ...node, of: map(node.of), by: map(node.by) }
      case 'months-between':
        return { ...node, start: map(node.start), end: map(node.end) }
      case 'add-months':
        return { ...node, of: map(node.of), months: map(node.months) }
      case 'reduce':
      case 'some':
      case 'every':
        return { ...node, row: renaming.row(node.row), of: map(node.of as Node) } as Node
      case 'negate':
      case 'absolute':
      case 'not':
      case 'date-part':
      case 'too-large':
        return { ...node, of: map(node.of as Node) } as Node
      default:
        return { ...node, left: map(node.left as Node), right: map(node.right as Node) } as Node
    }
  }
  return copy(node) as N
}
