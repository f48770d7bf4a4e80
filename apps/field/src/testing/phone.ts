/** For tests: a phone with an empty database of its own, and a vault that opens quickly. */
import 'fake-indexeddb/auto'
import { type FieldDatabase, openDatabase } from '../data/database.ts'
import { SealedStore } from '../data/sealed-store.ts'
import { Outbox } from '../outbox/outbox.ts'
import { makeVault, type OpenVault } from '../vault/vault.ts'

/** Few rounds: the tests are about who can open, not about how long guessing takes. */
export const rounds = 10
export const person = { accountId: 'a1', login: 'village-1', password: 'Old-Password-1' }
export const PIN = '482915'

let phones = 0

export interface Phone {
  readonly db: FieldDatabase
  readonly vault: OpenVault
  readonly store: SealedStore
  readonly outbox: Outbox
}

export async function phone(): Promise<Phone> {
  const db = await openDatabase(`phone ${++phones}`)
  return { db, ...openedWith(db, await makeVault(db, person, PIN, { rounds })) }
}

/** What a page has after the PIN; a second call is a second page, or the same phone after a reload. */
export function openedWith(db: FieldDatabase, vault: OpenVault): Omit<Phone, 'db'> {
  const store = new SealedStore(db, vault)
  return { vault, store, outbox: new Outbox(db, vault, store) }
}

/** Everything that stands in the database, as a thief would read it. */
export async function dump(db: FieldDatabase): Promise<string> {
  const rows = [...(await db.getAll('vaults')), ...(await db.getAll('sealed')), ...(await db.getAll('outbox'))]
  const keys = await db.getAllKeys('sealed')
  return JSON.stringify([rows, keys], (_, value: unknown) => {
    if (value instanceof ArrayBuffer) return new TextDecoder().decode(value)
    return value instanceof Uint8Array ? new TextDecoder().decode(value) : value
  })
}
