/**
 * An edition: every file of the policy folder at one moment, with what was released over it, named by the digest of all
 * of them. A decision keeps the name of its edition, so it can be worked out again from the very same text. Pure; the
 * digest is given.
 */
import { loadPacks, type Pack, type PackSet, type PolicyProblem, packsBelow, standardsOn } from '@doudi/policy'
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

/**
 * What a change of one pack can touch: the packs above it and below it, without their worked cases. To be checked, not to
 * be decided with; reading it takes a fraction of the whole.
 */
export function filesAround({ files, packs }: Pick<Edition, 'files' | 'packs'>, pack: string): Record<string, string> {
  const related = new Set([...standardsOn(packs, pack, '9999-12-31').line, ...packsBelow(packs, pack)])
  const all = [...packs.packs.values()]
  const ownerOf = (path: string) =>
    all
      .filter(({ folder }) => folder === '' || path.startsWith(`${folder}/`))
      .reduce<Pack | null>((a, b) => (a && a.folder.length > b.folder.length ? a : b), null)
  const isWanted = (path: string) => {
    const owner = ownerOf(path)
    return owner !== null && related.has(owner) && !path.startsWith(`${owner.folder}/cases/`)
  }
  return Object.fromEntries(Object.entries(files).filter(([path]) => isWanted(path)))
}

/** One line a problem, as an editor jumps to it: `jinan/rules.yaml:12:5 …`. */
export function problemLines(problems: readonly PolicyProblem[]): string[] {
  return problems.map(
    ({ file, line, column, message }) => `${file}:${line}:${column} ${message['zh-CN']} (${message.en})`,
  )
}
