import { describe, expect, test } from 'vitest'
import { isMobile, maskPhone, parsePhone, phoneTail } from './phone.ts'
import { attempt } from './refuse.ts'

describe('a telephone number', () => {
  test.each([
    ['13800005678', '13800005678'],
    ['+86 138 0000 5678', '13800005678'],
    ['0086-138-0000-5678', '13800005678'],
    ['１３８００００５６７８', '13800005678'],
    ['\u202d13800005678\u202c', '13800005678'],
    ['0531-66601234', '0531-66601234'],
    ['(0531) 6660 1234', '0531-66601234'],
    ['+86 531 66601234', '0531-66601234'],
    ['0519 8660123', '0519-8660123'],
    ['010 12345678', '010-12345678'],
    ['+86 10 12345678', '010-12345678'],
    ['02112345678', '021-12345678'],
  ])('%j is kept as %s', (text, phone) => {
    expect(parsePhone(text)).toBe(phone)
  })

  test.each([
    ['1380000567', 'phone.mobile-length'],
    ['138000056789', 'phone.mobile-length'],
    ['12012345678', 'phone.unknown-range'],
    ['66601234', 'phone.area-code'],
    ['0531-123', 'phone.landline-length'],
    ['010-1234567', 'phone.landline-length'],
    ['没有电话', 'phone.unreadable'],
    ['+1 212 555 0100', 'phone.unreadable'],
    ['', 'phone.empty'],
    [13_800_005_678, 'phone.unreadable'],
  ])('%j is refused', (text, code) => {
    const read = attempt(() => parsePhone(text))
    expect(read.ok ? read.value : read.issue.code).toBe(code)
  })

  test('is shown without its middle', () => {
    expect(maskPhone(parsePhone('13800005678'))).toBe('138****5678')
    expect(maskPhone(parsePhone('0531-66601234'))).toBe('0531-****1234')
    expect(phoneTail(parsePhone('13800005678'))).toBe('5678')
  })

  test('receives messages only when it is a mobile', () => {
    expect(isMobile(parsePhone('13800005678'))).toBe(true)
    expect(isMobile(parsePhone('0531-66601234'))).toBe(false)
  })
})
