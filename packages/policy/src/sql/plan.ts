/**
 * In which order the steps are worked out. What is read once, by a step of the same rows and pass, is written where it
 * is read; everything else has its place in a layer, a select of its own whose values later layers read by name.
 */
import type { LoweredProgramme, Step } from '../lowering/lowered.ts'
import { nodeOf, references } from '../lowering/references.ts'

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
  return new Set(
    [...steps.keys()].filter(index => {
      const [reader, ...others] = readers[index]!
      if (reader === undefined || others.length > 0 || wanted.has(index)) return false
      return mayBeWritten(steps[index]!, steps[reader]!)
    }),
  )
}

/** A member's step may stand inside a sum over the members: there too it is worked out once for each. */
function mayBeWritten(step: Step, reader: Step): boolean {
  if (isLoop(step) || step.pass !== reader.pass) return false
  return step.scope === 'household' ? !isLoop(reader) : isLoop(reader) === (reader.scope === 'household')
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
