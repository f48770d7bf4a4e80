/** Rounding to a number of digits. Policies say which way; there is no default. */
import { floorDivide, fraction, type Rational } from './rational.ts'

export type RoundingMode = 'up' | 'down' | 'half up' | 'half down' | 'half even' | 'ceiling' | 'floor'

/** Rounds to `digits` after the point (negative: tens, hundreds …). `up` and `down` are away from and towards zero. */
export function round(a: Rational, digits: number, mode: RoundingMode): Rational {
  const scale = 10n ** BigInt(Math.abs(digits))
  const scaled = digits >= 0 ? { n: a.n * scale, d: a.d } : { n: a.n, d: a.d * scale }
  const rounded = roundWhole(scaled.n, scaled.d, mode)
  return digits >= 0 ? fraction(rounded, scale) : { n: rounded * scale, d: 1n }
}

function roundWhole(n: bigint, d: bigint, mode: RoundingMode): bigint {
  if (mode === 'floor') return floorDivide(n, d)
  if (mode === 'ceiling') return -floorDivide(-n, d)
  const size = n < 0n ? -n : n
  const [below, rest] = [size / d, size % d]
  const up = rest !== 0n && roundsUp(mode, below, rest * 2n, d)
  const result = up ? below + 1n : below
  return n < 0n ? -result : result
}

function roundsUp(mode: RoundingMode, below: bigint, twiceRest: bigint, d: bigint): boolean {
  if (mode === 'up') return true
  if (mode === 'down') return false
  if (twiceRest !== d) return twiceRest > d
  return mode === 'half up' || (mode === 'half even' && below % 2n === 1n)
}
