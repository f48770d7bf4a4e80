/**
 * The values of untyped FEEL. Numbers are exact fractions; truth values, text and null are JavaScript's own; a list is
 * an array, a context a map. Nothing here is used to decide a case: policies run through the checked language.
 */
import { fraction, type Rational, toDecimal } from '../rational/rational.ts'
import type { ComparisonOperator } from '../syntax/tree.ts'
import type { FeelType } from './feel-type.ts'

export interface NumberValue extends Rational {
  readonly kind: 'number'
}

/** Days of the proleptic Gregorian calendar, years −999,999,999 to 999,999,999. */
export interface DateValue {
  readonly kind: 'date'
  readonly year: number
  readonly month: number
  readonly day: number
}

/** A fixed distance from UTC, or the name of a region whose distance depends on the day. */
export type Zone =
  | { readonly kind: 'offset'; readonly seconds: number }
  | { readonly kind: 'region'; readonly id: string }

export interface TimeValue {
  readonly kind: 'time'
  /** Nanoseconds since midnight. */
  readonly nanos: bigint
  readonly zone: Zone | null
}

export interface DateTimeValue {
  readonly kind: 'date and time'
  readonly date: DateValue
  readonly nanos: bigint
  readonly zone: Zone | null
}

export interface MonthsValue {
  readonly kind: 'years and months duration'
  readonly months: bigint
}

export interface NanosValue {
  readonly kind: 'days and time duration'
  readonly nanos: bigint
}

/** `[1..3]`, or the test `< 10`, which is a range of its own kind: it does not equal `(null..10)`. */
export interface RangeValue {
  readonly kind: 'range'
  readonly test: { readonly operator: ComparisonOperator; readonly end: Value } | null
  readonly low: Value
  readonly high: Value
  readonly includesLow: boolean
  readonly includesHigh: boolean
}

export interface Parameter {
  readonly name: string
  readonly type: FeelType
}

/** Arguments by position, or by name. */
export type Arguments =
  | { readonly by: 'position'; readonly values: readonly Value[] }
  | { readonly by: 'name'; readonly values: ReadonlyMap<string, Value> }

export interface FunctionValue {
  readonly kind: 'function'
  readonly parameters: readonly Parameter[]
  readonly result: FeelType
  readonly call: (given: Arguments) => Value
}

export type ListValue = readonly Value[]
export type ContextValue = ReadonlyMap<string, Value>

export type Value =
  | null
  | boolean
  | string
  | NumberValue
  | DateValue
  | TimeValue
  | DateTimeValue
  | MonthsValue
  | NanosValue
  | RangeValue
  | FunctionValue
  | ListValue
  | ContextValue

export type Kind =
  | 'null'
  | 'boolean'
  | 'string'
  | 'list'
  | 'context'
  | Exclude<Value, null | boolean | string | ListValue | ContextValue>['kind']

export function kindOf(value: Value): Kind {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'string') return 'string'
  if (isList(value)) return 'list'
  return isContext(value) ? 'context' : value.kind
}

export function isList(value: Value): value is ListValue {
  return Array.isArray(value)
}

export function isContext(value: Value): value is ContextValue {
  return value instanceof Map
}

export function is<K extends NumberOrTagged['kind']>(
  value: Value,
  kind: K,
): value is Extract<NumberOrTagged, { readonly kind: K }> {
  return value !== null && typeof value === 'object' && 'kind' in value && value.kind === kind
}

type NumberOrTagged = Exclude<Value, null | boolean | string | ListValue | ContextValue>

export function number(exact: Rational): NumberValue {
  return { kind: 'number', n: exact.n, d: exact.d }
}

export function wholeNumber(n: bigint | number): NumberValue {
  return { kind: 'number', n: BigInt(n), d: 1n }
}

/** The whole number in a value, if it is one and small enough to count with. */
export function wholeIn(value: Value): number | null {
  if (!is(value, 'number') || value.d !== 1n) return null
  const whole = Number(value.n)
  return Number.isSafeInteger(whole) ? whole : null
}

const largestExponent = 6_176
const scientific = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,5}))?$/

/** Reads `12`, `-0.5`, `.5` and `1.2e-4`; null for anything else, and for exponents beyond those of the standard. */
export function readNumber(text: string): NumberValue | null {
  const parts = scientific.exec(text)
  if (!parts || !(parts[2] || parts[3])) return null
  const [digits, exponent] = [`${parts[2] ?? ''}${parts[3] ?? ''}`, Number(parts[4] ?? 0) - (parts[3]?.length ?? 0)]
  if (Math.abs(exponent) > largestExponent + digits.length) return null
  const size = BigInt(`${parts[1] === '-' ? '-' : ''}${digits}`)
  return number(exponent >= 0 ? { n: size * 10n ** BigInt(exponent), d: 1n } : fraction(size, 10n ** BigInt(-exponent)))
}

/** The exact decimal where there is one; a fraction such as 1/3 with the 34 digits of the standard. */
export function numberText(value: Rational): string {
  return endsInDecimals(value.d) ? toDecimal(value) : toDecimal(significant(value, 34))
}

function endsInDecimals(d: bigint): boolean {
  let rest = d
  for (const prime of [2n, 5n]) while (rest % prime === 0n) rest /= prime
  return rest === 1n
}

/** Rounds half even to a number of significant digits. */
export function significant(value: Rational, digits: number): Rational {
  if (value.n === 0n) return value
  const negative = value.n < 0n
  const size = negative ? -value.n : value.n
  let shift = digits - (String(size).length - String(value.d).length)
  let rounded = roundAt(size, value.d, shift)
  if (String(rounded).length > digits) rounded = roundAt(size, value.d, --shift)
  const signed = negative ? -rounded : rounded
  return shift >= 0 ? fraction(signed, 10n ** BigInt(shift)) : { n: signed * 10n ** BigInt(-shift), d: 1n }
}

function roundAt(n: bigint, d: bigint, shift: number): bigint {
  const scaled = shift >= 0 ? n * 10n ** BigInt(shift) : n
  const divisor = shift >= 0 ? d : d * 10n ** BigInt(-shift)
  const [whole, twiceRest] = [scaled / divisor, (scaled % divisor) * 2n]
  return twiceRest > divisor || (twiceRest === divisor && whole % 2n === 1n) ? whole + 1n : whole
}
