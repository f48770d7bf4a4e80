/** Names and types that a formula may use, and how much work it may still do. */
import { builtInType, type FeelType } from './feel-type.ts'
import { canonicalName } from './read.ts'
import type { TypeTree } from './tree.ts'
import type { Value } from './value.ts'

/** A formula that takes more steps, or asks for more elements, is a mistake and not a calculation. */
const mostSteps = 1_000_000
export const mostElements = 100_000

export class TooMuch extends Error {
  constructor() {
    super('the formula asks for more than can be worked out')
  }
}

export class Scope {
  readonly #values: ReadonlyMap<string, Value>
  readonly #parent: Scope | null
  readonly #types: ((name: string) => FeelType | null) | null
  /** Shared with all scopes inside. */
  readonly #work: { steps: number }

  constructor(
    values: ReadonlyMap<string, Value> = new Map(),
    parent: Scope | null = null,
    types: ((name: string) => FeelType | null) | null = null,
  ) {
    this.#values = new Map([...values].map(([name, value]) => [canonicalName(name), value]))
    this.#parent = parent
    this.#types = types
    this.#work = parent === null ? { steps: 0 } : parent.#work
  }

  with(values: ReadonlyMap<string, Value>): Scope {
    return new Scope(values, this)
  }

  get(name: string): Value | undefined {
    return this.#values.has(name) ? this.#values.get(name)! : this.#parent?.get(name)
  }

  type(tree: TypeTree): FeelType | null {
    switch (tree.kind) {
      case 'named':
        return builtInType(tree.name) ?? this.#named(tree.name)
      case 'list':
      case 'range': {
        const of = this.type(tree.of)
        return of && { is: tree.kind, of }
      }
      case 'context': {
        const entries = tree.entries.map(([name, type]) => [name, this.type(type)] as const)
        if (entries.some(([, type]) => type === null)) return null
        return { is: 'context', entries: new Map(entries as [string, FeelType][]) }
      }
      case 'function': {
        const [result, ...parameters] = [tree.result, ...tree.parameters].map(type => this.type(type))
        if (!result || parameters.includes(null)) return null
        return { is: 'function', parameters: parameters as FeelType[], result }
      }
    }
  }

  #named(name: string): FeelType | null {
    const own = this.#types?.(name) ?? null
    return own ?? (this.#parent === null ? null : this.#parent.#named(name))
  }

  step(): void {
    this.#work.steps += 1
    if (this.#work.steps > mostSteps) throw new TooMuch()
  }
}
