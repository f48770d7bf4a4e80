/** Item definitions of a model → FEEL types. */
import { anyType, builtInType, canonicalName, type FeelType, passesCell, readCell, Scope } from '@doudi/policy/untyped'
import type { Library } from './library.ts'
import type { ItemDefinition, Model } from './model.ts'

export class DeclaredTypes {
  readonly #library: Library
  readonly #model: Model
  readonly #known = new Map<string, FeelType>()

  constructor(library: Library, model: Model) {
    this.#library = library
    this.#model = model
  }

  /** What a reference stands for; anything where there is none, or where it points at nothing. */
  of(reference: string | null): FeelType {
    return (reference === null ? null : this.find(reference)) ?? anyType
  }

  find(reference: string): FeelType | null {
    const name = canonicalName(reference.replace(/^feel:/, ''))
    return builtInType(name) ?? this.#known.get(name) ?? this.#define(name) ?? this.#imported(name)
  }

  #define(name: string): FeelType | null {
    const item = [...this.#model.types.values()].find(one => canonicalName(one.name) === name)
    if (!item) return null
    // A type inside itself is anything there.
    this.#known.set(name, anyType)
    const type = this.#typeOf(item)
    this.#known.set(name, type)
    return type
  }

  #imported(name: string): FeelType | null {
    for (const { name: prefix, namespace } of this.#model.imports) {
      const model = this.#library.model(namespace)
      if (!model || model === this.#model || !name.startsWith(`${canonicalName(prefix)}.`)) continue
      return new DeclaredTypes(this.#library, model).find(name.slice(canonicalName(prefix).length + 1))
    }
    return null
  }

  #typeOf(item: ItemDefinition): FeelType {
    const one = item.allowed === null ? this.#unlimited(item) : this.#limited(this.#unlimited(item), item.allowed)
    return item.isCollection ? { is: 'list', of: one } : one
  }

  #unlimited({ function: made, components, type }: ItemDefinition): FeelType {
    if (made)
      return {
        is: 'function',
        parameters: made.parameters.map(parameter => this.of(parameter.type)),
        result: this.of(made.result),
      }
    if (components.length === 0) return this.of(type)
    return { is: 'context', entries: new Map(components.map(one => [one.name, this.#typeOf(one)])) }
  }

  #limited(base: FeelType, allowed: string): FeelType {
    try {
      const cell = readCell(allowed)
      return { is: 'limited', base, allows: value => passesCell(value, cell, new Scope()) }
    } catch {
      return base
    }
  }
}
