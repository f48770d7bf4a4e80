/** No parser may be slowed down by what somebody pastes: 200 000 characters of any kind are refused within 50 ms. */
import { describe, expect, test } from 'vitest'
import { parseBankAccount } from './bank-account.ts'
import { calendarDate, parseDate, parseInstant, parseMonth } from './calendar-date.ts'
import { parseDisabilityCertificate } from './disability-certificate.ts'
import { parseDivision } from './division.ts'
import { cleanText } from './free-text.ts'
import { parseIdentityNumber } from './identity-number.ts'
import { parseYuan } from './money.ts'
import { parsePersonName } from './person-name.ts'
import { parsePhone } from './phone.ts'
import { attempt } from './refuse.ts'
import { parseUnifiedCreditCode } from './unified-credit-code.ts'

const today = calendarDate('2026-07-01')
const parsers: Record<string, (text: string) => unknown> = {
  parseYuan,
  parseDate,
  parseMonth,
  parseInstant,
  parseDivision,
  parsePersonName,
  parsePhone,
  parseUnifiedCreditCode,
  parseBankAccount: text => parseBankAccount(text, 'passbook'),
  parseIdentityNumber: text => parseIdentityNumber(text, today),
  parseDisabilityCertificate: text => parseDisabilityCertificate(text, today),
  cleanText: text => cleanText(text, { max: 2000 }),
}
const pastes: Record<string, string> = {
  digits: '1',
  spaces: ' ',
  'ideographic spaces': '\u3000',
  ideographs: '张',
  'rare ideographs': '\u{2cc5f}',
  dots: '张.',
  commas: '1,111',
  marks: '\u0301',
  'half surrogates': '\ud842',
  'zero-width spaces': '\u200b',
  'line breaks': '\r\n',
}

describe.each(Object.keys(parsers))('%s', name => {
  test.each(Object.keys(pastes))('refuses 200 000 %s at once', kind => {
    const text = pastes[kind]!.repeat(200_000)
    const start = performance.now()
    const read = attempt(() => parsers[name]!(text))
    expect(performance.now() - start).toBeLessThan(50)
    expect(read.ok).toBe(false)
  })
})
