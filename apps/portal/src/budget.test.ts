import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../dist/client')
const sizeOf = (ending: string) =>
  readdirSync(folder)
    .filter(name => name.endsWith(ending))
    .reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0)

test.skipIf(!existsSync(folder))(
  'what travels to an old phone stays small: 20 KB of script, 15 KB of style, no fonts',
  () => {
    expect(sizeOf('.js')).toBeLessThanOrEqual(20_000)
    expect(sizeOf('.css')).toBeLessThanOrEqual(15_000)
    expect(readdirSync(folder).filter(name => /\.(woff2?|ttf)$/.test(name))).toEqual([])
  },
)
