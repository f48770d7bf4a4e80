/**
 * Desks of the demo area: the posts signed in, calling the API like anybody. Each request's key comes from a
 * counter, so a loading that was cut off is simply run again: what was done answers as it did, the rest follows.
 */
import { createHash } from 'node:crypto'
import { startSession } from '#modules/identity/index.ts'
import { systemCaller } from '#platform/database/work.ts'
import type { House } from '../compose.ts'
import { Client } from '../in-process-client.ts'

// biome-ignore lint/suspicious/noExplicitAny: replies of many addresses; the API has checked them
export type Reply = any

export interface Desk {
  readonly accountId: string
  get(path: string): Promise<Reply>
  post(path: string, body?: unknown): Promise<Reply>
  upload(path: string, bytes: Uint8Array | string, mediaType: string): Promise<Reply>
  /** The same as `post`, but a refusal is an answer too. */
  tryPost(path: string, body?: unknown): Promise<{ status: number; body: Reply }>
}

/** Opens desks by login; `accounts` maps logins to account ids. */
export function deskOpener(house: House, accounts: ReadonlyMap<string, string>): (login: string) => Promise<Desk> {
  const open = new Map<string, Promise<Desk>>()
  return login => {
    let desk = open.get(login)
    if (!desk) {
      desk = openDesk(house, login, accounts.get(login))
      open.set(login, desk)
    }
    return desk
  }
}

async function openDesk(house: House, login: string, accountId: string | undefined): Promise<Desk> {
  if (!accountId) throw new Error(`the demo has no account ${login}`)
  const token = await house.inWork(systemCaller, work => startSession(work, accountId, { steppedUp: true }))
  const client = new Client(async request => house.app.fetch(request), `__Host-doudi=${token}`)
  let calls = 0
  const nextKey = () => keyOf(`${login} ${calls++}`)
  return {
    accountId,
    get: path => client.ok.get(path),
    post: (path, body) => client.ok.post(path, body, { key: nextKey() }),
    upload: (path, bytes, mediaType) => client.ok.post(path, undefined, { key: nextKey(), raw: { bytes, mediaType } }),
    tryPost: (path, body) => client.post(path, body, { key: nextKey() }),
  }
}

/** A key that the same call of the same desk always gets. */
function keyOf(text: string): string {
  const hex = createHash('sha256').update(`doudi demo ${text}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
