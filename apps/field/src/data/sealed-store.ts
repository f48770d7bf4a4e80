/** Sealed records of one person. A name begins with what it is: `pack/…` taken along, `draft/…` and `photo/…` written here. */
import { openBytes, openJson, sealBytes, sealJson } from '../crypto/seal.ts'
import type { OpenVault } from '../vault/vault.ts'
import type { FieldDatabase } from './database.ts'

const addressOf = (accountId: string, name: string) => `${accountId}/${name}`

/** All records of a person whose names begin with `prefix`. */
export function keysBelow(accountId: string, prefix: string): IDBKeyRange {
  const from = addressOf(accountId, prefix)
  return IDBKeyRange.bound(from, `${from}\uffff`)
}

export class SealedStore {
  readonly #db: FieldDatabase
  readonly #vault: OpenVault

  constructor(db: FieldDatabase, vault: OpenVault) {
    this.#db = db
    this.#vault = vault
  }

  #keyFor(name: string): CryptoKey {
    return name.startsWith('pack/') ? this.#vault.pack.key : this.#vault.work.key
  }

  #addressOf(name: string): string {
    return addressOf(this.#vault.accountId, name)
  }

  async put(name: string, value: unknown): Promise<void> {
    const address = this.#addressOf(name)
    await this.#db.put('sealed', await sealJson(this.#keyFor(name), address, value), address)
  }

  async get<T>(name: string): Promise<T | undefined> {
    const address = this.#addressOf(name)
    const sealed = await this.#db.get('sealed', address)
    return sealed && openJson<T>(this.#keyFor(name), address, sealed)
  }

  async putBytes(name: string, bytes: Uint8Array): Promise<void> {
    const address = this.#addressOf(name)
    await this.#db.put('sealed', await sealBytes(this.#keyFor(name), address, bytes), address)
  }

  async getBytes(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const address = this.#addressOf(name)
    const sealed = await this.#db.get('sealed', address)
    return sealed && openBytes(this.#keyFor(name), address, sealed)
  }

  async delete(name: string): Promise<void> {
    await this.#db.delete('sealed', this.#addressOf(name))
  }

  /** Names that begin with `prefix`. */
  async names(prefix: string): Promise<string[]> {
    const { accountId } = this.#vault
    const keys = await this.#db.getAllKeys('sealed', keysBelow(accountId, prefix))
    return keys.map(key => key.slice(accountId.length + 1))
  }
}
