/**
 * The second pair of eyes: somebody else, with the second factor just given, makes the draft law from its first day on,
 * or sends it back. One release follows the other, each held against the law that the one before made.
 */
import type { Work } from '#platform/database/work.ts'
import { startingBefore } from './change.ts'
import { shelf } from './current-edition.ts'
import type { Draft } from './draft.sql.ts'
import { refuseFaultyDraft } from './draft-findings.ts'
import { lockDraftFor, personActing } from './find-draft.ts'
import { insertEdition } from './policies.sql.ts'
import { problems } from './problems.ts'
import { asChangeSet, insertRelease, queueForRelease, selectReleases } from './release.sql.ts'
import { move, note } from './write-draft.ts'

interface ReleaseOrder {
  readonly version: number
  /** The caller may make law for days that have gone by. */
  readonly mayBackdate: boolean
}

export async function releaseDraft(work: Work, id: string, { version, mayBackdate }: ReleaseOrder): Promise<Draft> {
  await queueForRelease(work.db)
  const draft = await lockDraftFor(work, id, 'release', version)
  await shelf.inUseNow(work)
  await refuseFaultyDraft(work, draft)
  if (!mayBackdate && startingBefore(draft.changes, work.today).length > 0) throw problems.of('policies.starts-in-past')
  const { seq, edition } = await makeLaw(work, draft)
  const released = await move(work, draft, decision(work, 'released'))
  note(work, 'policies.released', released, { seq, edition })
  await shelf.inUseNow(work)
  return released
}

async function makeLaw(work: Work, draft: Draft): Promise<{ seq: number; edition: string }> {
  const before = await selectReleases(work)
  const { pack, changes, documents, author, submittedAt, madeAt } = draft
  const release = {
    ...{ seq: before.length + 1, draftId: draft.id, pack, changes, documents, author },
    ...{ draftedAt: submittedAt ?? madeAt, releasedBy: personActing(work), releasedAt: work.now },
    releasedOn: work.today,
  }
  const edition = shelf.over(work, [...before, release].map(asChangeSet))
  await insertEdition(work, edition)
  await insertRelease(work, { ...release, edition: edition.hash })
  return { seq: release.seq, edition: edition.hash }
}

export async function rejectDraft(work: Work, id: string, version: number, reason: string): Promise<Draft> {
  const draft = await lockDraftFor(work, id, 'reject', version)
  const rejected = await move(work, draft, { ...decision(work, 'rejected'), reason })
  note(work, 'policies.rejected', rejected)
  return rejected
}

function decision(work: Work, status: 'released' | 'rejected') {
  return { status, decided_by: personActing(work), decided_at: work.now }
}
