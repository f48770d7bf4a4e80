/**
 * How a built-in function may be called, written as the standard writes it: `substring(string: string, start position:
 * number, length?: number)`. A question mark says that the argument may be left out or null; dots before the name,
 * that any number of arguments may take its place.
 */
import { equal } from '../compare.ts'
import { anyType, coerce, type FeelType } from '../feel-type.ts'
import { mostElements, TooMuch } from '../scope.ts'
import { type Arguments, type FunctionValue, is, isList, kindOf, type Value } from '../value.ts'

export interface Signature {
  readonly name: string
  readonly parameters: readonly SignatureParameter[]
}

interface SignatureParameter {
  readonly name: string
  readonly wanted: Wanted
  readonly optional: boolean
  readonly variadic: boolean
}

/** Kinds of values that an argument may have; `any` may be null too. */
type Wanted = 'any' | readonly string[]

export type Body = (values: readonly Value[]) => Value

export interface Variant extends Signature {
  readonly body: Body
}

const signatureText = /^([^(]+)\((.*)\)$/

export function variant(text: string, body: Body): Variant {
  const [, name, list] = signatureText.exec(text)!
  return { name: name!, parameters: list === '' ? [] : list!.split(', ').map(parameter), body }
}

function parameter(text: string): SignatureParameter {
  const [written, wanted] = text.split(': ') as [string, string]
  return {
    name: written.replace(/^\.\.\.|\?$/g, ''),
    wanted: wanted === 'any' ? 'any' : wanted.split('|'),
    optional: written.endsWith('?'),
    variadic: written.startsWith('...'),
  }
}

/** One function of all its variants; the first variant that the call fits answers. */
export function builtInFunction(variants: readonly Variant[]): FunctionValue {
  return {
    kind: 'function',
    parameters: variants[0]!.parameters.map(({ name, wanted }) => ({ name, type: typeWanted(wanted) })),
    result: anyType,
    call: given => {
      for (const { parameters, body } of variants) {
        const values = arrange(parameters, given)
        if (values) return limited(body(values))
      }
      return null
    },
  }
}

/** Lists that double at every turn would fill the memory. */
function limited(value: Value): Value {
  if (isList(value) && value.length > mostElements) throw new TooMuch()
  return value
}

function typeWanted(wanted: Wanted): FeelType {
  return wanted === 'any' || wanted.length > 1 ? anyType : (simple.get(wanted[0]!) ?? anyType)
}

const simple: ReadonlyMap<string, FeelType> = new Map<string, FeelType>(
  (['boolean', 'string', 'number', 'date', 'time', 'date and time'] as const).map(kind => [
    kind,
    { is: 'simple', kind },
  ]),
)

function arrange(parameters: readonly SignatureParameter[], given: Arguments): readonly Value[] | null {
  const values = given.by === 'name' ? byName(parameters, given.values) : byPosition(parameters, given.values)
  if (!values) return null
  const fitted = values.map((value, i) => fit(value, parameters[i]!))
  return fitted.includes(undefined) ? null : (fitted as Value[])
}

function byName(
  parameters: readonly SignatureParameter[],
  values: ReadonlyMap<string, Value>,
): readonly Value[] | null {
  const known = new Set(parameters.map(one => one.name))
  if ([...values.keys()].some(name => !known.has(name))) return null
  if (parameters.some(({ name, optional }) => !optional && !values.has(name))) return null
  return parameters.map(({ name, variadic }) => (variadic ? [values.get(name)!] : (values.get(name) ?? null)))
}

function byPosition(parameters: readonly SignatureParameter[], values: readonly Value[]): readonly Value[] | null {
  const last = parameters.length - 1
  if (parameters[last]?.variadic) return values.length <= last ? null : [...values.slice(0, last), values.slice(last)]
  const least = parameters.filter(one => !one.optional).length
  if (values.length < least || values.length > parameters.length) return null
  return parameters.map((_, i) => values[i] ?? null)
}

/** The value as the parameter wants it; undefined where it does not fit. */
function fit(value: Value, { wanted, optional, variadic }: SignatureParameter): Value | undefined {
  if (wanted === 'any') return value
  if (value === null) return optional ? null : undefined
  if (variadic || matches(value, wanted)) return value
  if (isList(value) && value.length === 1 && value[0] !== null && matches(value[0]!, wanted)) return value[0]!
  if (wanted.includes('list')) return [value]
  if (wanted.includes('date and time') && is(value, 'date')) return coerce(value, simple.get('date and time')!)
  return undefined
}

function matches(value: Value, wanted: readonly string[]): boolean {
  return wanted.includes(kindOf(value))
}

/** Whether a list has a value, by FEEL's equality. */
export function has(list: readonly Value[], value: Value): boolean {
  return list.some(item => equal(item, value) === true)
}
