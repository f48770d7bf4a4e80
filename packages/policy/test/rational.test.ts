/** Exact numbers obey the laws of arithmetic, and rounding is what a policy says it is. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  add,
  compare,
  divide,
  fraction,
  modulo,
  multiply,
  negate,
  parseRational,
  type Rational,
  subtract,
  toText,
  zero,
} from '../src/rational/rational.ts'
import { round } from '../src/rational/rounding.ts'

const whole = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
const rational = fc.tuple(whole, fc.bigInt({ min: 1n, max: 10n ** 6n })).map(([n, d]): Rational => fraction(n, d))

describe('exact numbers', () => {
  test('add and multiply in any order', () => {
    fc.assert(
      fc.property(rational, rational, rational, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a))
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)))
        expect(multiply(multiply(a, b), c)).toEqual(multiply(a, multiply(b, c)))
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)))
      }),
    )
  })

  test('come back from subtraction and division', () => {
    fc.assert(
      fc.property(rational, rational, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a)
        if (b.n !== 0n) expect(multiply(divide(a, b), b)).toEqual(a)
        expect(add(a, negate(a))).toEqual(zero)
      }),
    )
  })

  test('come back from their text', () => {
    fc.assert(
      fc.property(rational, a => {
        expect(parseRational(toText(a))).toEqual(a)
      }),
    )
  })

  test('keep their order under addition', () => {
    fc.assert(
      fc.property(rational, rational, rational, (a, b, c) => {
        expect(compare(add(a, c), add(b, c))).toBe(compare(a, b))
      }),
    )
  })

  test('round to a neighbour, never further', () => {
    const modes = ['up', 'down', 'half up', 'half down', 'half even', 'ceiling', 'floor'] as const
    fc.assert(
      fc.property(rational, fc.integer({ min: 0, max: 4 }), fc.constantFrom(...modes), (a, digits, mode) => {
        const difference = subtract(round(a, digits, mode), a)
        const step = fraction(1n, 10n ** BigInt(digits))
        expect(compare(difference, step)).toBeLessThan(0)
        expect(compare(negate(difference), step)).toBeLessThan(0)
      }),
    )
  })

  test('halves go where the mode sends them', () => {
    const of = (text: string) => parseRational(text)!
    const all = (text: string) =>
      (['up', 'down', 'half up', 'half down', 'half even', 'ceiling', 'floor'] as const).map(mode =>
        toText(round(of(text), 0, mode)),
      )
    expect(all('2.5')).toEqual(['3', '2', '3', '2', '2', '3', '2'])
    expect(all('-2.5')).toEqual(['-3', '-2', '-3', '-2', '-2', '-2', '-3'])
    expect(all('5')).toEqual(['5', '5', '5', '5', '5', '5', '5'])
  })

  test('take the divisor’s sign in modulo', () => {
    const of = (text: string) => parseRational(text)!
    expect(toText(modulo(of('-12'), of('5')))).toBe('3')
    expect(toText(modulo(of('10.1'), of('4.5')))).toBe('11/10')
  })

  for (const text of ['1e3', 'Infinity', 'NaN', '', ' 1', '1.', '.5', '0x10', '1/0', '１'])
    test(`are not read from ${JSON.stringify(text)}`, () => expect(parseRational(text)).toBeNull())
})
