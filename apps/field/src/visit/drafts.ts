/** Visits being written down: kept at each change, handed in once, taken back as long as they were never sent. */

import { newId, now } from '../clock.ts'
import type { SealedStore } from '../data/sealed-store.ts'
import type { Outbox, OutboxItem } from '../outbox/outbox.ts'
import { photoName } from './local-photo.ts'
import { entryOf, type VisitDraft } from './visit-draft.ts'

const nameOf = (visitId: string) => `draft/${visitId}`

export class Drafts {
  readonly #store: SealedStore
  readonly #outbox: Outbox

  constructor(store: SealedStore, outbox: Outbox) {
    this.#store = store
    this.#outbox = outbox
  }

  load(visitId: string): Promise<VisitDraft | undefined> {
    return this.#store.get<VisitDraft>(nameOf(visitId))
  }

  keep(draft: VisitDraft): Promise<void> {
    return this.#store.put(nameOf(draft.visitId), draft)
  }

  async begun(): Promise<string[]> {
    return (await this.#store.names('draft/')).map(name => name.slice('draft/'.length))
  }

  /** The row is there before the draft goes: dying in between leaves both, never neither. */
  async handIn(draft: VisitDraft, title: string): Promise<void> {
    const { householdId, caseId } = draft
    const entry = entryOf(draft, newId(), now())
    const photos = draft.signature ? [...draft.photos, draft.signature] : draft.photos
    await this.#outbox.add({ content: { kind: 'entry', title, entry, place: { householdId, caseId } }, photos })
    await this.#store.delete(nameOf(draft.visitId))
  }

  /** Throws away a begun visit together with its pictures. */
  async drop(draft: VisitDraft): Promise<void> {
    const pictures = draft.signature ? [...draft.photos, draft.signature] : draft.photos
    for (const { id } of pictures) await this.#store.delete(photoName(id))
    await this.#store.delete(nameOf(draft.visitId))
  }

  /**
   * A handed-in visit as a draft again: one that was never sent, or one that came back. A visit that came back starts
   * from the version the server has now.
   */
  async reopen({ row, content }: OutboxItem, version: number | undefined): Promise<boolean> {
    if (content.kind !== 'entry' || content.entry.kind !== 'visit.record' || !content.place?.caseId) return false
    const { entry, place } = content
    if (row.state !== 'refused' && row.attempted) return false
    const pictures = row.uploads.map(({ photo }) => photo)
    const came = row.state === 'refused' && version !== undefined
    await this.keep({
      ...{ visitId: entry.visitId, householdId: place.householdId, caseId: place.caseId ?? '', form: entry.content },
      baseVersion: came ? version : entry.baseVersion,
      photos: pictures.filter(({ purpose }) => purpose !== undefined),
      signature: pictures.find(({ purpose }) => purpose === undefined) ?? null,
    })
    if (row.state === 'refused') await this.#outbox.remove(row.id)
    else if (!(await this.#outbox.takeBack(row.id))) {
      await this.#store.delete(nameOf(entry.visitId))
      return false
    }
    return true
  }
}
