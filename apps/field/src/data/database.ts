/**
 * The phone's own database. `vaults`: one for each person who signed in here, with wrapped keys. `sealed`: everything
 * about families, unreadable without a key. `outbox`: what still has to reach the server. `leases`: whose turn it is.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Sealed } from '../crypto/seal.ts'
import type { OutboxRow } from '../outbox/outbox-row.ts'
import type { VaultRow } from '../vault/vault.ts'

interface FieldSchema extends DBSchema {
  vaults: { key: string; value: VaultRow }
  sealed: { key: string; value: Sealed }
  outbox: { key: string; value: OutboxRow; indexes: { account: string } }
  leases: { key: string; value: { holder: string; until: number } }
}

export type FieldDatabase = IDBPDatabase<FieldSchema>

export function openDatabase(name = 'doudi-field'): Promise<FieldDatabase> {
  return openDB<FieldSchema>(name, 1, {
    upgrade(db) {
      db.createObjectStore('vaults', { keyPath: 'accountId' })
      db.createObjectStore('sealed')
      db.createObjectStore('outbox', { keyPath: 'id' }).createIndex('account', 'accountId')
      db.createObjectStore('leases')
    },
  })
}
