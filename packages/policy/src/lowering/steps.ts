/**
 * The list of steps while it grows. What is computed twice is one step; what loops over the members is a step of its
 * own, of the household or of each member, so that printers meet loops only at the top of a step.
 */
import type { Row } from '../check/checked.ts'
import type { Scope } from '../schema/field.ts'
import type { Step, Truth, Whole } from './lowered.ts'
import { NotLowerable } from './not-lowerable.ts'
import { freeRows, type Node, type Reference, references, renameRows } from './references.ts'
import { stepValue } from './whole.ts'

/** The one row of a member step that is its own; loops inside it are row 1. */
const OWN = 0
const INNER = 1

type Loop = Extract<Node, { kind: 'reduce' | 'some' | 'every' }>
export type StepValue = Whole & { readonly kind: 'step' }
export type StepTruth = Truth & { readonly kind: 'step' }

export class Steps {
  readonly list: Step[] = []
  private readonly known = new Map<string, number>()

  /** Computes `whole` once for the household or for each member, and refers to it as the value of `row`. */
  whole(name: string, scope: Scope, whole: Whole, row: Row): StepValue {
    const step = this.intern({ name, scope, pass: 0, value: { kind: 'whole', whole } }, whole)
    return stepValue(step, row, whole.range)
  }

  truth(name: string, scope: Scope, truth: Truth, row: Row): StepTruth {
    return { kind: 'step', step: this.intern({ name, scope, pass: 0, value: { kind: 'truth', truth } }, truth), row }
  }

  /** A loop over the members: of the household when it needs no other member, else of the one member it needs. */
  loop(name: string, loop: Loop & Whole): Whole
  loop(name: string, loop: Loop & Truth): Truth
  loop(name: string, loop: Loop): Node {
    const outer = [...freeRows(loop)]
    if (outer.length > 1) throw new NotLowerable('a loop reads two members of the loops around it')
    const [owner] = outer
    const scope = owner === undefined ? 'household' : 'member'
    const inner = owner === undefined ? OWN : INNER
    const renamed = renameRows(loop as Node, row => (row === owner ? OWN : inner))
    const row: Row = owner ?? 'household'
    return loop.kind === 'reduce'
      ? this.whole(name, scope, renamed as Whole, row)
      : this.truth(name, scope, renamed as Truth, row)
  }

  private intern(step: Step, node: Node): number {
    const key = `${step.scope} ${textOf(node)}`
    const known = this.known.get(key)
    if (known !== undefined) return known
    const index = this.list.length
    this.list.push({ ...step, pass: this.passOf(step.scope, node) })
    this.known.set(key, index)
    return index
  }

  private passOf(scope: Scope, node: Node): number {
    const loops = node.kind === 'reduce' || node.kind === 'some' || node.kind === 'every'
    let pass = scope === 'member' || loops ? 1 : 0
    for (const { what, index, row } of references(node)) {
      const read = what === 'step' ? this.list[index]!.pass : 0
      pass = Math.max(pass, read + this.wait(scope, loops, what, row))
    }
    return pass
  }

  /** Whether a reader must wait for the next pass: the household is done after its members, other members before. */
  private wait(scope: Scope, loops: boolean, what: Reference['what'], row: Row): 0 | 1 {
    if (what === 'column') return 0
    const inMembers = scope === 'member' || loops
    if (row === 'household') return inMembers ? 1 : 0
    return scope === 'member' && row !== OWN ? 1 : 0
  }
}

/** Two nodes with the same text compute the same. */
function textOf(node: Node): string {
  return JSON.stringify(node, (key, value: unknown) =>
    key === 'range' ? undefined : typeof value === 'bigint' ? `${value}` : value,
  )
}
