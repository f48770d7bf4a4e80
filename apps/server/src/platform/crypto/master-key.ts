/** Where the master key comes from: `DOUDI_MASTER_KEY` (64 hex digits), or a file beside the data that only the owner may read. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export function masterKey(dataFolder: string, env: Readonly<Record<string, string | undefined>>): Buffer {
  const given = env.DOUDI_MASTER_KEY
  if (given) {
    if (!/^[0-9a-f]{64}$/i.test(given)) throw new Error('DOUDI_MASTER_KEY must be 64 hexadecimal digits')
    return Buffer.from(given, 'hex')
  }
  const file = join(dataFolder, 'master.key')
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
}
