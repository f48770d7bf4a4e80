/**
 * Carries the outbox to the server, oldest first: photos, then the entry that names them. Every step is written down
 * before and after, so that a phone may die between any two of them and go on later without doing anything twice.
 */
import type { SyncEntry, VisitEntry } from '@doudi/sync'
import { now } from '../clock.ts'
import { ApiProblem } from '../data/remote.ts'
import type { SealedStore } from '../data/sealed-store.ts'
import type { Source } from '../data/source.ts'
import { photoName } from '../visit/local-photo.ts'
import type { Outbox } from './outbox.ts'
import {
  after,
  beginSending,
  canBeSent,
  type DocumentPlace,
  type OutboxContent,
  type OutboxRow,
  type Outcome,
  uploaded,
} from './outbox-row.ts'

export interface Sending {
  readonly outbox: Outbox
  readonly store: SealedStore
  readonly remote: Pick<Source, 'hand' | 'decide' | 'document'>
  /** Told after every step, for whoever looks on. */
  readonly changed: () => void
}

/** Where it ended: with everything sent, without a line, or without a session. */
export type SendEnd = 'done' | 'unreachable' | 'signed-out'

export async function sendOutbox(sending: Sending): Promise<SendEnd> {
  const { outbox, changed } = sending
  for (const listed of await outbox.rows()) {
    const row = await outbox.row(listed.id)
    if (!row || !canBeSent(row)) continue
    await outbox.put(beginSending(row))
    changed()
    const outcome = await sendOne(sending, row.id)
    const sent = await outbox.row(row.id)
    if (sent) await outbox.put(after(sent, outcome, now()))
    changed()
    if (outcome.kind === 'unreachable' || outcome.kind === 'signed-out') {
      if (outcome.kind === 'signed-out') await parkRest(outbox)
      changed()
      return outcome.kind
    }
  }
  return 'done'
}

async function parkRest(outbox: Outbox): Promise<void> {
  for (const row of await outbox.rows()) if (canBeSent(row)) await outbox.put({ ...row, state: 'parked' })
}

async function sendOne(sending: Sending, id: string): Promise<Outcome> {
  try {
    const row = await sending.outbox.row(id)
    if (!row) return { kind: 'answered', result: { status: 'duplicate' } }
    const content = await sending.outbox.contentOf(row)
    return await handOver(sending, await sendPhotos(sending, row, content), content)
  } catch (error) {
    return outcomeOf(error)
  }
}

/** Too early, too often, broken inside: comes again. Anything else the server said about the thing itself stays said. */
function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof ApiProblem)) throw error
  if (error.status === 401) return { kind: 'signed-out' }
  if (error.status === 0 || error.status === 429 || error.status >= 500) return { kind: 'unreachable' }
  return { kind: 'refused', problem: error.code }
}

async function sendPhotos({ outbox, store, remote, changed }: Sending, row: OutboxRow, content: OutboxContent) {
  let current = row
  for (const { photo, key, documentId } of row.uploads) {
    if (documentId) continue
    const bytes = await store.getBytes(photoName(photo.id))
    if (!bytes) throw new ApiProblem(410, { code: 'survey.photo-missing' })
    current = uploaded(current, key, await remote.document(photo, placeOf(content), key, bytes))
    await outbox.put(current)
    changed()
  }
  return current
}

function placeOf(content: OutboxContent): DocumentPlace {
  if (content.kind !== 'decision' && content.place) return content.place
  throw new Error('a picture belongs to a household')
}

async function handOver({ remote }: Sending, row: OutboxRow, content: OutboxContent): Promise<Outcome> {
  if (content.kind === 'paper') return { kind: 'answered', result: { status: 'applied' } }
  if (content.kind === 'decision') {
    await remote.decide(content.decision, row.id)
    return { kind: 'answered', result: { status: 'applied' } }
  }
  const result = await remote.hand(withDocuments(content.entry, row))
  if (result === 'waits') throw new Error('a server answers')
  return { kind: 'answered', result }
}

/** The entry as the server reads it: its pictures under the ids of their documents. */
export function withDocuments(entry: SyncEntry, { uploads }: Pick<OutboxRow, 'uploads'>): SyncEntry {
  if (entry.kind !== 'visit.record' || uploads.length === 0) return entry
  const photos = uploads.flatMap(({ photo: { purpose, digest, capturedAt }, documentId }) =>
    purpose && documentId ? [{ digest, documentId, purpose, capturedAt }] : [],
  )
  const signature = uploads.find(({ photo }) => !photo.purpose)?.documentId
  const content: VisitEntry['content'] = {
    ...entry.content,
    ...(photos.length > 0 ? { photos: [...(entry.content.photos ?? []), ...photos] } : {}),
    ...(signature ? { signatureDocumentId: signature } : {}),
  }
  return { ...entry, content }
}
