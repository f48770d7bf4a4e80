/**
 * Keys of the phone's store. A data key is random; it is kept wrapped twice, inside by a key from what the person
 * knows (PIN or password), outside by a key that this browser holds and never gives out. Either alone opens nothing.
 */
import { openBytes, type Sealed, sealBytes } from './seal.ts'

/** Slows down guessing; about half a second on a weak phone. */
export const ROUNDS = 310_000

export interface Wrapped extends Sealed {
  readonly salt: Uint8Array<ArrayBuffer>
  readonly rounds: number
}

const AES = { name: 'AES-GCM', length: 256 } as const

export function newDeviceKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey(AES, false, ['encrypt', 'decrypt'])
}

export interface DataKey {
  readonly key: CryptoKey
  /** For wrapping only; lives in memory as long as the store is open. */
  readonly raw: Uint8Array<ArrayBuffer>
}

export async function dataKeyOf(raw: Uint8Array<ArrayBuffer>): Promise<DataKey> {
  return { key: await crypto.subtle.importKey('raw', raw, AES, false, ['encrypt', 'decrypt']), raw }
}

export function newDataKey(): Promise<DataKey> {
  return dataKeyOf(crypto.getRandomValues(new Uint8Array(32)))
}

async function keyFrom(secret: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), 'PBKDF2', false, [
    'deriveKey',
  ])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }
  return crypto.subtle.deriveKey(how, material, AES, false, ['encrypt', 'decrypt'])
}

export async function wrap(device: CryptoKey, secret: string, { raw }: DataKey, rounds = ROUNDS): Promise<Wrapped> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const inner = await sealBytes(await keyFrom(secret, salt, rounds), 'inner', raw)
  const both = new Uint8Array(inner.iv.length + inner.bytes.byteLength)
  both.set(inner.iv)
  both.set(new Uint8Array(inner.bytes), inner.iv.length)
  return { salt, rounds, ...(await sealBytes(device, 'outer', both)) }
}

/** Undefined when the secret is another one. */
export async function unwrap(device: CryptoKey, secret: string, wrapped: Wrapped): Promise<DataKey | undefined> {
  try {
    const both = await openBytes(device, 'outer', wrapped)
    const inner = { iv: both.slice(0, 12), bytes: both.slice(12).buffer }
    return await dataKeyOf(await openBytes(await keyFrom(secret, wrapped.salt, wrapped.rounds), 'inner', inner))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return undefined
    throw error
  }
}
