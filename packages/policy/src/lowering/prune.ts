/** Leaves out the steps and columns that no wanted result needs, and numbers the rest anew. */
import type { LoweredProgramme, Result, Step, Truth, Whole } from './lowered.ts'
import { type Node, nodeOf, rebuild, references } from './references.ts'

export function prune({ columns, steps, results, ...rest }: LoweredProgramme): LoweredProgramme {
  const needed = neededSteps(steps, results)
  const stepOf = numbered([...steps.keys()].filter(index => needed.has(index)))
  const used = [...needed].flatMap(index => [...references(nodeOf(steps[index]!))])
  const columnOf = numbered(columnsOf(used))
  return {
    ...rest,
    columns: [...columnOf.keys()].map(index => columns[index]!),
    steps: [...stepOf.keys()].map(index => renumbered(steps[index]!, stepOf, columnOf)),
    results: results.map(result => renumberedResult(result, stepOf)),
  }
}

function neededSteps(steps: readonly Step[], results: readonly Result[]): ReadonlySet<number> {
  const needed = new Set<number>()
  const open = results.flatMap(result => [...stepsOf(result)])
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (needed.has(index)) continue
    needed.add(index)
    for (const { what, index: read } of references(nodeOf(steps[index]!))) if (what === 'step') open.push(read)
  }
  return needed
}

function* stepsOf({ value, doubt }: Result): Generator<number> {
  yield value.step
  if (value.kind === 'number') yield* value.denominators
  if (doubt !== null) yield doubt
}

function columnsOf(used: readonly { what: string; index: number }[]): number[] {
  return [...new Set(used.filter(({ what }) => what === 'column').map(({ index }) => index))].sort((a, b) => a - b)
}

function numbered(indexes: readonly number[]): ReadonlyMap<number, number> {
  return new Map(indexes.map((old, index) => [old, index]))
}

type Numbering = ReadonlyMap<number, number>

function renumbered(step: Step, stepOf: Numbering, columnOf: Numbering): Step {
  const again = <N extends Node>(node: N): N =>
    rebuild(node, again, {
      column: (index, row) => [columnOf.get(index)!, row],
      step: (index, row) => [stepOf.get(index)!, row],
      row: row => row,
    })
  const value =
    step.value.kind === 'whole'
      ? { kind: 'whole' as const, whole: again<Whole>(step.value.whole) }
      : { kind: 'truth' as const, truth: again<Truth>(step.value.truth) }
  return { ...step, value }
}

function renumberedResult(result: Result, stepOf: Numbering): Result {
  const { value, doubt } = result
  const step = stepOf.get(value.step)!
  const again =
    value.kind === 'number'
      ? { ...value, step, denominators: value.denominators.map(index => stepOf.get(index)!) }
      : { ...value, step }
  return { ...result, value: again, doubt: doubt === null ? null : stepOf.get(doubt)! }
}
