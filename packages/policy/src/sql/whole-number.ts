/**
 * Whole numbers on their way into the query. Each carries its range, and the range decides how it is kept: bigint where
 * it proves that the number fits, else numeric without decimals. An operation is done in the widest sort that its
 * operands or its result need, so that nothing can overflow on the way.
 */
import type { WholeRange } from '../lowering/lowered.ts'
import { added, fits, multiplied, negated, only } from '../lowering/whole-range.ts'

export type Sort = 'bigint' | 'numeric'

export interface WholeNumber {
  readonly text: string
  readonly range: WholeRange
  /** A name or a constant: may be written more than once. */
  readonly short: boolean
  readonly constant?: bigint
}

const LARGEST_BIGINT = 2n ** 63n - 1n

export function sortOf({ range }: { readonly range: WholeRange }): Sort {
  return fits(range, LARGEST_BIGINT) ? 'bigint' : 'numeric'
}

export function constant(value: bigint): WholeNumber {
  return { text: value < 0n ? `(${value})` : String(value), range: only(value), short: true, constant: value }
}

export function named(text: string, range: WholeRange): WholeNumber {
  return { text, range, short: true }
}

/** The text in a sort of its own; a bare constant would be as narrow as PostgreSQL likes. */
export function typed(a: WholeNumber, sort: Sort = sortOf(a)): string {
  return a.constant !== undefined || sortOf(a) !== sort ? `${a.text}::${sort}` : a.text
}

/** What is known of the result beforehand may be more than its parts tell. */
export function within(a: WholeNumber, range: WholeRange): WholeNumber {
  if (a.constant !== undefined) return a
  return sortOf(a) === sortOf({ range }) ? { ...a, range } : { ...a, text: `${a.text}::${sortOf({ range })}`, range }
}

export function add(a: WholeNumber, b: WholeNumber): WholeNumber {
  return infix('+', a, b, added(a.range, b.range))
}

export function subtract(a: WholeNumber, b: WholeNumber): WholeNumber {
  return infix('-', a, b, added(a.range, negated(b.range)))
}

export function multiply(a: WholeNumber, b: WholeNumber): WholeNumber {
  return infix('*', a, b, multiplied(a.range, b.range))
}

function infix(sign: string, a: WholeNumber, b: WholeNumber, range: WholeRange): WholeNumber {
  const sort = widest(a, b, { range })
  const right = b.constant === undefined ? typed(b, sort) : b.text
  return within(
    { text: `(${typed(a, sort)} ${sign} ${right})`, range: widestRange(a.range, b.range, range), short: false },
    range,
  )
}

export function negate(a: WholeNumber): WholeNumber {
  return { text: `(- ${typed(a)})`, range: negated(a.range), short: false }
}

/** Cuts off what is left over; for numbers of one sign this is rounding towards zero. `by` is positive. */
export function cutQuotient(of: WholeNumber, by: WholeNumber, range: WholeRange): WholeNumber {
  const sort = widest(of, by)
  const [n, d] = [typed(of, sort), typed(by, sort)]
  const text = sort === 'bigint' ? `(${n} / ${d})` : `div(${n}, ${d})`
  return within({ text, range: widestRange(of.range, by.range), short: false }, range)
}

/** What `cutQuotient` leaves over, with the sign of `of`. */
export function leftOver(of: WholeNumber, by: WholeNumber, range: WholeRange): WholeNumber {
  const sort = widest(of, by)
  const text = `(${typed(of, sort)} % ${typed(by, sort)})`
  return within({ text, range: widestRange(of.range, by.range), short: false }, range)
}

export function choose(condition: string, a: WholeNumber, b: WholeNumber, range: WholeRange): WholeNumber {
  const sort = widest(a, b)
  const text = `case when ${condition} then ${typed(a, sort)} else ${typed(b, sort)} end`
  return within({ text: `(${text})`, range: widestRange(a.range, b.range), short: false }, range)
}

export function call(name: string, values: readonly WholeNumber[], range: WholeRange): WholeNumber {
  const sort = widest(...values)
  const text = `${name}(${values.map(value => typed(value, sort)).join(', ')})`
  return within({ text, range: widestRange(...values.map(value => value.range)), short: false }, range)
}

/** Gives names that nothing else in the query has. */
export type Fresh = () => string

/** Works with values that are too long to be written several times: they are named first. */
export function naming(
  values: readonly WholeNumber[],
  fresh: Fresh,
  use: (...short: WholeNumber[]) => WholeNumber,
): WholeNumber {
  if (values.every(({ short }) => short)) return use(...values)
  const row = fresh()
  const names = values.map((value, i) => (value.short ? value : named(`${row}.n${i}`, value.range)))
  const kept = values.flatMap((value, i) => (value.short ? [] : [`${typed(value)} as n${i}`]))
  const result = use(...names)
  // Without `offset 0` the planner would write the long values back to where their names stand.
  const text = `(select ${typed(result)} from (select ${kept.join(', ')} offset 0) ${row})`
  return { text, range: result.range, short: false }
}

function widest(...numbers: readonly { readonly range: WholeRange }[]): Sort {
  return numbers.every(number => sortOf(number) === 'bigint') ? 'bigint' : 'numeric'
}

/** Some range that is kept in the sort in which the numbers met. */
function widestRange(...ranges: readonly WholeRange[]): WholeRange {
  return ranges.find(range => sortOf({ range }) === 'numeric') ?? ranges[0]!
}
