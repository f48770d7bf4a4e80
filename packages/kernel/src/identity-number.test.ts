import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate as on } from './calendar-date.ts'
import {
  birthOf,
  checkDigit,
  documentOf,
  identityNumber,
  maskIdentityNumber,
  parseIdentityNumber,
  regionOf,
  revealIdentityNumber,
  sameIdentityNumber,
  sexOf,
  tailOf,
  upgrade15,
} from './identity-number.ts'
import { attempt } from './refuse.ts'

/** Any UTF-16 unit, half surrogates included. */
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map(unit => String.fromCharCode(unit))
const today = on('2026-07-01')
const outcome = (text: unknown) => {
  const read = attempt(() => parseIdentityNumber(text, today))
  return read.ok ? revealIdentityNumber(read.value) : read.issue.code
}
const detailsOf = (text: unknown) => {
  const read = attempt(() => parseIdentityNumber(text, today))
  return read.ok ? undefined : read.issue.details
}

describe('an identity number somebody typed', () => {
  test.each([
    ['H22', '11010519491231002X', '11010519491231002X'],
    ['H23 lower case', '11010519491231002x', '11010519491231002X'],
    ['H23 full width', '１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
    ['H23 Roman ten', '11010519491231002\u2169', '11010519491231002X'],
    ['H23 small Roman ten', '11010519491231002\u2179', '11010519491231002X'],
    ['H23 spaces', ' 110105 19491231 002X\u3000', '11010519491231002X'],
    ['H23 hyphens', '110105-19491231-002X', '11010519491231002X'],
    ['pasted with a zero-width space', '110105\u200b19491231002X', '11010519491231002X'],
    ['H26 leap day 1948', '37030319480229001X', '37030319480229001X'],
    ['H26 leap day 1960', '370304196002290017', '370304196002290017'],
    ['H30 Hong Kong residence permit', '810000199001010019', '810000199001010019'],
    ['H30 Macao residence permit', '820000199001010010', '820000199001010010'],
    ['H30 Taiwan residence permit', '830000199001010012', '830000199001010012'],
    ['H30 permanent resident card', '937840198501010019', '937840198501010019'],
  ])('%s: %j is accepted', (_, text, number) => {
    expect(outcome(text)).toBe(number)
  })

  test.each([
    ['H22 last digit', '110105194912310021', 'identity.check-digit'],
    ['H23 Cyrillic', '11010519491231002\u0425', 'identity.characters'],
    ['H23 letter O', '11O10519491231002X', 'identity.characters'],
    ['X inside', '1101051949123100X2', 'identity.characters'],
    ['H24 15 digits', '110105491231002', 'identity.fifteen-digits'],
    ['H25 29 February 1950', '370303195002290016', 'identity.birth-date'],
    ['H27 30 February', '370303199902300011', 'identity.birth-date'],
    ['H27 month 13', '370303203013011235', 'identity.birth-date'],
    ['bad date, and check', '11010519490231002X', 'identity.birth-date'],
    ['H28 future', '370304209912310013', 'identity.future'],
    ['H28 too old', '370304187001010015', 'identity.too-old'],
    ['H29 unknown region', '00000019500101001X', 'identity.region'],
    ['17 characters', '1101051949123100X', 'identity.length'],
    ['19 characters', '11010519491231002X1', 'identity.length'],
    ['empty', ' \u3000', 'identity.empty'],
    ['a name', '张三', 'identity.length'],
    ['a JSON number', 370_199_196_203_040_100, 'identity.length'],
    ['null', null, 'identity.length'],
  ])('%s is refused with the part that is wrong', (_, text, code) => {
    expect(outcome(text)).toBe(code)
  })

  test('a county that was dissolved is still somebody’s county', () => {
    const seventeen = '37120219620304011'
    expect(outcome(seventeen + checkDigit(seventeen))).toBe(seventeen + checkDigit(seventeen))
  })

  test('the refusal says where and what was meant, and never repeats the number', () => {
    expect(detailsOf('11O10519491231002X')).toEqual({ position: 3, meant: '0' })
    expect(detailsOf('11010519491231002\u0425')).toEqual({ position: 18, meant: 'X' })
    expect(detailsOf('1101051949123100?X')).toEqual({ position: 17 })
    for (const text of ['110105194912310021', '370303195002290016', '00000019500101001X']) {
      expect(JSON.stringify(attempt(() => parseIdentityNumber(text, today)))).not.toContain(text)
    }
  })

  test('130 years is old and 131 is refused', () => {
    const bornOn = (birth: string) => `370199${birth}001${checkDigit(`370199${birth}001`)}`
    expect(outcome(bornOn('18960701'))).toBe(bornOn('18960701'))
    expect(outcome(bornOn('18950702'))).toBe(bornOn('18950702'))
    expect(outcome(bornOn('18950701'))).toBe('identity.too-old')
    expect(outcome(bornOn('20260701'))).toBe(bornOn('20260701'))
    expect(outcome(bornOn('20260702'))).toBe('identity.future')
  })

  test('any single wrong digit is noticed', () => {
    const good = '370199196203040116'
    for (let at = 0; at < 18; at++) {
      for (const digit of '0123456789') {
        if (digit === good[at]) continue
        expect(outcome(good.slice(0, at) + digit + good.slice(at + 1))).toMatch(/^identity\./)
      }
    }
  })

  test('any text at all is accepted or refused with a code', () => {
    fc.assert(fc.property(fc.string({ unit: anyUnit, maxLength: 40 }), text => outcome(text).startsWith('identity.')))
  })
})

describe('a synthetic number', () => {
  test.each([
    ['370199196203040116', 'male', '1962-03-04'],
    ['370199196405180221', 'female', '1964-05-18'],
    ['320499197908120310', 'male', '1979-08-12'],
    ['320499198102060421', 'female', '1981-02-06'],
    ['320499200909150532', 'male', '2009-09-15'],
    ['370399195001010118', 'male', '1950-01-01'],
    ['370399200403100240', 'female', '2004-03-10'],
    ['370399200311200375', 'male', '2003-11-20'],
    ['150199197006200153', 'male', '1970-06-20'],
    ['340199195807070287', 'female', '1958-07-07'],
    ['32049919950412017X', 'male', '1995-04-12'],
    ['370199201107120136', 'male', '2011-07-12'],
    ['370199195302260283', 'female', '1953-02-26'],
    ['340199201205050164', 'female', '2012-05-05'],
    ['150199197309110462', 'female', '1973-09-11'],
  ])('%s belongs to a %s born on %s', (text, sex, birth) => {
    const number = parseIdentityNumber(text, today)
    expect(sexOf(number)).toBe(sex)
    expect(birthOf(number)).toBe(birth)
    expect(regionOf(number)).toBe(text.slice(0, 6))
  })
})

describe('a number once inside', () => {
  const number = parseIdentityNumber('370199196203040116', today)

  test('shows itself masked wherever it is written', () => {
    expect(String(number)).toBe('3701**********0116')
    expect(`${number}`).toBe('3701**********0116')
    expect(JSON.stringify({ number })).toBe('{"number":"3701**********0116"}')
    expect(JSON.stringify(structuredClone({ ...number }))).not.toContain('19620304')
    expect(Object.entries(number)).toEqual([])
    expect(maskIdentityNumber(number)).toBe('3701**********0116')
    expect(maskIdentityNumber('370199196203040116')).toBe('3701**********0116')
    expect(maskIdentityNumber('12345')).toBe('*****')
    expect(tailOf(number)).toBe('0116')
  })

  test('is given in clear only where somebody asks by name', () => {
    expect(revealIdentityNumber(number)).toBe('370199196203040116')
    expect(revealIdentityNumber(identityNumber('370199196203040116'))).toBe('370199196203040116')
    expect(() => identityNumber('370199 19620304 0116')).toThrow(RangeError)
  })

  test('is compared by what it is, not by what it shows', () => {
    expect(sameIdentityNumber(number, identityNumber('370199196203040116'))).toBe(true)
    expect(sameIdentityNumber(number, identityNumber('370199196405180221'))).toBe(false)
  })

  test('tells which card carries it', () => {
    expect(documentOf(number)).toBe('resident')
    expect(documentOf(identityNumber('830000199001010012'))).toBe('hong-kong-macao-taiwan')
    expect(documentOf(identityNumber('937840198501010019'))).toBe('foreign-permanent-resident')
  })
})

describe('a 15-digit number of old papers', () => {
  test('is shown converted', () => {
    const old = upgrade15('110105491231002')!
    expect(revealIdentityNumber(old.number)).toBe('11010519491231002X')
    expect(old.mayBe18xx).toBe(false)
  })

  test('is marked where the holder may be born before 1900', () => {
    expect(upgrade15('110105981231996')?.mayBe18xx).toBe(true)
  })

  test('with an impossible date, or anything else, is nothing', () => {
    expect(upgrade15('110105490230002')).toBeNull()
    expect(upgrade15('11010519491231002X')).toBeNull()
  })
})

test('the check digit needs 17 digits', () => {
  expect(() => checkDigit('123')).toThrow(RangeError)
})
