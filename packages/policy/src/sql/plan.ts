/**
 * In which order the steps are worked out. What is read once, by a step of the same rows and pass, is written where it
 * is read, and so is what costs less to work out again than to carry on; everything else has its place in a layer, a
 * select of its own whose values later layers read by name.
 */
import type { LoweredProgramme, Step } from '../lowering/lowered.ts'
import { type Node, nodeOf, parts, references } from '../lowering/references.ts'
import { sortOf } from './whole-number.ts'

/** Steps that can be worked out side by side. */
export type Layer = readonly number[]

export interface Pass {
  /** Of each member; its loops look at the other members. */
  readonly member: readonly Layer[]
  /** Loops of the household over its members. */
  readonly gathered: Layer
  readonly household: readonly Layer[]
}

export interface Plan {
  readonly passes: readonly Pass[]
  /** Steps that are written out where they are read. */
  readonly written: ReadonlySet<number>
}

export function planOf(lowered: LoweredProgramme): Plan {
  const { steps } = lowered
  const written = writtenSteps(lowered)
  const levels = levelsOf(steps, written)
  const last = steps.reduce((latest, step) => Math.max(latest, step.pass), 1)
  const isPlaced = (index: number) =>
    !written.has(index) && !(steps[index]!.scope === 'household' && isLoop(steps[index]!))
  const layers = (pass: number, scope: Step['scope']): Layer[] => {
    const here = [...steps.keys()].filter(
      index => steps[index]!.pass === pass && steps[index]!.scope === scope && isPlaced(index),
    )
    const deepest = here.reduce((most, index) => Math.max(most, levels[index]!), -1)
    return Array.from({ length: deepest + 1 }, (_, level) => here.filter(index => levels[index] === level))
  }
  return {
    written,
    passes: Array.from({ length: last + 1 }, (_, pass) => ({
      member: layers(pass, 'member'),
      gathered: [...steps.keys()].filter(index => {
        const step = steps[index]!
        return step.pass === pass && step.scope === 'household' && isLoop(step)
      }),
      household: layers(pass, 'household'),
    })),
  }
}

export function isLoop(step: Step): boolean {
  const { kind } = nodeOf(step)
  return kind === 'reduce' || kind === 'some' || kind === 'every'
}

function writtenSteps({ steps, results }: LoweredProgramme): ReadonlySet<number> {
  const readers = steps.map((): number[] => [])
  for (const [reader, step] of steps.entries())
    for (const { what, index } of references(nodeOf(step))) if (what === 'step') readers[index]!.push(reader)
  const wanted = new Set(
    results.flatMap(({ value, doubt }) => [
      value.step,
      ...(doubt === null ? [] : [doubt]),
      ...(value.kind === 'number' ? value.denominators : []),
    ]),
  )
  const written = new Set<number>()
  /** Of each step with all that is written out in it; what it reads comes before it. */
  const costs: number[] = []
  for (const [index, step] of steps.entries()) {
    const costOf = (read: number) => (written.has(read) ? costs[read]! : 0)
    costs[index] = operations(nodeOf(step), costOf)
    const [first, ...others] = readers[index]!.map(reader => steps[reader]!)
    if (first === undefined || wanted.has(index) || isLoop(step)) continue
    const isCheap = costs[index]! * others.length <= WORTH_A_LAYER
    if (others.length === 0 && isOfTheSameRows(step, first)) written.add(index)
    else if (others.length > 0 && isCheap && [first, ...others].every(reader => mayBeRepeated(step, reader)))
      written.add(index)
  }
  return written
}

/** About as many operations as it costs to carry a row through one more layer. */
const WORTH_A_LAYER = 16

/** What a number that does not fit in 64 bits costs more. */
const NUMERIC = 8

/** How many operations PostgreSQL needs for a node. */
function operations(node: Node, costOf: (step: number) => number): number {
  if (node.kind === 'step') return costOf(node.step)
  const below = parts(node).reduce((sum, part) => sum + operations(part, costOf), 0)
  switch (node.kind) {
    case 'constant':
    case 'always':
    case 'column':
    case 'missing':
      return 0
    // Operands that are needed more than once are named, in a select for each of them.
    case 'quotient':
    case 'remainder':
    case 'months-between':
    case 'add-months':
      return below + WORTH_A_LAYER
    default:
      return below + ('range' in node && sortOf(node) === 'numeric' ? NUMERIC : 1)
  }
}

/** A member's step may stand inside a sum over the members: there too it is worked out once for each. */
function isOfTheSameRows(step: Step, reader: Step): boolean {
  if (step.pass !== reader.pass) return false
  return step.scope === 'household' ? !isLoop(reader) : isLoop(reader) === (reader.scope === 'household')
}

/** What is the household's own may be worked out for each of its members, and in every later pass. */
function mayBeRepeated(step: Step, reader: Step): boolean {
  return step.scope === 'household' || isOfTheSameRows(step, reader)
}

/** How many layers of the same rows and pass must be there before. */
function levelsOf(steps: readonly Step[], written: ReadonlySet<number>): readonly number[] {
  const levels: number[] = []
  for (const [index, step] of steps.entries()) {
    let level = 0
    for (const { what, index: read } of references(nodeOf(step))) {
      const other = steps[read]
      if (what !== 'step' || other!.pass !== step.pass || other!.scope !== step.scope) continue
      if (other!.scope === 'household' && isLoop(other!)) continue
      level = Math.max(level, written.has(read) ? levels[read]! : levels[read]! + 1)
    }
    levels[index] = level
  }
  return levels
}
