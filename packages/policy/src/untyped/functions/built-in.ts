/** All functions of the standard by name. `now` and `today` need a clock, which whoever evaluates puts into scope. */
import type { FunctionValue } from '../value.ts'
import { contextFunctions } from './contexts.ts'
import { listFunctions } from './lists.ts'
import { momentFunctions } from './moments.ts'
import { numberFunctions } from './numbers.ts'
import { rangeFunctions } from './ranges.ts'
import { builtInFunction, type Variant } from './signature.ts'
import { textFunctions } from './text.ts'

const variants: readonly Variant[] = [
  ...numberFunctions,
  ...textFunctions,
  ...listFunctions,
  ...contextFunctions,
  ...momentFunctions,
  ...rangeFunctions,
]

const functions: ReadonlyMap<string, FunctionValue> = new Map(
  [...new Set(variants.map(({ name }) => name))].map(name => [
    name,
    builtInFunction(variants.filter(one => one.name === name)),
  ]),
)

export function builtIn(name: string): FunctionValue | undefined {
  return functions.get(name)
}

export function isBuiltIn(name: string): boolean {
  return functions.has(name)
}
