/**
 * Money: whole fen (分) as bigint, from the text somebody typed to the text somebody reads. Never a float, never a
 * fraction of a fen. The one place that divides says how it rounds.
 */
import { toHalfWidth } from './half-width.ts'
import { refuse } from './refuse.ts'

/** An amount in fen, 1/100 yuan. May be negative inside the ledger; what people type may not. */
export type Fen = bigint & { readonly __unit: 'fen' }

/** The largest amount anybody may type: 99,999,999,999.99 yuan. Every sum of such amounts still fits int8. */
export const largestFen = fen(9_999_999_999_999n)
export const zeroFen = fen(0n)

/** Marks a whole number as fen. A fraction, NaN, -0 or a number past the exact range is a bug, not an input. */
export function fen(amount: bigint | number): Fen {
  if (typeof amount === 'bigint') return amount as Fen
  if (!Number.isSafeInteger(amount) || Object.is(amount, -0)) throw new RangeError('fen must be a whole exact number')
  return BigInt(amount) as Fen
}

const yuanText = /^(0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/

/**
 * Reads an amount in yuan as a person writes it: `1,234.50`, `１２３`, `¥100`, `100 元`. Refuses what has two readings
 * or none: signs, hexadecimal, exponents, 壹佰元, 100元/月, a third decimal.
 */
export function parseYuan(text: unknown): Fen {
  if (typeof text !== 'string' || text.length > 64) throw refuse('money.not-a-number')
  const bare = toHalfWidth(text)
    .trim()
    .replace(/^[¥￥]\s*/, '')
    .replace(/\s*元$/, '')
  if (bare === '') throw refuse('money.empty')
  if (/^[-\u2212\u2010-\u2015]\s*[¥￥]?\s*\d/.test(bare)) throw refuse('money.negative')
  const match = yuanText.exec(bare)
  if (!match) throw refuse('money.not-a-number')
  const decimals = match[2] ?? ''
  if (decimals.length > 2) throw refuse('money.below-fen')
  const amount = BigInt(match[1]!.replace(/,/g, '') + decimals.padEnd(2, '0'))
  if (amount > largestFen) throw refuse('money.too-large')
  return amount as Fen
}

/** `1,234.50`; with `decimals: 'when-needed'` whole yuan are written `1,234`. */
export function formatYuan(amount: Fen, options: { decimals?: 'always' | 'when-needed' } = {}): string {
  const size = amount < 0n ? -amount : amount
  const yuan = (size / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',')
  const rest = size % 100n
  const decimals = rest === 0n && options.decimals === 'when-needed' ? '' : `.${rest.toString().padStart(2, '0')}`
  return `${amount < 0n ? '-' : ''}${yuan}${decimals}`
}

export function sumFen(amounts: Iterable<Fen>): Fen {
  let sum = 0n
  for (const amount of amounts) sum += amount
  return sum as Fen
}

export function addFen(a: Fen, b: Fen): Fen {
  return (a + b) as Fen
}

export function subtractFen(a: Fen, b: Fen): Fen {
  return (a - b) as Fen
}

export type Rounding = 'down' | 'up' | 'half-up'

/** `amount × numerator ÷ denominator`, rounded once: `down` and `up` towards −∞ and +∞, `half-up` the half away from 0. */
export function shareOfFen(amount: Fen, numerator: bigint, denominator: bigint, rounding: Rounding): Fen {
  if (denominator <= 0n) throw new RangeError('the denominator of a share must be above 0')
  const product = amount * numerator
  const quotient = product / denominator
  const rest = product % denominator
  if (rest === 0n) return quotient as Fen
  const away = product < 0n ? -1n : 1n
  if (rounding === 'half-up') return (2n * rest * away >= denominator ? quotient + away : quotient) as Fen
  return (rounding === 'up' ? (away > 0n ? quotient + 1n : quotient) : away > 0n ? quotient : quotient - 1n) as Fen
}

/**
 * Splits an amount in proportion to whole weights so that the parts add up exactly. Fen left over go one by one to
 * the first parts with a weight, so the same input always gives the same parts: 1000.00 in 3 → 333.34 333.33 333.33.
 */
export function splitFen(total: Fen, weights: readonly (bigint | number)[]): Fen[] {
  const shares = weights.map(weight => BigInt(weight))
  const whole = shares.reduce((sum, share) => sum + share, 0n)
  if (whole <= 0n || shares.some(share => share < 0n)) throw new RangeError('weights must be ≥ 0 and not all 0')
  const sign = total < 0n ? -1n : 1n
  const size = total * sign
  const parts = shares.map(share => (size * share) / whole)
  let left = size - parts.reduce((sum, part) => sum + part, 0n)
  return parts.map((part, i) => {
    if (left === 0n || shares[i] === 0n) return (part * sign) as Fen
    left -= 1n
    return ((part + 1n) * sign) as Fen
  })
}

/** For JSON: fen as an exact number. */
export function toWire(amount: Fen): number {
  const number = Number(amount)
  if (!Number.isSafeInteger(number)) throw new RangeError('the amount does not fit an exact JSON number')
  return number
}

/** From JSON: a whole number of fen. Anything else, `-0` included, is refused as input. */
export function fromWire(value: unknown): Fen {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || Object.is(value, -0)) {
    throw refuse('money.not-a-number')
  }
  return BigInt(value) as Fen
}

const capitals = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']

/** 1–9999 in capitals, zeros inside written once: 1003 → 壹仟零叁. */
function sectionCapitals(section: number): string {
  let text = ''
  let gap = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(section / 10 ** place) % 10
    if (digit === 0) gap = text !== ''
    else {
      text += (gap ? '零' : '') + capitals[digit] + places[place]
      gap = false
    }
  }
  return text
}

/** A 零 stands where the lower group does not fill its first place: 100,005 → 壹拾万零伍. */
function yuanCapitals(yuan: bigint): string {
  if (yuan < 10_000n) return sectionCapitals(Number(yuan))
  const [unit, name] = yuan < 100_000_000n ? [10_000n, '万'] : [100_000_000n, '亿']
  const low = yuan % unit
  const gap = low > 0n && low < unit / 10n ? '零' : ''
  return yuanCapitals(yuan / unit) + name + gap + yuanCapitals(low)
}

/**
 * The amount in the capitals bank forms want: 976.00 → 玖佰柒拾陆元整, 100.05 → 壹佰元零伍分.
 * Source: 《支付结算办法》附一《正确填写票据和结算凭证的基本规定》; of its optional 零 none is written.
 */
export function chineseCapitals(amount: Fen): string {
  if (amount < 0n) return `负${chineseCapitals(-amount as Fen)}`
  const yuan = amount / 100n
  const jiao = Number((amount / 10n) % 10n)
  const cent = Number(amount % 10n)
  const whole = yuan > 0n ? `${yuanCapitals(yuan)}元` : ''
  if (jiao === 0 && cent === 0) return `${whole || '零元'}整`
  const tenth = jiao > 0 ? `${capitals[jiao]}角` : whole && '零'
  return whole + tenth + (cent > 0 ? `${capitals[cent]}分` : '')
}
