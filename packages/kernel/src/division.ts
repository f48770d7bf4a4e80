/**
 * Division codes (行政区划): 12 digits, GB/T 2260 (6) + town (3) + village (3). The part before the trailing zeros is
 * the reach of an officer posted there. Names and mergers are rows in the register of places, not here.
 */
import { toHalfWidth } from './half-width.ts'
import { refuse } from './refuse.ts'

export type DivisionCode = string & { readonly __kind: 'division' }
/** The first six digits: the county every record with people in it is filed under. */
export type CountyCode = string & { readonly __kind: 'county' }
export type DivisionLevel = 'province' | 'city' | 'county' | 'town' | 'village'

const ends: readonly (readonly [DivisionLevel, number])[] = [
  ['province', 2],
  ['city', 4],
  ['county', 6],
  ['town', 9],
  ['village', 12],
]

/** Reads 6, 9 or 12 digits; shorter codes are filled with zeros. */
export function parseDivision(text: unknown): DivisionCode {
  if (typeof text !== 'string' || text.length > 40) throw refuse('division.unreadable')
  const digits = toHalfWidth(text).replace(/ /g, '')
  if (!/^[1-9]\d+$/.test(digits) || ![6, 9, 12].includes(digits.length)) throw refuse('division.unreadable')
  return digits.padEnd(12, '0') as DivisionCode
}

export function isDivision(text: string): text is DivisionCode {
  return /^[1-9]\d{11}$/.test(text)
}

export function levelOf(code: DivisionCode): DivisionLevel {
  return ends.find(([, end]) => /^0*$/.test(code.slice(end)))![0]
}

/** The significant digits: 2, 4, 6, 9 or 12 of them. Everything inside the division begins with them. */
export function prefixOf(code: DivisionCode): string {
  return code.slice(0, ends.find(([level]) => level === levelOf(code))![1])
}

/**
 * The next division upwards; `null` above a province. A level that a place does not have is skipped: towns of
 * Dongguan (441900 003 000) lie directly under the city.
 */
export function parentOf(code: DivisionCode): DivisionCode | null {
  for (let i = ends.findIndex(([level]) => level === levelOf(code)) - 1; i >= 0; i--) {
    const above = code.slice(0, ends[i]![1]).padEnd(12, '0') as DivisionCode
    if (levelOf(above) === ends[i]![0]) return above
  }
  return null
}

/** From the province down to the division itself. */
export function ancestryOf(code: DivisionCode): DivisionCode[] {
  const parent = parentOf(code)
  return parent ? [...ancestryOf(parent), code] : [code]
}

/** Whether `inner` is `outer` or lies in it. */
export function contains(outer: DivisionCode, inner: DivisionCode): boolean {
  return inner.startsWith(prefixOf(outer))
}

/** Six digits. Of a city or province these are its own, with zeros. */
export function countyOf(code: DivisionCode): CountyCode {
  return code.slice(0, 6) as CountyCode
}

/** Six digits written 370102, or all twelve in groups: `370102 001 001`. */
export function formatDivision(code: DivisionCode): string {
  return code.endsWith('000000') ? code.slice(0, 6) : `${code.slice(0, 6)} ${code.slice(6, 9)} ${code.slice(9)}`
}
