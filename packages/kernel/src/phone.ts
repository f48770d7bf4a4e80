/**
 * Telephone numbers of the mainland: mobiles as 11 digits, landlines as `0531-66601234` with the area code. How the
 * house calls and texts people; one number may serve thirty households and identifies nobody.
 */
import { toHalfWidth } from './half-width.ts'
import { refuse } from './refuse.ts'

export type PhoneNumber = string & { readonly __kind: 'phone' }

/** Reads a mobile or landline, with or without +86, 0086, spaces, hyphens and brackets. */
export function parsePhone(text: unknown): PhoneNumber {
  if (typeof text !== 'string' || text.length > 40) throw refuse('phone.unreadable')
  const bare = toHalfWidth(text).replace(/[\s\-\u2010-\u2015().\u200b-\u200f\u202a-\u202e\ufeff]/g, '')
  if (bare === '') throw refuse('phone.empty')
  const abroad = /^(?:\+|00)86/.test(bare)
  const digits = bare.replace(/^(?:\+|00)86/, '')
  if (!/^\d+$/.test(digits)) throw refuse('phone.unreadable')
  return digits.startsWith('1') && !abroad ? mobile(digits) : landlineOrMobile(digits, abroad)
}

function mobile(digits: string): PhoneNumber {
  if (digits.length !== 11) throw refuse('phone.mobile-length', { expected: 11, length: digits.length })
  if (!/^1[3-9]/.test(digits)) throw refuse('phone.unknown-range')
  return digits as PhoneNumber
}

/** Abroad, the 0 of an area code is left out: +86 531 66601234; 10 is Beijing only when 8 digits follow. */
function landlineOrMobile(digits: string, abroad: boolean): PhoneNumber {
  if (abroad && digits.startsWith('1') && !/^10\d{8}$/.test(digits)) return mobile(digits)
  const local = abroad && !digits.startsWith('0') ? `0${digits}` : digits
  if (!local.startsWith('0')) throw refuse(/^\d{7,8}$/.test(local) ? 'phone.area-code' : 'phone.unreadable')
  const match = /^(010|02\d)(\d{8})$/.exec(local) ?? /^(0[3-9]\d{2})(\d{7,8})$/.exec(local)
  if (!match) throw refuse('phone.landline-length')
  return `${match[1]}-${match[2]}` as PhoneNumber
}

/** Only mobiles receive text messages. */
export function isMobile(phone: PhoneNumber): boolean {
  return phone.startsWith('1')
}

/** `138****5678`, `0531-****1234`. */
export function maskPhone(phone: PhoneNumber): string {
  return isMobile(phone)
    ? `${phone.slice(0, 3)}****${phone.slice(-4)}`
    : `${phone.split('-')[0]}-****${phone.slice(-4)}`
}

/** The last four digits, as a person checks them on the telephone. */
export function phoneTail(phone: PhoneNumber): string {
  return phone.slice(-4)
}
