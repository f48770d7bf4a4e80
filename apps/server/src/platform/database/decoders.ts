/**
 * One decoder table for both drivers, so that PGlite and PostgreSQL return the same JavaScript values:
 * int8 as bigint, dates and numerics as text, instants as ISO text in UTC, arrays likewise.
 */
const INT8 = 20
const NUMERIC = 1700
const DATE = 1082
const TIMESTAMPTZ = 1184
const JSON_TYPE = 114
const JSONB = 3802

export type Decoder = (text: string) => unknown

/** `2026-11-22 02:40:00.1+00` → `2026-11-22T02:40:00.100Z` (millisecond precision; the session runs in UTC). */
export function decodeInstant(text: string): string {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/.exec(text)
  if (!match) throw new Error(`not an instant in UTC: ${text}`)
  return `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`
}

const asText: Decoder = text => text
const arrayOf = (decode: Decoder): Decoder => {
  return text => parseFlatArray(text).map(item => (item === null ? null : decode(item)))
}

/** A one-dimensional array literal of simple items: `{a,"b c",NULL}`. */
export function parseFlatArray(text: string): (string | null)[] {
  const inner = text.slice(1, -1)
  if (inner === '') return []
  const items = inner.match(/"(?:[^"\\]|\\.)*"|[^,]+/g) ?? []
  return items.map(item => {
    if (item === 'NULL') return null
    return item.startsWith('"') ? item.slice(1, -1).replace(/\\(.)/g, '$1') : item
  })
}

export const decoders: ReadonlyMap<number, Decoder> = new Map<number, Decoder>([
  [INT8, BigInt],
  [NUMERIC, asText],
  [DATE, asText],
  [TIMESTAMPTZ, decodeInstant],
  [JSON_TYPE, JSON.parse],
  [JSONB, JSON.parse],
  [1016, arrayOf(BigInt)],
  [1231, arrayOf(asText)],
  [1182, arrayOf(asText)],
  [1185, arrayOf(decodeInstant)],
  [2951, arrayOf(asText)],
])
