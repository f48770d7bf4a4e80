/** The app as one thing: who is at the phone, whether its store is open, and what goes on with the server. */
import { newId, nowMs, setClockAhead } from './clock.ts'
import type { DataKey } from './crypto/keys.ts'
import type { FieldDatabase } from './data/database.ts'
import { ApiProblem, type Remote } from './data/remote.ts'
import type { Me } from './data/wire.ts'
import { Observed } from './observed.ts'
import { type Day, emptyDay, OpenField } from './open-field.ts'
import type { OutboxRow } from './outbox/outbox-row.ts'
import {
  abandonWork,
  hasWork,
  isExpired,
  isWiped,
  latestVault,
  makeVault,
  type OpenVault,
  recoverWork,
  rememberPassword,
  unlock,
  wipe,
} from './vault/vault.ts'

/** Why the day's data is not here any more. */
export type Wiped = 'expired' | 'guessed' | 'not-allowed' | 'signed-out'

export interface FieldState extends Day {
  readonly phase: 'starting' | 'sign-in' | 'locked-work' | 'set-pin' | 'unlock' | 'open'
  readonly wiped: Wiped | null
  readonly login: string
  readonly name: string
  readonly online: boolean
  readonly syncing: boolean
  /** False once the server asked for a new sign-in. */
  readonly session: boolean
  readonly syncedAt: string | null
  readonly expiresAt: string | null
}

interface NewSession {
  readonly me: Me
  readonly login: string
  readonly password: string
  readonly work?: DataKey | undefined
}

export class FieldApp {
  readonly state: Observed<FieldState>
  readonly remote: Remote
  readonly #db: FieldDatabase
  #field: OpenField | undefined
  #session: NewSession | undefined

  constructor(db: FieldDatabase, remote: Remote, online: boolean) {
    this.#db = db
    this.remote = remote
    this.state = new Observed<FieldState>({
      ...emptyDay,
      ...{ phase: 'starting', wiped: null, login: '', name: '', online, syncing: false, session: true },
      ...{ syncedAt: null, expiresAt: null },
    })
  }

