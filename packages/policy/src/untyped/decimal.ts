/**
 * Functions that have no exact answer: powers, roots, exponential and logarithm, with the 34 digits that the standard
 * prescribes. Worked out on whole numbers with digits to spare, so that the last digit kept is right.
 */
import {
  absolute,
  compare,
  divide,
  fraction,
  multiply,
  one,
  type Rational,
  subtract,
  whole,
  zero,
} from '../rational/rational.ts'
import { significant } from './value.ts'

const digits = 34
const spare = 46
const largestPower = 6_145

/** Null where the result is no real number or too large for the standard's numbers. */
export function power(base: Rational, exponent: Rational): Rational | null {
  if (exponent.d === 1n) return wholePower(base, exponent.n)
  if (base.n < 0n) return null
  if (base.n === 0n) return exponent.n > 0n ? zero : null
  const logarithm = naturalLog(base, spare + 10)
  return exponential(multiply(logarithm, exponent))
}

function wholePower(base: Rational, exponent: bigint): Rational | null {
  if (base.n === 0n && exponent < 0n) return null
  if (exponent < 0n) return wholePower(divide(one, base), -exponent)
  let [result, square] = [one, base]
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = significant(multiply(result, square), spare)
    if (magnitude(result) > largestPower) return null
    if (magnitude(result) < -largestPower) return zero
    if (left > 1n) square = withinReach(significant(multiply(square, square), spare))
  }
  return significant(result, digits)
}

/** A square that is out of range already stays there, and need not be worked out further. */
function withinReach(square: Rational): Rational {
  if (magnitude(square) > largestPower) return { n: 10n ** BigInt(largestPower + 2), d: 1n }
  return magnitude(square) < -largestPower ? { n: 1n, d: 10n ** BigInt(largestPower + 2) } : square
}

/** The power of ten that a number is near to. */
function magnitude(value: Rational): number {
  return value.n === 0n ? 0 : String(value.n < 0n ? -value.n : value.n).length - String(value.d).length
}

export function squareRoot(value: Rational): Rational | null {
  if (value.n < 0n) return null
  if (value.n === 0n) return zero
  const shift = Math.max(0, spare - Math.floor(magnitude(value) / 2))
  const scale = 10n ** BigInt(shift)
  return significant(fraction(wholeRoot((value.n * scale * scale) / value.d), scale), digits)
}

function wholeRoot(n: bigint): bigint {
  let root = 10n ** BigInt(Math.ceil(String(n).length / 2))
  for (;;) {
    const next = (root + n / root) >> 1n
    if (next >= root) return root
    root = next
  }
}

/** e to the power of a number: the integral part of x ÷ ln 2 becomes a power of 2, the rest a short series. */
export function exponential(value: Rational): Rational | null {
  if (compare(absolute(value), whole(14_200)) > 0) return value.n > 0n ? null : zero
  const places = spare + 10
  const scale = 10n ** BigInt(places)
  const x = (value.n * scale) / value.d
  const two = logOfTwo(places)
  const twos = x / two
  const rest = x - twos * two
  let [term, sum] = [scale, scale]
  for (let i = 1n; term !== 0n; i += 1n) {
    term = (term * rest) / (scale * i)
    sum += term
  }
  const power = 2n ** (twos < 0n ? -twos : twos)
  return significant(twos < 0n ? fraction(sum, scale * power) : fraction(sum * power, scale), digits)
}

export function logarithm(value: Rational): Rational | null {
  return value.n <= 0n ? null : significant(naturalLog(value, spare + 10), digits)
}

/** ln of a positive number: powers of 2 taken out until the rest is near 1, then ln m = 2 artanh((m − 1)/(m + 1)). */
function naturalLog(value: Rational, places: number): Rational {
  const scale = 10n ** BigInt(places)
  let twos = value.n.toString(2).length - value.d.toString(2).length
  const near = twos >= 0 ? fraction(value.n, value.d << BigInt(twos)) : fraction(value.n << BigInt(-twos), value.d)
  if (compare(near, fraction(4n, 3n)) > 0) twos += 1
  const m = compare(near, fraction(4n, 3n)) > 0 ? divide(near, whole(2)) : near
  const ratio = divide(subtract(m, one), { n: m.n + m.d, d: m.d })
  const rest = 2n * artanh((ratio.n * scale) / ratio.d, scale)
  return fraction(rest + BigInt(twos) * logOfTwo(places), scale)
}

function logOfTwo(places: number): bigint {
  const scale = 10n ** BigInt(places)
  return 2n * artanh(scale / 3n, scale)
}

function artanh(x: bigint, scale: bigint): bigint {
  const square = (x * x) / scale
  let [power, sum] = [x, x]
  for (let i = 3n; power !== 0n; i += 2n) {
    power = (power * square) / scale
    sum += power / i
  }
  return sum
}
