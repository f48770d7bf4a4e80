/**
 * The one door to cryptography. Class-A fields (identity number, phone, bank account, address, health) are
 * sealed with SM4-GCM under a key of their own purpose and bound to the row they belong to, so a ciphertext
 * moved to another row does not open. Exact search goes through a keyed index (HMAC-SM3), tails through their
 * own keyed index. A hardware module can replace `softwareCrypto` behind the same interface.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

export type Purpose = 'field' | 'index' | 'tail' | 'file' | 'token' | 'journal'

export interface CryptoProvider {
  /** Sealed bytes: format (1) | key version (1) | nonce (12) | tag (16) | ciphertext. `bind` names table, column and row. */
  seal(text: string, bind: string): Buffer
  /** Throws if a byte was changed or the row is not the one it was sealed for. */
  open(sealed: Uint8Array, bind: string): string
  sealBytes(bytes: Uint8Array, bind: string): Buffer
  openBytes(sealed: Uint8Array, bind: string): Buffer
  /** Keyed SM3 of a normalised value, for equality search; never reversible without the key. */
  index(value: string, kind: string): Buffer
  /** SM3, hex. */
  digest(data: string | Uint8Array): string
  /** Keyed SM3, hex: proofs such as a verification code on a letter. */
  mac(data: string): string
}

const FORMAT = 1
const KEY_VERSION = 1

export function softwareCrypto(master: Uint8Array): CryptoProvider {
  if (master.length < 32) throw new Error('the master key must have 32 bytes')
  const derive = (purpose: Purpose, length: number) =>
    Buffer.from(hkdfSync('sm3', master, Buffer.alloc(0), `doudi/${purpose}/v${KEY_VERSION}`, length))
  const keys = {
    field: derive('field', 16),
    file: derive('file', 16),
    index: derive('index', 32),
    journal: derive('journal', 32),
  }

  const sealWith = (key: Buffer, bytes: Uint8Array, bind: string) => {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('sm4-gcm' as 'aes-128-gcm', key, nonce)
    cipher.setAAD(Buffer.from(bind, 'utf8'))
    const body = Buffer.concat([cipher.update(bytes), cipher.final()])
    return Buffer.concat([Buffer.from([FORMAT, KEY_VERSION]), nonce, cipher.getAuthTag(), body])
  }
  const openWith = (key: Buffer, sealed: Uint8Array, bind: string) => {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
    if (bytes.length < 30 || bytes[0] !== FORMAT || bytes[1] !== KEY_VERSION) throw new Error('not a sealed value')
    const decipher = createDecipheriv('sm4-gcm' as 'aes-128-gcm', key, bytes.subarray(2, 14))
    decipher.setAAD(Buffer.from(bind, 'utf8'))
    decipher.setAuthTag(bytes.subarray(14, 30))
    return Buffer.concat([decipher.update(bytes.subarray(30)), decipher.final()])
  }

  return {
    seal: (text, bind) => sealWith(keys.field, Buffer.from(text, 'utf8'), bind),
    open: (sealed, bind) => openWith(keys.field, sealed, bind).toString('utf8'),
    sealBytes: (bytes, bind) => sealWith(keys.file, bytes, bind),
    openBytes: (sealed, bind) => openWith(keys.file, sealed, bind),
    index: (value, kind) => createHmac('sm3', keys.index).update(`${kind}\0${value}`).digest(),
    digest: data => createHash('sm3').update(data).digest('hex'),
    mac: data => createHmac('sm3', keys.journal).update(data).digest('hex'),
  }
}
