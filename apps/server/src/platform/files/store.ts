/**
 * Content-addressed files, sealed at rest. A file is found by the SM3 of its plain bytes and bound to that
 * digest, so a swapped or truncated file does not open. Default: a local folder; S3 can stand behind the port.
 */
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { CryptoProvider } from '../crypto/provider.ts'
import { newId } from '../ids.ts'

export interface FileStore {
  /** Stores the bytes and returns their SM3 (hex). Storing the same bytes twice is one file. */
  put(bytes: Uint8Array): Promise<string>
  get(digest: string): Promise<Buffer>
}

export function folderStore(folder: string, crypto: CryptoProvider): FileStore {
  const pathOf = (digest: string) => join(folder, digest.slice(0, 2), digest)
  return {
    async put(bytes) {
      const digest = crypto.digest(bytes)
      const path = pathOf(digest)
      if (existsSync(path)) return digest
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const scratch = `${path}.${newId()}`
      await writeFile(scratch, crypto.sealBytes(bytes, `file/${digest}`), { mode: 0o600, flush: true })
      await rename(scratch, path)
      return digest
    },
    async get(digest) {
      if (!/^[0-9a-f]{64}$/.test(digest)) throw new Error('not a file digest')
      return crypto.openBytes(await readFile(pathOf(digest)), `file/${digest}`)
    },
  }
}

/** Files in memory, for tests. */
export function memoryStore(crypto: CryptoProvider): FileStore {
  const files = new Map<string, Buffer>()
  return {
    async put(bytes) {
      const digest = crypto.digest(bytes)
      files.set(digest, Buffer.from(bytes))
      return digest
    },
    async get(digest) {
      const bytes = files.get(digest)
      if (!bytes) throw new Error('no such file')
      return bytes
    },
  }
}
