/** Colleagues for tests who sign in by themselves, with password, second factor and an address of their own. */
import { randomUUID } from 'node:crypto'
import type { Instant } from '@doudi/kernel'
import { Client, type County, type TestHouse } from '@doudi/testkit'
import { systemCaller } from '#platform/database/work.ts'
import { addStaff } from './add-staff.ts'
import type { HeldRole } from './grant.ts'
import { later } from './moments.ts'
import { codeAt } from './second-factor.ts'

export const PASSWORD = 'Harvest-Lantern-58'

export interface Colleague {
  readonly login: string
  readonly accountId: string
  readonly totpSecret: string
  /** The six digits on their authenticator now. */
  code(): string
}

export interface Wanted {
  readonly roles?: readonly HeldRole[]
  readonly login?: string
  readonly name?: string
  readonly password?: string | null
  readonly identityNumber?: string
  readonly phone?: string
}

export async function hire(house: TestHouse, county: County, wanted: Wanted = {}): Promise<Colleague> {
  const login = wanted.login ?? `someone-${randomUUID().slice(0, 8)}`
  const { accountId, totpSecret } = await house.inWork(systemCaller, work =>
    addStaff(work, {
      login,
      name: wanted.name ?? '周敏',
      division: county.code,
      password: wanted.password === undefined ? PASSWORD : wanted.password,
      roles: wanted.roles ?? [{ role: 'auditor', division: county.code }],
      ...(wanted.identityNumber === undefined ? {} : { identityNumber: wanted.identityNumber }),
      ...(wanted.phone === undefined ? {} : { phone: wanted.phone as never }),
    }),
  )
  return { login, accountId, totpSecret, code: () => codeAt(totpSecret, house.clock.wall()) }
}

/** A browser at an address, without a session. */
export function browserAt(house: TestHouse, address: string): Client {
  const env = { incoming: { socket: { remoteAddress: address } } }
  return new Client(async request => house.app.fetch(request, env))
}

let addresses = 0
export const freshAddress = () => `10.${(addresses >> 8) & 255}.${addresses++ & 255}.1`

export async function signIn(
  house: TestHouse,
  who: Colleague,
  client = browserAt(house, freshAddress()),
): Promise<Client> {
  const { ticket } = await client.ok.post('/session', { login: who.login, password: PASSWORD })
  await client.ok.post('/session/second-factor', { ticket, code: who.code() })
  return client
}

/** Real time goes on, so that the next code differs and sessions age. */
export function pass(house: TestHouse, seconds: number): void {
  house.clock.moveWall(later(house.clock.wall() as Instant, seconds))
}

/** The latest text to a phone whose last four digits are given. */
export async function lastTextTo(house: TestHouse, tail: string): Promise<string | undefined> {
  const outbox: { recipientMasked: string; text: string }[] = await house.public.ok.get('/demo/outbox')
  return outbox.find(message => message.recipientMasked.endsWith(tail))?.text
}

export async function codeTextedTo(house: TestHouse, phone: string): Promise<string> {
  const code = /\d{6}/.exec((await lastTextTo(house, phone.slice(-4))) ?? '')?.[0]
  if (!code) throw new Error('no code was texted to this phone')
  return code
}

let phones = 0
export const freshPhone = () => `1381${String(Date.now() % 1000).padStart(3, '0')}${String(1000 + phones++)}`
