/** What somebody typed into the search box, read as one of the ways in which people are found. Pure. */
import {
  attempt,
  type CalendarDate,
  type IdentityNumber,
  invalid,
  issueAt,
  type PhoneNumber,
  parseIdentityNumber,
  parsePhone,
  toHalfWidth,
  upgrade15,
} from '@doudi/kernel'
import { searchKey } from '@doudi/kernel/search-keys'

export type SearchQuery =
  | { readonly by: 'everything' }
  | { readonly by: 'nothing' }
  | { readonly by: 'name'; readonly key: string }
  /** `lwg`; also the beginning of a name in Latin letters. */
  | { readonly by: 'initials'; readonly letters: string }
  | { readonly by: 'identity'; readonly number: IdentityNumber }
  /** Four characters that end an identity number or a telephone number. */
  | { readonly by: 'tail'; readonly tail: string }
  | { readonly by: 'phone'; readonly phone: PhoneNumber }

export function readQuery(text: string | undefined, today: CalendarDate): SearchQuery {
  const plain = toHalfWidth(text ?? '').trim()
  if (plain === '') return { by: 'everything' }
  const compact = plain.replace(/[\s-]/g, '')
  if (/^\d{3}[\dXx]$/.test(compact)) return { by: 'tail', tail: compact.toUpperCase() }
  if (/^\d{17}[\dXx]$/.test(compact)) return { by: 'identity', number: readIdentity(compact, today) }
  if (/^\d{15}$/.test(compact)) return readOldIdentity(compact)
  if (/^\+?\d{7,14}$/.test(compact)) return readPhone(plain)
  if (/^[A-Za-z]{1,20}$/.test(plain)) return { by: 'initials', letters: plain.toLowerCase() }
  const key = searchKey(plain)
  return key === '' ? { by: 'nothing' } : { by: 'name', key }
}

/** A mistyped number finds nobody; saying which part is wrong saves a telephone call. */
function readIdentity(text: string, today: CalendarDate): IdentityNumber {
  const read = attempt(() => parseIdentityNumber(text, today))
  if (read.ok) return read.value
  throw invalid([issueAt(read.issue, 'query', '/q')])
}

/** Old papers carry 15 digits; they are looked up as the 18 they became. */
function readOldIdentity(text: string): SearchQuery {
  const upgraded = upgrade15(text)
  return upgraded ? { by: 'identity', number: upgraded.number } : { by: 'nothing' }
}

function readPhone(text: string): SearchQuery {
  const read = attempt(() => parsePhone(text))
  return read.ok ? { by: 'phone', phone: read.value } : { by: 'nothing' }
}
