/**
 * Desks of the demo area: the posts signed in, calling the API like anybody. A request's key follows from who asks for
 * what on which day, so a loading that was cut off is simply run again: what was done answers as it did, the rest follows.
 */
import { createHash } from 'node:crypto'
import { startSession } from '#modules/identity/index.ts'
import { systemCaller } from '#platform/database/work.ts'
import { answerTo } from '#platform/http/idempotency.ts'
import type { House } from '../compose.ts'
import { type Answer, Client } from '../in-process-client.ts'

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
export function deskOpener(
  house: House,
  accounts: ReadonlyMap<string, string>,
  today: () => string,
): (login: string) => Promise<Desk> {
  const open = new Map<string, Promise<Desk>>()
  return login => {
    let desk = open.get(login)
    if (!desk) {
      desk = openDesk(house, login, accounts.get(login), today)
      open.set(login, desk)
    }
    return desk
  }
}

type Raw = { bytes: Uint8Array | string; mediaType: string }

async function openDesk(
  house: House,
  login: string,
  accountId: string | undefined,
  today: () => string,
): Promise<Desk> {
  if (!accountId) throw new Error(`the demo has no account ${login}`)
  const signIn = async () =>
    `__Host-doudi=${await house.inWork(systemCaller, work => startSession(work, accountId, { steppedUp: true }))}`
  const client = new Client(async request => house.app.fetch(request), await signIn())

  const ask = async (path: string, body: unknown, raw?: Raw): Promise<{ status: number; body: Reply }> => {
    const key = keyOf(`${login} ${today()} ${path} ${whatFor(body)}`)
    const call = () => client.post(path, body, { key, ...(raw ? { raw } : {}) })
    let answer: Answer = await call()
    // The second factor holds for five minutes, a slow machine loads for longer.
    if (answer.body?.code === 'access.step-up') {
      client.cookie = await signIn()
      answer = await call()
    }
    if (answer.body?.code !== 'http.key-reused') return answer
    const before = await house.inWork(systemCaller, work => answerTo(work, accountId, key))
    return before ? { status: before.status, body: before.reply } : answer
  }
  const askOk = async (path: string, body: unknown, raw?: Raw): Promise<Reply> => {
    const answer = await ask(path, body, raw)
    if (answer.status >= 300) throw new Error(`POST ${path} → ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  return {
    accountId,
    get: path => client.ok.get(path),
    post: (path, body) => askOk(path, body),
    upload: (path, bytes, mediaType) => askOk(path, undefined, { bytes, mediaType }),
    tryPost: (path, body) => ask(path, body),
  }
}

/** The versions a request saw are not part of what it asks for: asked again, it has seen later ones. */
function whatFor(body: unknown): string {
  const withoutVersions = (name: string, value: unknown) =>
    name === 'version' || name === 'baseVersion' ? undefined : value
  return JSON.stringify(body, withoutVersions) ?? ''
}

/** A key that the same call of the same desk always gets. */
function keyOf(text: string): string {
  const hex = createHash('sha256').update(`doudi demo ${text}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
