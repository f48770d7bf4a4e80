import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

/** What `jsonb` gives back: no half surrogates, no U+0000, no -0 in text. */
const text = fc.string({ unit: 'binary' }).map(given => given.toWellFormed().replaceAll('\0', ''))
const { value } = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 5 }),
  ),
}))

describe('one text for one value', () => {
  test('the order in which keys were written does not matter', () => {
    const shuffled = fc.dictionary(text, value, { maxKeys: 8 }).chain(object => {
      const keys = Object.keys(object)
      return fc.tuple(fc.constant(object), fc.shuffledSubarray(keys, { minLength: keys.length }))
    })
    fc.assert(
      fc.property(shuffled, ([object, order]) => {
        const other = Object.fromEntries(order.map(key => [key, object[key]]))
        expect(canonicalJson(other)).toBe(canonicalJson(object))
      }),
    )
  })

  test('it reads back as the same value and stays the same text', () => {
    fc.assert(
      fc.property(value, given => {
        const written = canonicalJson(given)
        expect(canonicalJson(JSON.parse(written))).toBe(written)
      }),
    )
  })

  test('different values have different texts', () => {
    const all = [
      {},
      [],
      '',
      'a',
      'A',
      0,
      1,
      '1',
      null,
      false,
      { a: 1 },
      { a: '1' },
      { a: [1] },
      { a: { b: 1 } },
      { 'a.b': 1 },
    ]
    expect(new Set(all.map(canonicalJson)).size).toBe(all.length)
  })

  test('members that are undefined are left out; -0 is 0', () => {
    expect(canonicalJson({ b: -0, a: undefined })).toBe('{"b":0}')
  })

  test.each([
    ['a half surrogate pair', '\ud842'],
    ['U+0000', 'a\0b'],
    ['infinity', Number.POSITIVE_INFINITY],
    ['NaN', Number.NaN],
    ['a bigint', 1n],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['nothing', undefined],
  ])('%s cannot be kept and is a bug of the caller', (_, given) => {
    expect(() => canonicalJson({ given: [given].flat()[0] === undefined ? () => {} : given })).toThrow(TypeError)
  })
})
