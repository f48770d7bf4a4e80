/** A household: its number, its address and who belongs to it on a day. Pure but for the keys of `CryptoProvider`. */

import type { Selectable } from 'kysely'
import type { CryptoProvider } from '#platform/crypto/provider.ts'
import type { Tables } from '#platform/database/rows.gen.ts'

export type HouseholdRow = Selectable<Tables['registry.household']>

export const countyOf = (division: string) => division.slice(0, 6)

/** Village (12) + running number (4): stable when members change; not the number of a case. */
export function householdNumber(division: string, nth: number): string {
  return division + String(nth).padStart(4, '0')
}

const bindOf = (householdId: string) => `registry.household/address_sealed/${householdId}`

export function sealAddress(address: string, householdId: string, crypto: CryptoProvider): Buffer {
  return crypto.seal(address, bindOf(householdId))
}

export function openAddress(
  row: { id: string; address_sealed: Uint8Array | null },
  crypto: CryptoProvider,
): string | null {
  return row.address_sealed ? crypto.open(row.address_sealed, bindOf(row.id)) : null
}

/** Road and village stay, digits of house, unit and room go: `示例路 * 号 * 单元`. */
export function maskAddress(address: string): string {
  return address.replace(/[0-9０-９一二三四五六七八九十]+(?=\s*(?:号|栋|幢|单元|室|户|组|排|[-－#]|$))/gu, '*')
}

/** A person in a household on a day. */
export function isMemberOn(
  { valid_from, valid_to }: { valid_from: string; valid_to: string | null },
  day: string,
): boolean {
  return valid_from <= day && (valid_to === null || valid_to >= day)
}
