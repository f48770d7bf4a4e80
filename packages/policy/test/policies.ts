/** The packs of this repository, read from disk for tests. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { loadPacks } from '../src/index.ts'

const folder = join(import.meta.dirname, '../../../policies')

export function policyFiles(): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return new Map(
    entries.map(entry => {
      const path = join(entry.parentPath, entry.name)
      return [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]
    }),
  )
}

export const loaded = loadPacks(policyFiles())
