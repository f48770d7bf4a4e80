/** What is there once the store is open: the day, the drafts, the outbox, and the round to the server. */
import type { FieldDatabase } from './data/database.ts'
import { createLocal, type Local } from './data/local.ts'
import type { Remote } from './data/remote.ts'
import { SealedStore } from './data/sealed-store.ts'
import type { FieldPack, VisitConflict } from './data/wire.ts'
import { asOneSender } from './outbox/one-sender.ts'
import { Outbox, type OutboxItem } from './outbox/outbox.ts'
import { type Round, synchronise } from './outbox/synchronise.ts'
import { noteSync, type OpenVault, wipe } from './vault/vault.ts'
import { Drafts } from './visit/drafts.ts'

export interface Day {
  readonly pack: FieldPack | undefined
  readonly items: readonly OutboxItem[]
  /** Visits that somebody has begun to write down. */
  readonly begun: readonly string[]
  readonly conflicts: readonly VisitConflict[]
}

export const emptyDay: Day = { pack: undefined, items: [], begun: [], conflicts: [] }

export class OpenField {
  readonly vault: OpenVault
  readonly store: SealedStore
  readonly outbox: Outbox
  readonly local: Local
  readonly drafts: Drafts
  readonly #db: FieldDatabase
  readonly #remote: Remote
  #pack: FieldPack | undefined

  constructor(db: FieldDatabase, remote: Remote, vault: OpenVault) {
    this.#db = db
    this.#remote = remote
    this.vault = vault
    this.store = new SealedStore(db, vault)
    this.outbox = new Outbox(db, vault, this.store)
    this.local = createLocal(this.store, this.outbox, about => this.#titleOf(about))
    this.drafts = new Drafts(this.store, this.outbox)
  }

  #titleOf(about: string | null): string {
    const visit = this.#pack?.visits.find(({ id }) => id === about)
    return visit?.applicantName ?? this.#pack?.households.find(({ id }) => id === about)?.headName ?? ''
  }

  async day(): Promise<Day> {
    this.#pack = await this.local.pack()
    const inConflict = (this.#pack?.visits ?? []).filter(({ status }) => status === 'conflict')
    const conflicts = await Promise.all(inConflict.map(({ id }) => this.local.conflict(id)))
    return {
      pack: this.#pack,
      items: await this.outbox.items(),
      begun: await this.drafts.begun(),
      conflicts: conflicts.filter(conflict => conflict !== undefined),
    }
  }

  /** Undefined while another page of this phone is at it. */
  async synchronise(changed: () => void): Promise<Round | undefined> {
    const { store, outbox, local } = this
    const round = await asOneSender(this.#db, () =>
      synchronise({ store, outbox, remote: this.#remote, changed }, local, this.#remote),
    )
    if (round?.fetched) {
      const { pack, clockAhead } = round.fetched
      await noteSync(this.#db, this.vault.accountId, {
        ...{ expiresAt: pack.expiresAt, syncedAt: pack.madeAt, clockAhead },
      })
    }
    if (round?.end === 'not-allowed') await wipe(this.#db, this.vault.accountId)
    return round
  }
}