  /** For the pages behind the PIN. */
  get field(): OpenField {
    if (!this.#field) throw new Error('the store is locked')
    return this.#field
  }

  async start(): Promise<void> {
    const vault = await latestVault(this.#db)
    if (!vault) return this.state.set({ phase: 'sign-in' })
    setClockAhead(vault.clockAhead)
    const { login, syncedAt, expiresAt } = vault
    this.state.set({ login, syncedAt, expiresAt })
    if (isExpired(vault, Date.now())) return this.#wipe('expired', vault.accountId)
    this.state.set({ phase: isWiped(vault) ? 'sign-in' : 'unlock' })
  }

  // signing in

  async finishSignIn(login: string, password: string, ticket: string, code: string): Promise<void> {
    const me = await this.remote.secondStep(ticket, code)
    this.state.set({ login, session: true, wiped: null })
    const open = this.#field?.vault
    if (open?.accountId === me.accountId) {
      await rememberPassword(this.#db, open, password)
      return void this.synchronise()
    }
    this.#field = undefined
    this.#session = { me, login, password }
    await this.#openWorkWith(password)
  }

  /** Unsent work of this person opens with their password; after it was changed, with the old one. */
  async #openWorkWith(password: string): Promise<boolean> {
    const session = this.#session
    if (!session) return false
    const { accountId } = session.me
    const row = await this.#db.get('vaults', accountId)
    const work = row && (await recoverWork(row, password))
    if (row && !work && (await hasWork(this.#db, accountId))) {
      this.state.set({ phase: 'locked-work' })
      return false
    }
    this.#session = { ...session, work }
    this.state.set({ phase: 'set-pin' })
    return true
  }

  openOldWork(password: string): Promise<boolean> {
    return this.#openWorkWith(password)
  }

  async giveUpOldWork(): Promise<void> {
    if (!this.#session) return
    await abandonWork(this.#db, this.#session.me.accountId)
    this.state.set({ phase: 'set-pin' })
  }

  async setPin(pin: string): Promise<void> {
    const session = this.#session
    if (!session) throw new Error('a PIN is set after a sign-in')
    const { me, login, password, work } = session
    const vault = await makeVault(this.#db, { accountId: me.accountId, login, password }, pin, { work })
    this.#session = undefined
    for (const other of await this.#db.getAllKeys('vaults')) if (other !== me.accountId) await wipe(this.#db, other)
    await this.#enter(vault, me)
  }

  /** How many tries are left; undefined when it opened. */
  async unlock(pin: string): Promise<number | undefined> {
    const vault = await latestVault(this.#db)
    const result = vault && (await unlock(this.#db, vault.accountId, pin))
    if (result && 'open' in result) {
      await this.#enter(result.open)
      return undefined
    }
    const left = result?.triesLeft ?? 0
    if (left === 0) this.state.set({ phase: 'sign-in', wiped: 'guessed', syncedAt: null })
    return left
  }

  async #enter(vault: OpenVault, me?: Me): Promise<void> {
    const field = new OpenField(this.#db, this.remote, vault)
    if (me) await field.store.put('pack/me', me)
    const known = me ?? (await field.store.get<Me>('pack/me'))
    this.#field = field
    this.state.set({ phase: 'open', name: known?.name ?? '', wiped: null })
    await this.refresh()
    void this.synchronise()
  }

  /** Puts the keys out of memory; the PIN brings them back. */
  lock(): void {
    if (!this.#field) return
    this.#field = undefined
    this.state.set({ ...emptyDay, phase: 'unlock', name: '' })
  }

  toSignIn(): void {
    this.#field = undefined
    this.state.set({ ...emptyDay, phase: 'sign-in', name: '' })
  }

  // the day

  async refresh(): Promise<void> {
    const field = this.#field
    if (!field) return
    const day = await field.day()
    if (this.#field === field) this.state.set(day)
  }

  async synchronise(): Promise<void> {
    const field = this.#field
    if (!field || this.state.value.syncing || !this.state.value.online) return
    this.state.set({ syncing: true })
    try {
      const round = await field.synchronise(() => void this.refresh())
      if (this.#field !== field) return
      if (round?.end === 'not-allowed') return void (await this.#wipe('not-allowed', field.vault.accountId))
      if (round?.fetched)
        this.state.set({ syncedAt: round.fetched.pack.madeAt, expiresAt: round.fetched.pack.expiresAt })
      if (round) this.state.set({ session: round.end !== 'signed-out' })
    } finally {
      this.state.set({ syncing: false })
      await this.refresh()
    }
  }

  /** After something was written: shown at once, sent when there is a line. */
  async written(): Promise<void> {
    await this.refresh()
    void this.synchronise()
  }

  /** What came back, once more: the server tries what it kept, the phone sends what never arrived. */
  async sendAgain({ id, kept }: OutboxRow): Promise<void> {
    const { outbox } = this.field
    if (kept) {
      try {
        await this.remote.retry(id, newId())
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error
        if (error.status === 401) this.state.set({ session: false })
      }
    } else await outbox.again(id)
    await this.written()
  }

  heardLine(online: boolean): void {
    this.state.set({ online })
    if (online) void this.synchronise()
  }

  /** Looks at the calendar while the app is open: a week without the server, and the day's data goes. */
  async checkAge(): Promise<void> {
    const { expiresAt, phase } = this.state.value
    if (phase !== 'open' || !expiresAt || Date.parse(expiresAt) > nowMs()) return
    await this.#wipe('expired', this.field.vault.accountId)
  }

  async signOut(): Promise<void> {
    const { accountId } = this.field.vault
    try {
      if (this.state.value.online) await this.remote.signOut()
    } catch (error) {
      // Without a line the session ends by itself; what lies here goes now in any case.
      if (!(error instanceof ApiProblem)) throw error
    }
    await this.#wipe('signed-out', accountId)
  }

  async #wipe(wiped: Wiped, accountId: string): Promise<void> {
    await wipe(this.#db, accountId)
    this.#field = undefined
    this.state.set({ ...emptyDay, phase: 'sign-in', wiped, name: '', syncedAt: null, expiresAt: null })
  }
}
