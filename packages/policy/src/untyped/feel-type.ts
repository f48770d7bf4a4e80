/** The types that FEEL can name, and which values belong to them. */
import { isContext, isList, type Kind, kindOf, type Value } from './value.ts'

type SimpleKind = Exclude<Kind, 'null' | 'list' | 'context' | 'range' | 'function'>

export type FeelType =
  | { readonly is: 'Any' }
  | { readonly is: 'Null' }
  | { readonly is: 'simple'; readonly kind: SimpleKind }
  | { readonly is: 'list'; readonly of: FeelType }
  | { readonly is: 'range'; readonly of: FeelType }
  | { readonly is: 'context'; readonly entries: ReadonlyMap<string, FeelType> }
  | { readonly is: 'function'; readonly parameters: readonly FeelType[] | null; readonly result: FeelType }
  /** A type whose values are limited further, such as `[0..255]`. */
  | { readonly is: 'limited'; readonly base: FeelType; readonly allows: (value: Value) => boolean }

export const anyType: FeelType = { is: 'Any' }

const simpleKinds: readonly SimpleKind[] = [
  'boolean',
  'string',
  'number',
  'date',
  'time',
  'date and time',
  'years and months duration',
  'days and time duration',
]

const anyFunction: FeelType = { is: 'function', parameters: null, result: anyType }

const builtInTypes: ReadonlyMap<string, FeelType> = new Map<string, FeelType>([
  ['Any', anyType],
  ['Null', { is: 'Null' }],
  ...simpleKinds.map((kind): [string, FeelType] => [kind, { is: 'simple', kind }]),
  ['list', { is: 'list', of: anyType }],
  ['range', { is: 'range', of: anyType }],
  ['context', { is: 'context', entries: new Map() }],
  ['function', anyFunction],
  ['dateTime', { is: 'simple', kind: 'date and time' }],
  ['dayTimeDuration', { is: 'simple', kind: 'days and time duration' }],
  ['yearMonthDuration', { is: 'simple', kind: 'years and months duration' }],
])

export function builtInType(name: string): FeelType | null {
  return builtInTypes.get(name) ?? null
}

/** What `instance of` answers. Null belongs to no type but `Null`; limits on a type's values do not count. */
export function isInstance(value: Value, type: FeelType): boolean {
  if (value === null) return type.is === 'Null'
  return belongs(value, type.is === 'limited' ? type.base : type)
}

/** Inside lists and contexts, and where a value is handed on, null stands for a value that is missing. */
function belongs(value: Value, type: FeelType): boolean {
  if (type.is === 'Any' || value === null) return true
  switch (type.is) {
    case 'Null':
      return false
    case 'simple':
      return kindOf(value) === type.kind
    case 'limited':
      return belongs(value, type.base) && type.allows(value)
    case 'list':
      return isList(value) && value.every(item => belongs(item, type.of))
    case 'context':
      return (
        isContext(value) && [...type.entries].every(([name, of]) => value.has(name) && belongs(value.get(name)!, of))
      )
    case 'range':
      return kindOf(value) === 'range' && endsBelong(value, type.of)
    case 'function':
      return functionBelongs(value, type)
  }
}

function endsBelong(value: Value, of: FeelType): boolean {
  const range = value as Extract<Value, { kind: 'range' }>
  return belongs(range.low, of) && belongs(range.high, of)
}

/**
 * A function fits where it takes at least what it is given there, and gives back no more than is expected. What it
 * gives back is often not declared; then it may be anything.
 */
function functionBelongs(value: Value, type: Extract<FeelType, { is: 'function' }>): boolean {
  if (kindOf(value) !== 'function') return false
  const made = value as Extract<Value, { kind: 'function' }>
  if (type.parameters === null) return true
  return (
    made.parameters.length === type.parameters.length &&
    type.parameters.every((given, i) => conforms(given, made.parameters[i]!.type)) &&
    (made.result.is === 'Any' || conforms(made.result, type.result))
  )
}

/** Whether every value of the first type is one of the second. */
function conforms(type: FeelType, to: FeelType): boolean {
  if (to.is === 'Any' || type === to) return true
  if (type.is === 'limited') return conforms(type.base, to)
  if (type.is === 'simple') return to.is === 'simple' && type.kind === to.kind
  if (type.is === 'list' || type.is === 'range') return to.is === type.is && conforms(type.of, to.of)
  if (type.is === 'context')
    return (
      to.is === 'context' &&
      [...to.entries].every(([name, of]) => type.entries.has(name) && conforms(type.entries.get(name)!, of))
    )
  if (type.is === 'function') return to.is === 'function' && functionConforms(type, to)
  return type.is === to.is
}

function functionConforms(
  type: Extract<FeelType, { is: 'function' }>,
  to: Extract<FeelType, { is: 'function' }>,
): boolean {
  if (to.parameters === null) return true
  return (
    type.parameters?.length === to.parameters.length &&
    to.parameters.every((given, i) => conforms(given, type.parameters![i]!)) &&
    conforms(type.result, to.result)
  )
}

/**
 * Hands a value to a place of a declared type: as it is, as a list of one, as the one value of a list, a date as its
 * midnight; whatever does not fit becomes null.
 */
export function coerce(value: Value, type: FeelType): Value {
  if (belongs(value, type)) return value
  const target = type.is === 'limited' ? type.base : type
  if (target.is === 'list' && !isList(value)) return belongs([value], type) ? [value] : null
  if (isList(value) && value.length === 1 && target.is !== 'list') return belongs(value[0]!, type) ? value[0]! : null
  if (target.is === 'simple' && target.kind === 'date and time' && kindOf(value) === 'date')
    return midnight(value, type)
  return null
}

function midnight(value: Value, type: FeelType): Value {
  const date = value as Extract<Value, { kind: 'date' }>
  const moment: Value = { kind: 'date and time', date, nanos: 0n, zone: { kind: 'offset', seconds: 0 } }
  return belongs(moment, type) ? moment : null
}
