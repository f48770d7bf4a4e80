/** The policy folder on disk → the `{path: text}` map that the policy package takes. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'

/** The packs that come with the product. */
export const ownPolicies = resolve(import.meta.dirname, '../../../../policies')
const largestFile = 2_000_000

/** `DOUDI_POLICIES`, else the packs that come with the product. */
export function policyFolder(env: Readonly<Record<string, string | undefined>>, cwd: string): string {
  return env.DOUDI_POLICIES ? resolve(cwd, env.DOUDI_POLICIES) : ownPolicies
}

/** Only YAML is read; links are not followed, so that a folder cannot reach outside itself. */
export function readPolicyFolder(folder: string): Map<string, string> {
  if (!statSync(folder).isDirectory()) throw new Error(`${folder} is not a folder`)
  const files = new Map<string, string>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.yaml')) continue
    const path = join(entry.parentPath, entry.name)
    if (statSync(path).size > largestFile)
      throw new Error(`${relative(folder, path)} is larger than ${largestFile} bytes`)
    files.set(relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8'))
  }
  return files
}
