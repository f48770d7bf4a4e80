/**
 * The edition in use. The folder is read once when the house starts: a pack edited afterwards takes effect at the next
 * start, and a broken one can stop a start but never a running house.
 */
import { record } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import { type Ports, ports } from '#platform/ports.ts'
import { type Edition, problemLines, readEdition } from './edition.ts'
import { findEditionFiles, insertEdition, isStored } from './policies.sql.ts'
import { problems } from './problems.ts'

const current = new WeakMap<Ports, Edition>()

/** For pages and forms that no decision rests on; needs no database. */
export function editionInUse({ crypto }: Pick<Work, 'crypto'>): Edition {
  const known = current.get(ports())
  if (known) return known
  const edition = readEdition(Object.fromEntries(ports().policyFiles()), crypto.digest)
  current.set(ports(), edition)
  return edition
}

/** For the start of the house: throws with every place that is wrong. */
export function refuseBrokenPacks(work: Pick<Work, 'crypto'>): void {
  const errors = editionInUse(work).problems.filter(problem => problem.severity === 'error')
  if (errors.length > 0) throw new Error(`the policy packs have errors:\n${problemLines(errors).join('\n')}`)
}

/** The edition in use, kept for ever because a decision is about to rest on it. */
export async function currentEdition(work: Work): Promise<Edition> {
  const edition = editionInUse(work)
  if (!(await isStored(work, edition.hash)) && (await insertEdition(work, edition))) {
    record(work, { act: 'policies.loaded', body: { edition: edition.hash } })
  }
  return edition
}

/** Earlier editions that were asked for lately. */
const earlier = new Map<string, Edition>()
const KEPT = 4

export async function editionByHash(work: Work, hash: string): Promise<Edition> {
  const inUse = editionInUse(work)
  if (inUse.hash === hash) return inUse
  const known = earlier.get(hash) ?? (await readStored(work, hash))
  earlier.delete(hash)
  earlier.set(hash, known)
  const oldest = earlier.keys().next().value
  if (earlier.size > KEPT && oldest !== undefined) earlier.delete(oldest)
  return known
}

async function readStored(work: Work, hash: string): Promise<Edition> {
  const files = await findEditionFiles(work, hash)
  if (!files) throw problems.of('policies.edition-unknown', { hash })
  const edition = readEdition(files, work.crypto.digest)
  if (edition.hash !== hash) throw problems.of('policies.edition-altered', { hash })
  return edition
}
