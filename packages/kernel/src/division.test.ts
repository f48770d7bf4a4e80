import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ancestryOf,
  contains,
  countyOf,
  formatDivision,
  isDivision,
  levelOf,
  parentOf,
  parseDivision,
  prefixOf,
} from './division.ts'
import { attempt } from './refuse.ts'

const digits = (count: number) => fc.integer({ min: 0, max: 10 ** count - 1 }).map(n => String(n).padStart(count, '0'))
const anyDivision = fc
  .tuple(fc.integer({ min: 11, max: 82 }), digits(2), digits(2), digits(3), digits(3), fc.constantFrom(2, 4, 6, 9, 12))
  .map(([province, city, county, town, village, end]) =>
    parseDivision(`${province}${city}${county}${town}${village}`.slice(0, end).padEnd(12, '0')),
  )

describe('a division code', () => {
  test.each([
    ['370102', '370102000000'],
    ['370102001', '370102001000'],
    ['370102 001 001', '370102001001'],
    ['３７０１０２', '370102000000'],
  ])('%j is read as %s', (text, code) => {
    expect(parseDivision(text)).toBe(code)
  })

  test.each([['37'], ['3701'], ['3701020'], ['000000000000'], ['37010A'], [''], ['山东省'], [370_102], [null]])(
    '%j is refused',
    text => {
      const read = attempt(() => parseDivision(text))
      expect(read.ok ? read.value : read.issue.code).toBe('division.unreadable')
    },
  )

  test.each([
    ['370000', 'province', '37', null],
    ['370100', 'city', '3701', '370000000000'],
    ['370102', 'county', '370102', '370100000000'],
    ['370102001', 'town', '370102001', '370102000000'],
    ['370102001001', 'village', '370102001001', '370102001000'],
    ['441900003000', 'town', '441900003', '441900000000'],
  ])('%s is a %s with the reach %s', (text, level, prefix, parent) => {
    const code = parseDivision(text)
    expect(levelOf(code)).toBe(level)
    expect(prefixOf(code)).toBe(prefix)
    expect(parentOf(code)).toBe(parent)
  })

  test('lists what it lies in, from the province down', () => {
    expect(ancestryOf(parseDivision('370102001001'))).toEqual([
      '370000000000',
      '370100000000',
      '370102000000',
      '370102001000',
      '370102001001',
    ])
  })

  test('gives its county in six digits and is shown in groups', () => {
    expect(countyOf(parseDivision('370102001001'))).toBe('370102')
    expect(formatDivision(parseDivision('370102001001'))).toBe('370102 001 001')
    expect(formatDivision(parseDivision('370102'))).toBe('370102')
    expect(isDivision('370102001001')).toBe(true)
    expect(isDivision('370102')).toBe(false)
  })
})

describe('the reach of an officer', () => {
  test('covers everything inside and nothing beside', () => {
    const county = parseDivision('370102')
    expect(contains(county, parseDivision('370102001001'))).toBe(true)
    expect(contains(county, county)).toBe(true)
    expect(contains(county, parseDivision('370103001001'))).toBe(false)
    expect(contains(county, parseDivision('370100'))).toBe(false)
  })

  test('contains whatever names it among its ancestors, and only that', () => {
    fc.assert(
      fc.property(anyDivision, anyDivision, (a, b) => {
        for (const above of ancestryOf(a)) expect(contains(above, a)).toBe(true)
        expect(contains(a, b)).toBe(ancestryOf(b).includes(a))
      }),
    )
  })
})
