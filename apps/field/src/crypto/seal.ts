/** Sealing with AES-GCM: what is stored on the phone is unreadable without the key and bound to the place it stands in. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly bytes: ArrayBuffer
}

const utf8 = new TextEncoder()
const ALGORITHM = 'AES-GCM'

const parameters = (iv: Uint8Array<ArrayBuffer>, place: string) => ({
  name: ALGORITHM,
  iv,
  additionalData: utf8.encode(place),
})

/** `place` says where it will stand; opened anywhere else it is refused. */
export async function sealBytes(key: CryptoKey, place: string, bytes: Uint8Array): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = Uint8Array.from(bytes)
  return { iv, bytes: await crypto.subtle.encrypt(parameters(iv, place), key, plain) }
}

export async function openBytes(key: CryptoKey, place: string, sealed: Sealed): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.decrypt(parameters(sealed.iv, place), key, sealed.bytes))
}

export function sealJson(key: CryptoKey, place: string, value: unknown): Promise<Sealed> {
  return sealBytes(key, place, utf8.encode(JSON.stringify(value)))
}

export async function openJson<T>(key: CryptoKey, place: string, sealed: Sealed): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await openBytes(key, place, sealed))) as T
}
