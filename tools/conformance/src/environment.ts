/** What an expression may name: values to work with, and names so that the parser can tell `a-b` from `a - b`. */
import {
  canonicalName,
  evaluateTree,
  type FeelType,
  is,
  isContext,
  isList,
  type Names,
  passesCell,
  readCell,
  readFormula,
  Scope,
  UnreadableFormula,
  type Value,
} from '@doudi/policy/untyped'
import type { DeclaredTypes } from './declared-types.ts'

/** Things that went wrong on the way and became null. */
export type Problems = string[]

export class Environment {
  readonly types: DeclaredTypes
  readonly problems: Problems
  readonly #scope: Scope
  readonly #names: Names

  constructor(types: DeclaredTypes, problems: Problems, scope: Scope, names: Names) {
    this.types = types
    this.problems = problems
    this.#scope = scope
    this.#names = names
  }

  static empty(types: DeclaredTypes, problems: Problems): Environment {
    return new Environment(types, problems, new Scope(new Map(), null, name => types.find(name)), {})
  }

  with(values: ReadonlyMap<string, Value>, types: ReadonlyMap<string, FeelType> = new Map()): Environment {
    const names = Object.fromEntries(
      [...values].map(([name, value]) => [name, { ...typeNames(types.get(name)), ...valueNames(value, 0) }]),
    )
    return new Environment(this.types, this.problems, this.#scope.with(values), { ...this.#names, ...names })
  }

  value(text: string): Value {
    return this.#orNull(text, () => evaluateTree(readFormula(text, this.#names), this.#scope)) ?? null
  }

  passes(value: Value, cell: string): boolean {
    return this.#orNull(cell, () => passesCell(value, readCell(cell, this.#names), this.#scope)) ?? false
  }

  #orNull<T>(text: string, work: () => T): T | null {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof UnreadableFormula)) throw error
      this.problems.push(`${JSON.stringify(text)}: ${error.message} (at ${error.at})`)
      return null
    }
  }
}

const deepestNames = 6

function valueNames(value: Value, depth: number): Names {
  if (depth > deepestNames || value === null || typeof value !== 'object') return {}
  if (isList(value)) return Object.assign({}, ...value.slice(0, 20).map(item => valueNames(item, depth + 1)))
  if (isContext(value))
    return Object.fromEntries([...value].map(([name, inner]) => [canonicalName(name), valueNames(inner, depth + 1)]))
  return is(value, 'function') ? typeNames(value.result) : {}
}

function typeNames(type: FeelType | undefined): Names {
  switch (type?.is) {
    case 'limited':
      return typeNames(type.base)
    case 'list':
      return typeNames(type.of)
    case 'function':
      return typeNames(type.result)
    case 'context':
      return Object.fromEntries([...type.entries].map(([name, inner]) => [canonicalName(name), typeNames(inner)]))
    default:
      return {}
  }
}
