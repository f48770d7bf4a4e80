/** Laws that hold for every value: the calendar, text that is read back, functions with 34 digits, and the other interpreter. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, fraction, multiply, type Rational } from '../../src/rational/rational.ts'
import { dateAt, dateOf, dayNumber, plusMonths, weekday, weekOfYear } from '../../src/untyped/calendar.ts'
import { exponential, logarithm, power, squareRoot } from '../../src/untyped/decimal.ts'
import { readDateTime, readDuration } from '../../src/untyped/moment.ts'
import { show } from '../../src/untyped/show.ts'
import { numberText, readNumber } from '../../src/untyped/value.ts'
import { answerOf } from '../trial.ts'
import { ask } from './ask.ts'

const day = fc.integer({ min: -2_000_000, max: 2_000_000 })
const plain = (number: number) => Temporal.PlainDate.from('1970-01-01').add({ days: number })

describe('the calendar', () => {
  test('agrees with Temporal where Temporal goes', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5_000, max: 5_000 }), (number, months) => {
        const [ours, theirs] = [dateAt(number)!, plain(number)]
        expect(ours).toMatchObject({ year: theirs.year, month: theirs.month, day: theirs.day })
        expect(weekday(ours)).toBe(theirs.dayOfWeek)
        expect(weekOfYear(ours)).toBe(theirs.weekOfYear)
        const later = theirs.add({ months })
        expect(plusMonths(ours, BigInt(months))).toEqual(dateOf(later.year, later.month, later.day))
      }),
    )
  })

  test('counts days beyond it too', () => {
    const years = fc.integer({ min: -999_999_998, max: 999_999_998 })
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (year, month, date) => {
        const made = dateOf(year, month, date)!
        expect(dateAt(dayNumber(made))).toEqual(made)
      }),
    )
  })
})

describe('text', () => {
  test('of a duration is read back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), amount => {
        for (const value of [
          { kind: 'days and time duration', nanos: amount },
          { kind: 'years and months duration', months: amount },
        ] as const)
          if (amount !== 0n) expect(readDuration(show(value))).toEqual(value)
      }),
    )
  })

  test('of a moment is read back', () => {
    fc.assert(
      fc.property(
        day,
        fc.bigInt({ min: 0n, max: 86_399_999_999_999n }),
        fc.integer({ min: -64_800, max: 64_800 }),
        (number, nanos, seconds) => {
          const zone = { kind: 'offset', seconds } as const
          const value = { kind: 'date and time', date: dateAt(number)!, nanos, zone } as const
          expect(readDateTime(show(value))).toEqual(value)
        },
      ),
    )
  })

  test('of a decimal number is read back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.integer({ min: 0, max: 30 }), (n, places) => {
        const value = fraction(n, 10n ** BigInt(places))
        expect(readNumber(numberText(value))).toMatchObject(value)
      }),
    )
  })
})

describe('functions with 34 digits', () => {
  const positive = fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
    .map(([n, d]) => fraction(n, d))
  const near = (a: Rational, b: Rational) => {
    const difference = Math.abs(Number(((a.n * b.d - b.n * a.d) * 10n ** 40n) / (b.n * a.d))) / 1e40
    expect(difference).toBeLessThan(1e-30)
  }

  test('a root times itself is the number again', () => {
    fc.assert(fc.property(positive, value => near(multiply(squareRoot(value)!, squareRoot(value)!), value)))
  })

  test('the exponential of a logarithm is the number again', () => {
    fc.assert(fc.property(positive, value => near(exponential(logarithm(value)!)!, value)))
  })

  test('exponents add up', () => {
    // The error of a power grows with its exponent: far out, 34 digits no longer give thirty.
    const exponent = fc.tuple(fc.bigInt({ min: -50n, max: 50n }), fc.bigInt({ min: 1n, max: 20n }))
    fc.assert(
      fc.property(positive, exponent, exponent, (base, [n, d], [m, e]) => {
        const [a, b] = [fraction(n, d), fraction(m, e)]
        near(multiply(power(base, a)!, power(base, b)!), power(base, add(a, b))!)
      }),
    )
  })

  test('they agree with known values', () => {
    expect(ask('exp(1)')).toBe('2.718281828459045235360287471352662')
    expect(ask('log(10)')).toBe('2.302585092994045684017991454684364')
    expect(ask('sqrt(2)')).toBe('1.414213562373095048801688724209698')
    expect(ask('exp(-14300)')).toBe('0')
    expect(ask('exp(14300)')).toBe('null')
  })
})

describe('the interpreter of policies', () => {
  const literal = fc
    .tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 99 }))
    .map(([a, b]) => `${a}.${b}`)
  const { formula } = fc.letrec<{ formula: string; condition: string }>(tie => ({
    formula: fc.oneof(
      { maxDepth: 4 },
      literal,
      fc.tuple(tie('formula'), fc.constantFrom('+', '-', '*'), tie('formula')).map(([a, o, b]) => `(${a} ${o} ${b})`),
      fc.tuple(tie('formula'), fc.integer({ min: 1, max: 60 })).map(([a, b]) => `(${a} / ${b})`),
      fc.tuple(tie('condition'), tie('formula'), tie('formula')).map(([c, a, b]) => `(if ${c} then ${a} else ${b})`),
      fc.tuple(tie('formula'), tie('formula')).map(([a, b]) => `max(${a}, ${b})`),
      tie('formula').map(a => `ceiling(${a})`),
      tie('formula').map(a => `round half up(${a}, 1)`),
      tie('formula').map(a => `modulo(${a}, 7)`),
    ),
    condition: fc.oneof(
      { maxDepth: 3 },
      fc
        .tuple(tie('formula'), fc.constantFrom('<', '<=', '=', '!='), tie('formula'))
        .map(([a, o, b]) => `(${a} ${o} ${b})`),
      tie('formula').map(a => `(${a} in [1..500))`),
      fc.tuple(tie('condition'), tie('condition')).map(([a, b]) => `(${a} and ${b})`),
      tie('condition').map(a => `not(${a})`),
    ),
  }))

  test('gives the same number to the last digit', () => {
    fc.assert(
      fc.property(formula, text => {
        fc.pre(text.length < 1_500)
        const ours = answerOf({ formula: text, rule: { unit: '' } })
        const [n, d = '1'] = String(ours).split('/')
        expect(ask(text)).toBe(numberText({ n: BigInt(n!), d: BigInt(d) }))
      }),
      { numRuns: 60 },
    )
  })
})
