/**
 * An edition: every file of the policy folder at one moment, named by the digest of all of them. A decision keeps the
 * name of its edition, so it can be worked out again from the very same text. Pure; the digest is given.
 */
import { loadPacks, type PackSet, type PolicyProblem } from '@doudi/policy'
import { canonicalJson } from '#modules/journal/index.ts'

export interface Edition {
  readonly hash: string
  readonly files: Readonly<Record<string, string>>
  readonly packs: PackSet
  readonly problems: readonly PolicyProblem[]
}

type Digest = (text: string) => string

export function editionHash(files: Readonly<Record<string, string>>, digest: Digest): string {
  return digest(canonicalJson(files))
}

export function readEdition(files: Readonly<Record<string, string>>, digest: Digest): Edition {
  const { packs, problems } = loadPacks(new Map(Object.entries(files)))
  return { hash: editionHash(files, digest), files, packs, problems }
}

/** One line a problem, as an editor jumps to it: `jinan/rules.yaml:12:5 …`. */
export function problemLines(problems: readonly PolicyProblem[]): string[] {
  return problems.map(
    ({ file, line, column, message }) => `${file}:${line}:${column} ${message['zh-CN']} (${message.en})`,
  )
}
