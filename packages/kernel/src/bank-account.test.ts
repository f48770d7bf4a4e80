import { describe, expect, test } from 'vitest'
import { accountTail, type BankAccountKind, maskBankAccount, parseBankAccount, passesLuhn } from './bank-account.ts'
import { attempt } from './refuse.ts'

describe('a bank account', () => {
  test.each([
    ['6228480000000000018', 'card', '6228480000000000018'],
    ['6228 4800 0000 0000 018', 'card', '6228480000000000018'],
    ['６２２８４８０００００００００００１８', 'card', '6228480000000000018'],
  ] as const)('%j is kept without its spaces', (text, kind, account) => {
    expect(parseBankAccount(text, kind)).toBe(account)
  })

  test.each<[unknown, BankAccountKind, string]>([
    ['6228480000000000019', 'card', 'account.check-digit'],
    [6_217_000_012_345_679_000, 'card', 'account.not-text'],
    ['6.217E+18', 'card', 'account.digits-lost'],
    ['6.217e18', 'passbook', 'account.digits-lost'],
    ['622848', 'card', 'account.length'],
    ['1234567', 'passbook', 'account.length'],
    ['62284800000000000l8', 'card', 'account.characters'],
    [' ', 'card', 'account.empty'],
  ])('%j as a %s is refused', (text, kind, code) => {
    const read = attempt(() => parseBankAccount(text, kind))
    expect(read.ok ? read.value : read.issue.code).toBe(code)
  })

  test('of a passbook has no check digit', () => {
    expect(parseBankAccount('00123-4567-890', 'passbook')).toBe('001234567890')
  })

  test('is shown by its last four digits', () => {
    const card = parseBankAccount('6228480000000000018', 'card')
    expect(maskBankAccount(card)).toBe('**** 0018')
    expect(accountTail(card)).toBe('0018')
  })

  test('notices any single wrong digit of a card', () => {
    const card = '6228480000000000018'
    for (let at = 0; at < card.length; at++) {
      for (const digit of '0123456789') {
        if (digit !== card[at]) expect(passesLuhn(card.slice(0, at) + digit + card.slice(at + 1))).toBe(false)
      }
    }
  })
})
