/** Functions that formulas and models define: their parameters are bound by position or by name and coerced. */
import { coerce, type FeelType } from './feel-type.ts'
import type { Arguments, FunctionValue, Parameter, Value } from './value.ts'

export function makeFunction(
  parameters: readonly Parameter[],
  result: FeelType,
  body: (values: readonly Value[]) => Value,
): FunctionValue {
  return {
    kind: 'function',
    parameters,
    result,
    call: given => {
      const values = arrange(parameters, given)
      return values && coerce(body(values), result)
    },
  }
}

/** One value for each parameter, in order; null where the call or one of its values does not fit. */
function arrange(parameters: readonly Parameter[], given: Arguments): readonly Value[] | null {
  if (given.by === 'name') return arrangeNamed(parameters, given.values)
  if (given.values.length !== parameters.length) return null
  return fitting(parameters, given.values)
}

function arrangeNamed(parameters: readonly Parameter[], values: ReadonlyMap<string, Value>): readonly Value[] | null {
  const known = new Set(parameters.map(parameter => parameter.name))
  if ([...values.keys()].some(name => !known.has(name))) return null
  return fitting(
    parameters,
    parameters.map(({ name }) => values.get(name) ?? null),
  )
}

function fitting(parameters: readonly Parameter[], values: readonly Value[]): readonly Value[] | null {
  const coerced = values.map((value, i) => coerce(value, parameters[i]!.type))
  return coerced.some((value, i) => value === null && values[i] !== null) ? null : coerced
}

export function bound(parameters: readonly Parameter[], values: readonly Value[]): Map<string, Value> {
  return new Map(parameters.map(({ name }, i) => [name, values[i] ?? null]))
}
