/** Fifty people at work: each with a post and a session of their own, doing a fixed mix of things with pauses between. */
import { setTimeout as pause } from 'node:timers/promises'
import { type Random, seeded } from '@doudi/server/demo/random.ts'
import type { Client } from '@doudi/server/in-process-client.ts'
import { towns } from './area.ts'
import type { Kind, Measured } from './measured.ts'
import type { RealCase, Register } from './register.ts'

/** Supervisors first, who see a whole county; then town by town two who accept and one who decides. */
export const roster: readonly string[] = [
  'jn-supervisor',
  'cz-supervisor',
  ...towns.flatMap(({ desk }) => [`${desk}-assistant-1`, `${desk}-approver`, `${desk}-assistant-2`]),
]

const THINK_MS = 200
const PAGE = 50

/** A hundred things somebody does; `act` is what their post is there for. */
const mix: readonly (Kind | 'act')[] = (
  [
    ['list', 30],
    ['count', 12],
    ['search-name', 8],
    ['search-initials', 6],
    ['search-tail', 6],
    ['case-page', 30],
    ['act', 8],
  ] as const
).flatMap(([kind, share]) => Array<Kind | 'act'>(share).fill(kind))

export class User {
  readonly #client: Client
  readonly #random: Random
  readonly #register: Register
  readonly #measured: () => Measured
  readonly #post: 'supervisor' | 'approver' | 'assistant'
  readonly #cases: readonly RealCase[]
  readonly #town: string

  constructor(login: string, nth: number, client: Client, register: Register, measured: () => Measured) {
    this.#client = client
    this.#random = seeded((nth + 1) * 104_729)
    this.#register = register
    this.#measured = measured
    this.#post = login.endsWith('supervisor') ? 'supervisor' : login.endsWith('approver') ? 'approver' : 'assistant'
    const town = towns.find(({ desk }) => login.startsWith(`${desk}-`))
    const place =
      town?.code.slice(0, 9) ?? towns.find(({ desk }) => desk.startsWith(login.slice(0, 3)))?.county.slice(0, 6)
    this.#town = place ?? ''
    this.#cases = register.cases.filter(({ division }) => division.startsWith(this.#town))
  }

  async workUntil(stop: () => boolean): Promise<void> {
    await pause(this.#random.between(0, THINK_MS * 2))
    while (!stop()) {
      const kind = this.#next()
      try {
        await this.#do(kind)
      } catch (error) {
        this.#measured().errors.push(`${kind}: ${(error as Error).message.slice(0, 300)}`)
      }
      await pause(this.#random.between(THINK_MS / 2, (THINK_MS * 3) / 2))
    }
  }

  /** Somebody with nothing left to act on looks at the list again. */
  #next(): Kind {
    const kind = this.#random.pick(mix)
    if (kind !== 'act') return kind
    if (this.#post === 'assistant' && this.#register.waiting(this.#town) > 0) return 'accept'
    if (this.#post === 'approver' && this.#register.ripe(this.#town) > 0) return 'decide'
    return 'list'
  }

  async #do(kind: Kind): Promise<void> {
    switch (kind) {
      case 'list':
        return this.#timed(kind, `/cases?queue=${this.#post === 'supervisor' ? 'all' : 'mine'}&sort=due&limit=${PAGE}`)
      case 'count':
        return this.#timed(kind, '/cases/count?queue=all')
      case 'search-name':
        return this.#search(kind, this.#random.pick(this.#register.names))
      case 'search-initials':
        return this.#search(kind, this.#random.pick(this.#register.initials))
      case 'search-tail':
        return this.#search(kind, String(this.#random.between(0, 9999)).padStart(4, '0'))
      case 'case-page':
        return this.#openPage()
      case 'accept':
        return this.#accept()
      case 'decide':
        return this.#decide()
    }
  }

  #search(kind: Kind, q: string): Promise<void> {
    return this.#timed(kind, `/households?q=${encodeURIComponent(q)}&limit=${PAGE}`)
  }

  #timed(kind: Kind, path: string): Promise<void> {
    return this.#time(kind, () => this.#get(path))
  }

  /** As the console loads it: the case, then what stands around it all at once. */
  async #openPage(): Promise<void> {
    const one = this.#random.pick(this.#cases)
    await this.#time('case-page', async () => {
      await this.#get(`/cases/${one.id}`)
      await Promise.all([
        this.#get(`/cases/${one.id}/facts`),
        this.#get(`/cases/${one.id}/verification`),
        this.#get(`/households/${one.householdId}`),
        this.#get(`/households/${one.householdId}/line`),
      ])
    })
  }

  async #accept(): Promise<void> {
    const one = this.#register.takeWaiting(this.#town)
    if (!one) return
    await this.#time('accept', () => this.#send(`/cases/${one.id}/accept`, { version: one.version }))
  }

  /** The case lies open before the approver; measured is working it out and deciding it. */
  async #decide(): Promise<void> {
    const one = this.#register.takeRipe(this.#town)
    if (!one) return
    const { choices } = await this.#get(`/cases/${one.id}`)
    await this.#time('decide', async () => {
      const { id: assessmentId, result, caseVersion: version } = await this.#send(`/cases/${one.id}/assess`, {})
      if (result.eligible) return this.#send(`/cases/${one.id}/approve`, { version, assessmentId })
      const reasonCode = choices.refusalReasons[0].id
      return this.#send(`/cases/${one.id}/refuse`, { version, assessmentId, reasonCode, reason: '不符合条件。' })
    })
  }

  async #time(kind: Kind, act: () => Promise<unknown>): Promise<void> {
    const started = performance.now()
    await act()
    this.#measured().took(kind, performance.now() - started)
  }

  #get(path: string) {
    this.#measured().requests++
    return this.#client.ok.get(path)
  }

  #send(path: string, body: unknown) {
    this.#measured().requests++
    return this.#client.ok.post(path, body)
  }
}
