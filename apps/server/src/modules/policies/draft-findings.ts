/** A draft read into the law in force: the edition it would make, and what is wrong with that. */
import type { Work } from '#platform/database/work.ts'
import type { ChangeSet } from './change.ts'
import { checkDraft } from './check-draft.ts'
import type { Finding } from './contract.ts'
import { editionInUse, shelf } from './current-edition.ts'
import type { Draft } from './draft.sql.ts'
import type { Edition } from './edition.ts'
import { findDraft } from './find-draft.ts'
import { problems } from './problems.ts'
import { asChangeSet, selectReleases } from './release.sql.ts'

/** For whoever works out what a draft would do: the edition in use with the draft over it. */
export async function editionWithDraft(work: Work, draftId: string): Promise<Edition> {
  return shelf.over(work, await setsWith(work, await findDraft(work, draftId)))
}

async function setsWith(work: Work, { pack, changes, documents }: Draft): Promise<ChangeSet[]> {
  return [...(await selectReleases(work)).map(asChangeSet), { pack, changes, documents, note: '草稿' }]
}

/** The law that a release changed. */
export async function editionBefore(work: Work, { id, pack }: Draft): Promise<Edition> {
  const released = await selectReleases(work)
  const place = released.findIndex(({ draftId }) => draftId === id)
  const earlier = released.slice(0, Math.max(0, place))
  return shelf.around(work, pack, earlier.map(asChangeSet))
}

export async function findingsOf(work: Work, draft: Draft): Promise<Finding[]> {
  const before = await editionInUse(work)
  const after = shelf.around(work, draft.pack, await setsWith(work, draft))
  return checkDraft({ draft, folder: shelf.folder(work), before, after, today: work.today })
}

export async function refuseFaultyDraft(work: Work, draft: Draft): Promise<void> {
  const errors = (await findingsOf(work, draft)).filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (first) throw problems.of('policies.draft-refused', { count: errors.length, first: first.message['zh-CN'] })
}
