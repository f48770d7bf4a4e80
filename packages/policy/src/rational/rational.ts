/**
 * Exact numbers: a fraction of two whole numbers, always in lowest terms with a positive denominator. Nothing
 * here rounds unless the caller says how, and there is no way in or out through floating point.
 */
export interface Rational {
  readonly n: bigint
  readonly d: bigint
}

export const zero: Rational = { n: 0n, d: 1n }
export const one: Rational = { n: 1n, d: 1n }

export function whole(n: bigint | number): Rational {
  return { n: BigInt(n), d: 1n }
}

/** n ÷ d in lowest terms. A zero divisor is a bug here: the checker has refused it before anything runs. */
export function fraction(n: bigint, d: bigint): Rational {
  if (d === 0n) throw new RangeError('division by zero')
  if (d === 1n) return { n, d }
  const sign = d < 0n ? -1n : 1n
  const common = greatestCommonDivisor(n < 0n ? -n : n, d * sign)
  return { n: (n * sign) / common, d: (d * sign) / common }
}

/** Below this a remainder of plain numbers is exact, and many times faster. */
const plain = 2n ** 53n

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  if (a < plain && b < plain) return BigInt(plainDivisor(Number(a), Number(b)))
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

function plainDivisor(a: number, b: number): number {
  let [x, y] = [a, b]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}

const decimalText = /^-?\d{1,30}\.\d{1,30}$/
const fractionText = /^-?\d{1,60}\/\d{1,60}$/
const wholeText = /^-?\d{1,30}$/
const tens = Array.from({ length: 31 }, (_, digits) => 10n ** BigInt(digits))

/** Reads `12`, `-0.5` or `1844/3`; anything else, `1e3` and `Infinity` included, is null. */
export function parseRational(text: string): Rational | null {
  if (wholeText.test(text)) return { n: BigInt(text), d: 1n }
  if (fractionText.test(text)) {
    const [n, d] = text.split('/') as [string, string]
    return BigInt(d) === 0n ? null : fraction(BigInt(n), BigInt(d))
  }
  if (!decimalText.test(text)) return null
  const point = text.indexOf('.')
  const digits = text.slice(point + 1)
  return fraction(BigInt(text.slice(0, point) + digits), tens[digits.length]!)
}

export function add(a: Rational, b: Rational): Rational {
  return a.d === 1n && b.d === 1n ? { n: a.n + b.n, d: 1n } : fraction(a.n * b.d + b.n * a.d, a.d * b.d)
}

export function negate(a: Rational): Rational {
  return { n: -a.n, d: a.d }
}

export function subtract(a: Rational, b: Rational): Rational {
  return a.d === 1n && b.d === 1n ? { n: a.n - b.n, d: 1n } : fraction(a.n * b.d - b.n * a.d, a.d * b.d)
}

export function multiply(a: Rational, b: Rational): Rational {
  return a.d === 1n && b.d === 1n ? { n: a.n * b.n, d: 1n } : fraction(a.n * b.n, a.d * b.d)
}

export function divide(a: Rational, b: Rational): Rational {
  return fraction(a.n * b.d, a.d * b.n)
}

/** Negative, zero or positive, like every comparator. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.d === b.d ? a.n - b.n : a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function absolute(a: Rational): Rational {
  return a.n < 0n ? negate(a) : a
}

/** FEEL modulo: the result has the sign of the divisor. */
export function modulo(a: Rational, b: Rational): Rational {
  return subtract(a, multiply(b, whole(floorDivide(a.n * b.d, a.d * b.n))))
}

/** Exact text: whole numbers plain, everything else as a fraction, so that reading it back loses nothing. */
export function toText(a: Rational): string {
  return a.d === 1n ? String(a.n) : `${a.n}/${a.d}`
}

/** A number whose denominator divides a power of ten, with its point. */
export function toDecimal(a: Rational): string {
  let digits = 0
  while ((a.n * 10n ** BigInt(digits)) % a.d !== 0n) digits += 1
  if (digits === 0) return String(a.n / a.d)
  const size = String(((a.n < 0n ? -a.n : a.n) * 10n ** BigInt(digits)) / a.d).padStart(digits + 1, '0')
  return `${a.n < 0n ? '-' : ''}${size.slice(0, -digits)}.${size.slice(-digits)}`
}

export function floorDivide(n: bigint, d: bigint): bigint {
  const quotient = n / d
  return n % d !== 0n && n < 0n !== d < 0n ? quotient - 1n : quotient
}
