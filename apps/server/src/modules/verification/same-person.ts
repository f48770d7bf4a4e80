/**
 * Whether a department's row is about the person who was asked for: the same identity number and the same name after
 * width, 繁→简, spaces and dots are folded. A namesake, or somebody else's number, is never used, not even in part.
 */
import { toHalfWidth } from '@doudi/kernel'
import { searchKey } from '@doudi/kernel/search-keys'

interface Somebody {
  readonly name: string
  readonly identityNumber: string
}

export function isSamePerson(asked: Somebody, row: Readonly<Record<string, unknown>>): boolean {
  const { name, identityNumber } = row
  if (typeof name !== 'string' || typeof identityNumber !== 'string') return false
  return numberKey(identityNumber) === numberKey(asked.identityNumber) && searchKey(name) === searchKey(asked.name)
}

function numberKey(text: string): string {
  return toHalfWidth(text).replace(/\s/g, '').toUpperCase()
}
