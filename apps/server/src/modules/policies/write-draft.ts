/** A draft in its author's hands: begun, written, thrown away, handed over and taken back. */
import { record } from '#modules/journal/index.ts'
import type { Work } from '#platform/database/work.ts'
import type { Change, NewDocument } from './change.ts'
import { type Draft, deleteDraft, insertDraft, updateDraft } from './draft.sql.ts'
import { refuseFaultyDraft } from './draft-findings.ts'
import { lockDraftFor, packNamed, personActing, requireOwnPack } from './find-draft.ts'
import { problems } from './problems.ts'

export async function beginDraft(work: Work, { pack: name, title }: { pack: string; title: string }): Promise<Draft> {
  const pack = await packNamed(work, name)
  const draft: Draft = {
    ...{ id: work.newId<'policy-draft'>(), division: await requireOwnPack(work, pack), pack: name, title },
    ...{ changes: [], documents: [], status: 'draft', version: 1, author: personActing(work) },
    ...{ madeAt: work.now, changedAt: work.now, submittedAt: null, decidedBy: null, decidedAt: null, reason: null },
  }
  await insertDraft(work.db, draft)
  note(work, 'policies.drafted', draft)
  return draft
}

interface DraftText {
  readonly version: number
  readonly title: string
  readonly changes: readonly Change[]
  readonly documents: readonly NewDocument[]
}

/** A rejected or withdrawn draft that is written on is a draft again. */
export async function writeDraft(work: Work, id: string, text: DraftText): Promise<Draft> {
  const draft = await lockDraftFor(work, id, 'change', text.version)
  const changed = await move(work, draft, {
    ...{ title: text.title, changes: JSON.stringify(text.changes), documents: JSON.stringify(text.documents) },
    ...{ status: 'draft', changed_at: work.now, submitted_at: null, decided_by: null, decided_at: null, reason: null },
  })
  note(work, 'policies.changed', changed)
  return changed
}

export async function throwDraftAway(work: Work, id: string, version: number): Promise<void> {
  const draft = await lockDraftFor(work, id, 'delete', version)
  if (!(await deleteDraft(work.db, draft))) throw problems.of('policies.draft-changed')
  note(work, 'policies.deleted', draft)
}

export async function submitDraft(work: Work, id: string, version: number): Promise<Draft> {
  const draft = await lockDraftFor(work, id, 'submit', version)
  await refuseFaultyDraft(work, draft)
  const cleared = { decided_by: null, decided_at: null, reason: null }
  const submitted = await move(work, draft, { status: 'submitted', submitted_at: work.now, ...cleared })
  note(work, 'policies.submitted', submitted)
  return submitted
}

export async function withdrawDraft(work: Work, id: string, version: number): Promise<Draft> {
  const draft = await lockDraftFor(work, id, 'withdraw', version)
  const withdrawn = await move(work, draft, { status: 'withdrawn' })
  note(work, 'policies.withdrawn', withdrawn)
  return withdrawn
}

export async function move(work: Work, draft: Draft, change: Parameters<typeof updateDraft>[2]): Promise<Draft> {
  const moved = await updateDraft(work.db, draft, change)
  if (!moved) throw problems.of('policies.draft-changed')
  return moved
}

type DraftEvent = 'drafted' | 'changed' | 'deleted' | 'submitted' | 'withdrawn' | 'rejected' | 'released'

/** What it says stands in the entry, so that the line tells it even where the draft is gone. */
export function note(work: Work, act: `policies.${DraftEvent}`, draft: Draft, more: object = {}): void {
  const { id, division, pack, title, version, changes, documents, reason } = draft
  record(work, { act, division, reason, body: { draftId: id, pack, title, version, changes, documents, ...more } })
}
