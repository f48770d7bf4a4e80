import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addFen,
  chineseCapitals,
  type Fen,
  fen,
  formatYuan,
  fromWire,
  largestFen,
  parseYuan,
  shareOfFen,
  splitFen,
  subtractFen,
  sumFen,
  toWire,
  zeroFen,
} from './money.ts'
import { attempt } from './refuse.ts'

const codeOf = (text: unknown) => {
  const read = attempt(() => parseYuan(text))
  return read.ok ? `read as ${read.value}` : read.issue.code
}
/** Any UTF-16 unit, half surrogates included. */
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map(unit => String.fromCharCode(unit))
const anyFen = fc.bigInt({ min: 0n, max: largestFen }).map(fen)

describe('an amount somebody typed', () => {
  test.each([
    ['600', 60_000n],
    ['600.5', 60_050n],
    ['0.01', 1n],
    ['0', 0n],
    ['1,234.50', 123_450n],
    ['１２３', 12_300n],
    ['１，２３４．５０', 123_450n],
    ['¥100', 10_000n],
    ['￥ 100', 10_000n],
    [' 100元 ', 10_000n],
    ['\u3000100 元', 10_000n],
    ['99999999999.99', 9_999_999_999_999n],
  ])('%j is read exactly', (text, amount) => {
    expect(parseYuan(text)).toBe(amount)
  })

  test.each([
    ['-100', 'money.negative'],
    ['-0', 'money.negative'],
    ['－５', 'money.negative'],
    ['¥-5', 'money.negative'],
    ['\u22125', 'money.negative'],
    ['0.001', 'money.below-fen'],
    ['1.005', 'money.below-fen'],
    ['328.9999', 'money.below-fen'],
    ['', 'money.empty'],
    [' ', 'money.empty'],
    ['\u3000', 'money.empty'],
    ['元', 'money.empty'],
    ['100000000000', 'money.too-large'],
    ['9007199254740993', 'money.too-large'],
    ['99999999999999.99', 'money.too-large'],
    ['NaN', 'money.not-a-number'],
    ['Infinity', 'money.not-a-number'],
    ['0x10', 'money.not-a-number'],
    ['1e6', 'money.not-a-number'],
    ['壹佰元', 'money.not-a-number'],
    ['一百', 'money.not-a-number'],
    ['100元/月', 'money.not-a-number'],
    ['+100', 'money.not-a-number'],
    ['1,23', 'money.not-a-number'],
    ['1.234,50', 'money.not-a-number'],
    ['1 234', 'money.not-a-number'],
    ['0600', 'money.not-a-number'],
    ['.5', 'money.not-a-number'],
    ['5.', 'money.not-a-number'],
    ['٣٠٠', 'money.not-a-number'],
  ])('%j is refused', (text, code) => {
    expect(codeOf(text)).toBe(code)
  })

  test.each([[null], [undefined], [[]], [['1']], [{}], [true], [100], [Number.NaN]])(
    'a %j is not turned into a number',
    value => {
      expect(codeOf(value)).toBe('money.not-a-number')
    },
  )

  test('reads back what was shown', () => {
    fc.assert(fc.property(anyFen, amount => parseYuan(formatYuan(amount)) === amount))
  })

  test('any text at all is read or refused, never anything else', () => {
    fc.assert(fc.property(fc.string({ unit: anyUnit }), text => codeOf(text).length > 0))
  })
})

describe('an amount on the screen', () => {
  test('has thousands and two decimals', () => {
    expect(formatYuan(fen(123_450n))).toBe('1,234.50')
    expect(formatYuan(fen(5))).toBe('0.05')
    expect(formatYuan(fen(-123_456_789n))).toBe('-1,234,567.89')
  })

  test('leaves the decimals of whole yuan away where asked', () => {
    expect(formatYuan(fen(123_400n), { decimals: 'when-needed' })).toBe('1,234')
    expect(formatYuan(fen(123_450n), { decimals: 'when-needed' })).toBe('1,234.50')
  })
})

describe('an amount in capitals', () => {
  test.each([
    [97_600n, '玖佰柒拾陆元整'],
    [10_050n, '壹佰元伍角'],
    [10_005n, '壹佰元零伍分'],
    [0n, '零元整'],
    [5n, '伍分'],
    [50n, '伍角'],
    [55n, '伍角伍分'],
    [1_000n, '壹拾元整'],
    [140_950n, '壹仟肆佰零玖元伍角'],
    [600_714n, '陆仟零柒元壹角肆分'],
    [1_640_902n, '壹万陆仟肆佰零玖元零贰分'],
    [32_504n, '叁佰贰拾伍元零肆分'],
    [168_032n, '壹仟陆佰捌拾元叁角贰分'],
    [10_700_053n, '壹拾万柒仟元伍角叁分'],
    [10_000_500n, '壹拾万零伍元整'],
    [10_000_000_000n, '壹亿元整'],
    [10_000_500_000n, '壹亿零伍仟元整'],
    [12_345_678_901_234n, '壹仟贰佰叁拾肆亿伍仟陆佰柒拾捌万玖仟零壹拾贰元叁角肆分'],
    [-97_600n, '负玖佰柒拾陆元整'],
  ])('%s fen is %s', (amount, text) => {
    expect(chineseCapitals(fen(amount))).toBe(text)
  })

  test('says each amount differently', () => {
    fc.assert(
      fc.property(anyFen, anyFen, (a, b) => a === b || chineseCapitals(a) !== chineseCapitals(b)),
      { numRuns: 500 },
    )
  })

  test('never writes two zeros in a row nor a zero before a unit', () => {
    fc.assert(
      fc.property(anyFen, amount => amount === 0n || !/零零|零[拾佰仟万亿元角整]/.test(chineseCapitals(amount))),
    )
  })
})

