import { describe, expect, test } from 'vitest'
import { attempt } from './refuse.ts'
import { creditCheckCharacter, parseUnifiedCreditCode } from './unified-credit-code.ts'

describe('a unified credit code', () => {
  test.each([
    ['91350100M000100Y43', '91350100M000100Y43'],
    ['91350100m000100y43', '91350100M000100Y43'],
    ['９１３５０１００Ｍ０００１００Ｙ４３', '91350100M000100Y43'],
    ['12370199MB0000001L', '12370199MB0000001L'],
    ['52320499MJ0000002W', '52320499MJ0000002W'],
    ['91370399MA0000003X', '91370399MA0000003X'],
  ])('%j is accepted', (text, code) => {
    expect(parseUnifiedCreditCode(text)).toBe(code)
  })

  test.each([
    ['91350100M000100Y44', 'credit-code.check-character'],
    ['91350100I000100Y43', 'credit-code.characters'],
    ['91350100O000100Y43', 'credit-code.characters'],
    ['91350100S000100Y43', 'credit-code.characters'],
    ['91350100V000100Y43', 'credit-code.characters'],
    ['91350100Z000100Y43', 'credit-code.characters'],
    ['91350100M000100Y4', 'credit-code.length'],
    ['', 'credit-code.length'],
    [913_501_000, 'credit-code.length'],
  ])('%j is refused', (text, code) => {
    const read = attempt(() => parseUnifiedCreditCode(text))
    expect(read.ok ? read.value : read.issue.code).toBe(code)
  })

  test('ends with the character its first seventeen give', () => {
    expect(creditCheckCharacter('91350100M000100Y4')).toBe('3')
  })
})
