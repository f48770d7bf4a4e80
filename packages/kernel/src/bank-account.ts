/**
 * Numbers of bank cards and passbooks, always text: a JSON number or a spreadsheet cell has already lost digits. Cards
 * carry a Luhn check digit, passbook accounts (存折) none.
 */
import { toHalfWidth } from './half-width.ts'
import { refuse } from './refuse.ts'

export type BankAccountNumber = string & { readonly __kind: 'bank-account' }
export type BankAccountKind = 'card' | 'passbook'

/** Card numbers: 13–19 digits with a check digit. Passbooks: 8–32 digits. Spaces and hyphens are taken out. */
export function parseBankAccount(text: unknown, kind: BankAccountKind): BankAccountNumber {
  if (typeof text !== 'string') throw refuse('account.not-text')
  if (text.length > 100) throw refuse('account.length')
  const digits = toHalfWidth(text).replace(/[\s\-\u2010-\u2015\u200b-\u200d\ufeff]/g, '')
  if (digits === '') throw refuse('account.empty')
  if (/^\d\.?\d*e\+?\d+$/i.test(digits)) throw refuse('account.digits-lost')
  if (!/^\d+$/.test(digits)) throw refuse('account.characters')
  const [least, most] = kind === 'card' ? [13, 19] : [8, 32]
  if (digits.length < least || digits.length > most)
    throw refuse('account.length', { least, most, length: digits.length })
  if (kind === 'card' && !passesLuhn(digits)) throw refuse('account.check-digit')
  return digits as BankAccountNumber
}

export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]) * (i % 2 === 1 ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return digits !== '' && sum % 10 === 0
}

/** Only the last four: `**** 0018`, whatever the length. */
export function maskBankAccount(account: BankAccountNumber): string {
  return `**** ${accountTail(account)}`
}

export function accountTail(account: BankAccountNumber): string {
  return account.slice(-4)
}