describe('a split', () => {
  test('of 1000.00 in three gives the fen left over to the first', () => {
    expect(splitFen(fen(100_000), [1, 1, 1]).map(part => formatYuan(part))).toEqual(['333.34', '333.33', '333.33'])
  })

  test('gives nothing to a part without weight', () => {
    expect(splitFen(fen(101), [0, 1, 1])).toEqual([0n, 51n, 50n])
  })

  const anyWeights = fc
    .array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 60 })
    .filter(weights => weights.some(weight => weight > 0n))

  test('adds up to what was split, whatever the weights', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -largestFen, max: largestFen }), anyWeights, (total, weights) => {
        expect(sumFen(splitFen(total as Fen, weights))).toBe(total)
      }),
    )
  })

  test('is never more than one fen from the exact share', () => {
    fc.assert(
      fc.property(anyFen, anyWeights, (total, weights) => {
        const whole = weights.reduce((sum, weight) => sum + weight, 0n)
        for (const [i, part] of splitFen(total, weights).entries()) {
          const distance = part * whole - total * weights[i]!
          expect(distance < whole && distance > -whole).toBe(true)
        }
      }),
    )
  })

  test('over no weight at all is a bug and says so', () => {
    expect(() => splitFen(fen(1), [])).toThrow(RangeError)
    expect(() => splitFen(fen(1), [0, 0])).toThrow(RangeError)
    expect(() => splitFen(fen(1), [2, -1])).toThrow(RangeError)
  })
})

describe('a share', () => {
  test('rounds once, the way it is told', () => {
    expect(shareOfFen(fen(94_000), 13n, 10n, 'half-up')).toBe(122_200n)
    expect(shareOfFen(fen(94_000), 36n, 1000n, 'half-up')).toBe(3_384n)
    expect(shareOfFen(fen(100), 1n, 3n, 'down')).toBe(33n)
    expect(shareOfFen(fen(100), 1n, 3n, 'up')).toBe(34n)
    expect(shareOfFen(fen(5), 1n, 2n, 'half-up')).toBe(3n)
    expect(shareOfFen(fen(-5), 1n, 2n, 'half-up')).toBe(-3n)
    expect(shareOfFen(fen(-5), 1n, 2n, 'down')).toBe(-3n)
    expect(shareOfFen(fen(-5), 1n, 2n, 'up')).toBe(-2n)
    expect(() => shareOfFen(fen(5), 1n, 0n, 'down')).toThrow(RangeError)
  })

  test('is less than one fen from the exact value, half a fen when rounded half up', () => {
    const signed = fc.bigInt({ min: -largestFen, max: largestFen })
    const factor = fc.bigInt({ min: -1000n, max: 1000n })
    fc.assert(
      fc.property(signed, factor, fc.bigInt({ min: 1n, max: 1000n }), (amount, numerator, denominator) => {
        const off = (rounding: 'down' | 'up' | 'half-up') =>
          shareOfFen(amount as Fen, numerator, denominator, rounding) * denominator - amount * numerator
        expect(off('down') <= 0n && off('down') > -denominator).toBe(true)
        expect(off('up') >= 0n && off('up') < denominator).toBe(true)
        expect(2n * off('half-up') <= denominator && -2n * off('half-up') <= denominator).toBe(true)
      }),
    )
  })
})

describe('an amount on the wire', () => {
  test('is an exact number and comes back the same', () => {
    fc.assert(fc.property(anyFen, amount => fromWire(JSON.parse(JSON.stringify(toWire(amount)))) === amount))
  })

  test('is refused where a JSON number has no exact value', () => {
    expect(() => toWire(fen(9_007_199_254_740_993n))).toThrow(RangeError)
    for (const value of [0.5, -0, 2 ** 53, Number.NaN, '100', null, true]) {
      expect(() => fromWire(value)).toThrow('input.invalid')
    }
  })
})

test('fen are whole: a fraction or a minus zero is a bug', () => {
  expect(fen(5)).toBe(5n)
  for (const value of [0.5, -0, Number.NaN, 2 ** 60]) expect(() => fen(value)).toThrow(RangeError)
})

test('sums stay exact', () => {
  expect(sumFen([])).toBe(zeroFen)
  expect(subtractFen(addFen(fen(10), fen(20)), fen(20))).toBe(10n)
})
