/**
 * Citizen identity numbers (公民身份号码, GB 11643): 6 digits of region, 8 of birth, 3 of sequence, 1 check character;
 * also the residence permits for Hong Kong, Macao and Taiwan (81, 82, 83) and the permanent resident card (9…), which
 * share that form. A number is an object that shows itself masked; only `revealIdentityNumber` gives it in clear.
 */
import { type CalendarDate, isAfter, parseDate } from './calendar-date.ts'
import { toHalfWidth } from './half-width.ts'
import { attempt, refuse } from './refuse.ts'

let read: (number: IdentityNumber) => string
let make: (number: string) => IdentityNumber

export class IdentityNumber {
  readonly #clear: string

  private constructor(clear: string) {
    this.#clear = clear
  }

  toString(): string {
    return maskIdentityNumber(this.#clear)
  }

  toJSON(): string {
    return this.toString()
  }

  static {
    read = number => number.#clear
    make = clear => new IdentityNumber(clear)
  }
}

/** The number in clear. Whoever calls this writes the access into the audit. */
export function revealIdentityNumber(number: IdentityNumber): string {
  return read(number)
}

export function sameIdentityNumber(a: IdentityNumber, b: IdentityNumber): boolean {
  return read(a) === read(b)
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The 18th character of 17 digits: `0`–`9` or `X` (ISO 7064 MOD 11-2). */
export function checkDigit(seventeen: string): string {
  if (!/^\d{17}$/.test(seventeen)) throw new RangeError('the check digit is computed from 17 digits')
  return '10X98765432'[weights.reduce((sum, weight, i) => sum + weight * Number(seventeen[i]), 0) % 11]!
}

/** Province prefixes ever assigned. Counties come and go, so an unknown county is for the register to warn about. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)

/** Years of age past which a number is more likely mistyped than true; a second person confirms such a case. */
export const oldestAge = 130

/** Letters and signs that look like a digit or like X; the refusal says which one was meant. */
const lookAlikes: Readonly<Record<string, string>> = {
  ...{ O: '0', o: '0', l: '1', I: '1', i: '1', Х: 'X', х: 'X', '×': 'X', О: '0', о: '0', Χ: 'X' },
}

function normalise(text: string): string {
  const plain = toHalfWidth(text).replace(/[\s\u200b-\u200d\ufeff\u2060\-\u2010-\u2015]/g, '')
  return plain.replace(/[x\u2169\u2179]$/, 'X')
}

function refuseCharacters(plain: string): void {
  const characters = Array.from(plain)
  const at = characters.findIndex((c, i) => !/\d/.test(c) && !(c === 'X' && i === 17))
  if (at < 0) return
  const meant = lookAlikes[characters[at]!]
  throw refuse('identity.characters', { position: at + 1, ...(meant ? { meant } : {}) })
}

/**
 * Reads what a person typed or a reader scanned. `today` bounds the birth date. Spaces, hyphens, full-width digits,
 * `x` and Ⅹ are put right; anything else is refused with the part that is wrong. 15-digit numbers of old papers are
 * refused here and shown converted by `upgrade15`: two numbers are not one person without a look.
 */
export function parseIdentityNumber(text: unknown, today: CalendarDate): IdentityNumber {
  if (typeof text !== 'string' || text.length > 100) throw refuse('identity.length', { expected: 18 })
  const plain = normalise(text)
  if (plain === '') throw refuse('identity.empty')
  if (/^\d{15}$/.test(plain)) throw refuse('identity.fifteen-digits')
  const length = Array.from(plain).length
  if (length !== 18) throw refuse('identity.length', { expected: 18, length })
  refuseCharacters(plain)
  if (!provinces.has(provinceDigits(plain))) throw refuse('identity.region')
  refuseBirth(plain, today)
  if (checkDigit(plain.slice(0, 17)) !== plain[17]) throw refuse('identity.check-digit')
  return make(plain)
}

/** Of a permanent resident card (9…) the province that issued it stands one digit later. */
function provinceDigits(plain: string): string {
  return plain.startsWith('9') ? plain.slice(1, 3) : plain.slice(0, 2)
}

function birthText(plain: string): string {
  return `${plain.slice(6, 10)}-${plain.slice(10, 12)}-${plain.slice(12, 14)}`
}

function refuseBirth(plain: string, today: CalendarDate): void {
  const birth = attempt(() => parseDate(birthText(plain)))
  if (!birth.ok) throw refuse('identity.birth-date')
  if (isAfter(birth.value, today)) throw refuse('identity.future')
  if (!isAfter(birth.value, yearsBefore(today, oldestAge + 1))) throw refuse('identity.too-old', { years: oldestAge })
}

/** For comparing only: of a 29 February the text may name a day that does not exist. */
function yearsBefore(date: CalendarDate, years: number): CalendarDate {
  return `${Number(date.slice(0, 4)) - years}${date.slice(4)}` as CalendarDate
}

/** A stored number, already checked when it came in: the canonical 18 characters or a `RangeError`. */
export function identityNumber(canonical: string): IdentityNumber {
  if (!/^\d{17}[\dX]$/.test(canonical)) throw new RangeError('not a canonical identity number')
  return make(canonical)
}

export function birthOf(number: IdentityNumber): CalendarDate {
  return birthText(read(number)) as CalendarDate
}

/** GB/T 2261.1 calls these 1 and 2: an odd 17th digit is male. */
export function sexOf(number: IdentityNumber): 'male' | 'female' {
  return Number(read(number)[16]) % 2 === 1 ? 'male' : 'female'
}

/** The six digits of the place of first registration; that county may no longer exist. */
export function regionOf(number: IdentityNumber): string {
  return read(number).slice(0, 6)
}

export type IdentityDocument = 'resident' | 'hong-kong-macao-taiwan' | 'foreign-permanent-resident'

/** Which card carries such a number. */
export function documentOf(number: IdentityNumber): IdentityDocument {
  const clear = read(number)
  if (clear.startsWith('9')) return 'foreign-permanent-resident'
  return /^8[123]/.test(clear) ? 'hong-kong-macao-taiwan' : 'resident'
}

/** First four and last four: `3701**********0116`. Takes the object, or any text of a stored number. */
export function maskIdentityNumber(number: IdentityNumber | string): string {
  const clear = typeof number === 'string' ? number : read(number)
  return clear.length < 15
    ? '*'.repeat(clear.length)
    : `${clear.slice(0, 4)}${'*'.repeat(clear.length - 8)}${clear.slice(-4)}`
}

/** The last four characters, for telling two people of one name apart. */
export function tailOf(number: IdentityNumber): string {
  return read(number).slice(-4)
}

/**
 * The 18-digit form of a 15-digit number of old papers, `null` when its date does not exist. For looking up and
 * showing only. The century is assumed to be 19; `mayBe18xx` says when the holder might be born before 1900.
 */
export function upgrade15(text: string): { number: IdentityNumber; mayBe18xx: boolean } | null {
  const old = normalise(text)
  if (!/^\d{15}$/.test(old)) return null
  const seventeen = `${old.slice(0, 6)}19${old.slice(6)}`
  const birth = attempt(() => parseDate(birthText(seventeen)))
  if (!birth.ok) return null
  // Sequences 996–999 were kept for people past a hundred.
  const mayBe18xx = Number(old.slice(12)) >= 996
  return { number: make(seventeen + checkDigit(seventeen)), mayBe18xx }
}
