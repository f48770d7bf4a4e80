/**
 * The edition in use: the folder, read once when the house starts, with everything released over it. A unit of work asks
 * the database for the newest release once, so a release counts in every process from its commit on, and one unit of
 * work sees one edition. A broken pack can stop a start but never a running house.
 */
import { record } from '#modules/journal/index.ts'
import type { Tx, Work } from '#platform/database/work.ts'
import { type Ports, ports } from '#platform/ports.ts'
import type { ChangeSet } from './change.ts'
import { type Edition, editionHash, filesAround, problemLines, readEdition } from './edition.ts'
import { findEditionFiles, insertEdition, isStored } from './policies.sql.ts'
import { problems } from './problems.ts'
import { withChanges } from './published-file.ts'
import { asChangeSet, newestRelease, selectReleases } from './release.sql.ts'

/** The folder as it lay when the house started. */
const folders = new WeakMap<Ports, Edition>()

/** What one process has made of the folder: the last few editions. */
export class EditionShelf {
  /** By their text, so that a draft that is looked at again is not read again. */
  readonly #made = new Map<string, Edition>()
  /** By their newest release. */
  readonly #released = new Map<string, Edition>()
  readonly #seen = new WeakMap<Tx, Promise<Edition>>()

  folder({ crypto }: Pick<Work, 'crypto'>): Edition {
    const known = folders.get(ports())
    if (known) return known
    const edition = readEdition(Object.fromEntries(ports().policyFiles()), crypto.digest)
    folders.set(ports(), edition)
    return edition
  }

  /** The folder with released, and perhaps drafted, changes over it. */
  over(work: Pick<Work, 'crypto'>, sets: readonly ChangeSet[]): Edition {
    return this.#read(work, withChanges(this.folder(work), sets))
  }

  /** The same as far as a change of one pack reaches: for what is checked often and never decided with. */
  around(work: Pick<Work, 'crypto'>, pack: string, sets: readonly ChangeSet[]): Edition {
    const { packs } = this.folder(work)
    return this.#read(work, filesAround({ packs, files: withChanges(this.folder(work), sets) }, pack))
  }

  #read({ crypto }: Pick<Work, 'crypto'>, files: Edition['files']): Edition {
    const hash = editionHash(files, crypto.digest)
    const folder = this.folder({ crypto })
    return hash === folder.hash ? folder : keptLast(this.#made, hash, () => readEdition(files, crypto.digest))
  }

  inUse(work: Pick<Work, 'crypto' | 'db'>): Promise<Edition> {
    const seen = this.#seen.get(work.db) ?? this.#readNewest(work)
    this.#seen.set(work.db, seen)
    return seen
  }

  /** Asks the database anew, after waiting for somebody else's release or after one's own. */
  inUseNow(work: Pick<Work, 'crypto' | 'db'>): Promise<Edition> {
    this.#seen.delete(work.db)
    return this.inUse(work)
  }

  async #readNewest(work: Pick<Work, 'crypto' | 'db'>): Promise<Edition> {
    const newest = await newestRelease(work)
    if (newest === undefined) return this.folder(work)
    const key = `${this.folder(work).hash} ${newest}`
    if (this.#released.has(key)) return keptLast(this.#released, key, () => this.folder(work))
    const sets = (await selectReleases(work)).map(asChangeSet)
    return keptLast(this.#released, key, () => this.over(work, sets))
  }
}

export const shelf = new EditionShelf()

export const editionInUse = (work: Pick<Work, 'crypto' | 'db'>): Promise<Edition> => shelf.inUse(work)

/** For the start of the house: throws with every place that is wrong. */
export async function refuseBrokenPacks(work: Pick<Work, 'crypto' | 'db'>): Promise<void> {
  const errors = (await editionInUse(work)).problems.filter(problem => problem.severity === 'error')
  if (errors.length > 0) throw new Error(`the policy packs have errors:\n${problemLines(errors).join('\n')}`)
}

/** The edition in use, kept for ever because a decision is about to rest on it. */
export async function currentEdition(work: Work): Promise<Edition> {
  const edition = await editionInUse(work)
  if (!(await isStored(work, edition.hash)) && (await insertEdition(work, edition))) {
    record(work, { act: 'policies.loaded', body: { edition: edition.hash } })
  }
  return edition
}

/** Earlier editions that were asked for lately. */
const earlier = new Map<string, Edition>()

/** Kept for ever because something that can be asked about again rests on it: what a draft would make, tried out. */
export async function keepEdition(work: Work, edition: Edition): Promise<void> {
  if (!(await isStored(work, edition.hash))) await insertEdition(work, edition)
  keptLast(earlier, edition.hash, () => edition)
}

export async function editionByHash(work: Work, hash: string): Promise<Edition> {
  const inUse = await editionInUse(work)
  if (inUse.hash === hash) return inUse
  const known = earlier.get(hash) ?? (await readStored(work, hash))
  return keptLast(earlier, hash, () => known)
}

async function readStored(work: Work, hash: string): Promise<Edition> {
  const files = await findEditionFiles(work, hash)
  if (!files) throw problems.of('policies.edition-unknown', { hash })
  const edition = readEdition(files, work.crypto.digest)
  if (edition.hash !== hash) throw problems.of('policies.edition-altered', { hash })
  return edition
}

const KEPT = 6

function keptLast(editions: Map<string, Edition>, key: string, make: () => Edition): Edition {
  const edition = editions.get(key) ?? make()
  editions.delete(key)
  editions.set(key, edition)
  const oldest = editions.keys().next().value
  if (editions.size > KEPT && oldest !== undefined) editions.delete(oldest)
  return edition
}
