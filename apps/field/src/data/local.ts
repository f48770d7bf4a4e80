/** This phone as a source: it always answers, and everything handed in becomes a row of the outbox. */
import type { Outbox } from '../outbox/outbox.ts'
import { photoName } from '../visit/local-photo.ts'
import type { SealedStore } from './sealed-store.ts'
import type { Source } from './source.ts'
import type { FieldPack, VisitConflict } from './wire.ts'

export interface Local extends Source {
  keepPack(pack: FieldPack): Promise<void>
  keepConflicts(conflicts: readonly VisitConflict[]): Promise<void>
}

const conflictName = (visitId: string) => `pack/conflict/${visitId}`

/** `titleOf` names the row for the person who looks at the outbox. */
export function createLocal(store: SealedStore, outbox: Outbox, titleOf: (about: string | null) => string): Local {
  return {
    pack: () => store.get<FieldPack>('pack/day'),
    conflict: visitId => store.get<VisitConflict>(conflictName(visitId)),
    hand: async entry => {
      const title = entry.kind === 'report.quick' ? entry.content.name : titleOf(entry.visitId)
      await outbox.add({ content: { kind: 'entry', title, entry } })
      return 'waits'
    },
    decide: async (decision, key) => {
      await outbox.add({ content: { kind: 'decision', title: titleOf(decision.visitId), decision }, id: key })
      return 'waits'
    },
    document: async (photo, place, key, bytes) => {
      await store.putBytes(photoName(photo.id), bytes)
      const content = { kind: 'paper', title: titleOf(place.householdId), place } as const
      await outbox.add({ content, photos: [photo], id: key })
      return photo.id
    },
    keepPack: pack => store.put('pack/day', pack),
    keepConflicts: async conflicts => {
      const kept = new Set(conflicts.map(({ visitId }) => conflictName(visitId)))
      for (const name of await store.names(conflictName(''))) if (!kept.has(name)) await store.delete(name)
      for (const conflict of conflicts) await store.put(conflictName(conflict.visitId), conflict)
    },
  }
}
