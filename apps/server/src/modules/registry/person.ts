/**
 * A person as registered: what is sealed, under which keys they are found, and what of them is shown without asking.
 * Pure but for the keys of `CryptoProvider`.
 */
import {
  ageOn,
  birthOf,
  type CalendarDate,
  type IdentityNumber,
  identityNumber,
  maskIdentityNumber,
  maskPhone,
  type PhoneNumber,
  parseIdentityNumber,
  parsePersonName,
  parsePhone,
  phoneTail,
  revealIdentityNumber,
  sexOf,
} from '@doudi/kernel'
import { pinyinInitials, searchKey } from '@doudi/kernel/search-keys'
import type { Selectable } from 'kysely'
import type { CryptoProvider } from '#platform/crypto/provider.ts'
import type { Tables } from '#platform/database/rows.gen.ts'
import { problems } from './problems.ts'

export type Sex = 'male' | 'female'

/** A person as an intake brings them. Texts may be raw; they are read here and refused with their code. */
export interface NewPerson {
  readonly name: string
  /** `identity-card`, `household-booklet`, `birth-certificate`, `passport`, …, `none-yet`. */
  readonly documentKind?: string | undefined
  readonly identityNumber?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly bornOn?: string | null | undefined
  readonly sex?: Sex | null | undefined
}

export type PersonRow = Selectable<Tables['registry.person']>

/** What may be shown to whoever may see the person at all. */
export interface MaskedPerson {
  readonly personId: string
  readonly name: string
  readonly sex: Sex | null
  readonly bornOn: string | null
  readonly age: number | null
  readonly identityMasked: string | null
  readonly phoneMasked: string | null
}

export const identityIndexOf = (number: IdentityNumber, crypto: CryptoProvider) =>
  crypto.index(revealIdentityNumber(number), 'identity')

export const tailIndexOf = (tail: string, kind: 'identity-tail' | 'phone-tail', crypto: CryptoProvider) =>
  crypto.index(tail, kind)

export const phoneIndexOf = (phone: PhoneNumber, crypto: CryptoProvider) => crypto.index(phone, 'phone')

const bindOf = (column: 'identity_sealed' | 'phone_sealed', personId: string) => `registry.person/${column}/${personId}`

/** Name, keys and sealed values for one row. */
export function personColumns(person: NewPerson, personId: string, today: CalendarDate, crypto: CryptoProvider) {
  const name = parsePersonName(person.name)
  const number = person.identityNumber ? parseIdentityNumber(person.identityNumber, today) : null
  const documentKind = person.documentKind ?? (number ? 'identity-card' : 'none-yet')
  return {
    ...{ name, name_key: searchKey(name), pinyin_initials: pinyinInitials(name), document_kind: documentKind },
    ...birthAndSex(person, number),
    ...identityColumns(number, personId, crypto),
    ...phoneColumns(person.phone ? parsePhone(person.phone) : null, personId, crypto),
  }
}

function identityColumns(number: IdentityNumber | null, personId: string, crypto: CryptoProvider) {
  if (!number) return { identity_sealed: null, identity_index: null, identity_tail_index: null }
  const clear = revealIdentityNumber(number)
  return {
    identity_sealed: crypto.seal(clear, bindOf('identity_sealed', personId)),
    identity_index: identityIndexOf(number, crypto),
    identity_tail_index: tailIndexOf(clear.slice(-4), 'identity-tail', crypto),
  }
}

export function phoneColumns(phone: PhoneNumber | null, personId: string, crypto: CryptoProvider) {
  if (!phone) return { phone_sealed: null, phone_index: null, phone_tail_index: null }
  return {
    phone_sealed: crypto.seal(phone, bindOf('phone_sealed', personId)),
    phone_index: phoneIndexOf(phone, crypto),
    phone_tail_index: tailIndexOf(phoneTail(phone), 'phone-tail', crypto),
  }
}

/** The number says both; somebody who says otherwise has one of the two wrong. */
function birthAndSex(person: NewPerson, number: IdentityNumber | null) {
  const bornOn = person.bornOn ?? null
  const sex = person.sex ?? null
  if (!number) return { born_on: bornOn, sex }
  if (bornOn && bornOn !== birthOf(number)) throw problems.of('registry.identity-contradicts', { field: 'bornOn' })
  if (sex && sex !== sexOf(number)) throw problems.of('registry.identity-contradicts', { field: 'sex' })
  return { born_on: birthOf(number), sex: sexOf(number) }
}

/** In clear, for an audited use; `null` when none is registered. */
export function openIdentity(
  row: Pick<PersonRow, 'id' | 'identity_sealed'>,
  crypto: CryptoProvider,
): IdentityNumber | null {
  return row.identity_sealed
    ? identityNumber(crypto.open(row.identity_sealed, bindOf('identity_sealed', row.id)))
    : null
}

export function openPhone(row: Pick<PersonRow, 'id' | 'phone_sealed'>, crypto: CryptoProvider): PhoneNumber | null {
  return row.phone_sealed ? (crypto.open(row.phone_sealed, bindOf('phone_sealed', row.id)) as PhoneNumber) : null
}

export type ShownColumns = Pick<PersonRow, 'id' | 'name' | 'sex' | 'born_on' | 'identity_sealed' | 'phone_sealed'>

export function masked(row: ShownColumns, today: CalendarDate, crypto: CryptoProvider): MaskedPerson {
  const identity = openIdentity(row, crypto)
  const phone = openPhone(row, crypto)
  return {
    personId: row.id,
    name: row.name,
    sex: row.sex,
    bornOn: row.born_on,
    age: row.born_on ? ageOn(row.born_on as CalendarDate, today) : null,
    identityMasked: identity ? maskIdentityNumber(identity) : null,
    phoneMasked: phone ? maskPhone(phone) : null,
  }
}
