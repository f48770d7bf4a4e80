/**
 * The outbox on this phone. What is put in stays until the server has answered for it, through reloads, a dead battery,
 * the end of a session and the wiping of everything else.
 */

import { newId, now, nowMs } from '../clock.ts'
import { openJson, sealJson } from '../crypto/seal.ts'
import type { FieldDatabase } from '../data/database.ts'
import type { SealedStore } from '../data/sealed-store.ts'
import type { OpenVault } from '../vault/vault.ts'
import { type LocalPhoto, photoName } from '../visit/local-photo.ts'
import { canBeSent, isDone, type OutboxContent, type OutboxRow } from './outbox-row.ts'

/** A delivered row stays in sight for as long as a week's work is talked about. */
const KEPT_MS = 7 * 24 * 3_600_000

export interface OutboxItem {
  readonly row: OutboxRow
  readonly content: OutboxContent
}

interface ToAdd {
  readonly content: OutboxContent
  readonly photos?: readonly LocalPhoto[]
  readonly id?: string
}

export class Outbox {
  readonly #db: FieldDatabase
  readonly #vault: OpenVault
  readonly #store: SealedStore

  constructor(db: FieldDatabase, vault: OpenVault, store: SealedStore) {
    this.#db = db
    this.#vault = vault
    this.#store = store
  }

  #placeOf(id: string): string {
    return `${this.#vault.accountId}/outbox/${id}`
  }

  async add({ content, photos = [], id = idOf(content) }: ToAdd): Promise<OutboxRow> {
    const row: OutboxRow = {
      ...{ id, accountId: this.#vault.accountId, kind: kindOf(content), about: aboutOf(content) },
      ...{ capturedAt: now(), state: 'waiting', attempted: false },
      uploads: photos.map(photo => ({ photo, key: newId() })),
      sealed: await sealJson(this.#vault.work.key, this.#placeOf(id), content),
    }
    await this.#db.put('outbox', row)
    return row
  }

  async rows(): Promise<OutboxRow[]> {
    const rows = await this.#db.getAllFromIndex('outbox', 'account', this.#vault.accountId)
    return rows.sort((a, b) => (a.capturedAt + a.id < b.capturedAt + b.id ? -1 : 1))
  }

  row(id: string): Promise<OutboxRow | undefined> {
    return this.#db.get('outbox', id)
  }

  async put(row: OutboxRow): Promise<void> {
    await this.#db.put('outbox', row)
  }

  contentOf(row: OutboxRow): Promise<OutboxContent> {
    return openJson<OutboxContent>(this.#vault.work.key, this.#placeOf(row.id), row.sealed)
  }

  async items(): Promise<OutboxItem[]> {
    const rows = await this.rows()
    return Promise.all(rows.map(async row => ({ row, content: await this.contentOf(row) })))
  }

  /** Takes back what was never sent, to go on writing. False when it may have arrived already. */
  async takeBack(id: string): Promise<boolean> {
    const tx = this.#db.transaction('outbox', 'readwrite')
    const row = await tx.store.get(id)
    const untouched = row !== undefined && !row.attempted
    if (untouched) await tx.store.delete(id)
    await tx.done
    return untouched
  }

  /** Takes out what came back and is written anew, or what the person lets go after reading why. */
  async remove(id: string): Promise<void> {
    await this.#db.delete('outbox', id)
  }

  /** A refused row is sent once more as it is. */
  async again(id: string): Promise<void> {
    const row = await this.row(id)
    if (row?.state === 'refused') await this.put({ ...row, state: 'waiting' })
  }

  /** Bytes the server has are not kept on a phone; delivered rows go after a week. */
  async tidy(): Promise<void> {
    for (const row of await this.rows()) {
      if (canBeSent(row) || row.state === 'refused') continue
      for (const { photo } of row.uploads) await this.#store.delete(photoName(photo.id))
      const old = nowMs() - Date.parse(row.answeredAt ?? row.capturedAt) > KEPT_MS
      if (isDone(row) && old) await this.remove(row.id)
    }
  }
}

const idOf = (content: OutboxContent): string => (content.kind === 'entry' ? content.entry.id : newId())

function kindOf(content: OutboxContent): OutboxRow['kind'] {
  return content.kind === 'entry' ? content.entry.kind : content.kind
}

function aboutOf(content: OutboxContent): string | null {
  if (content.kind === 'decision') return content.decision.visitId
  if (content.kind === 'paper') return content.place.householdId
  return content.entry.kind === 'visit.record' ? content.entry.visitId : null
}
