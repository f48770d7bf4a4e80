/**
 * The one interface through which the app reads the day's work and hands in what was written. Behind it stands either
 * this phone, always, or the server, when it can be reached. Pages know only the phone; `outbox/synchronise.ts` carries
 * between the two.
 */
import type { SyncEntry, SyncResult } from '@doudi/sync'
import type { Decision, DocumentPlace } from '../outbox/outbox-row.ts'
import type { LocalPhoto } from '../visit/local-photo.ts'
import type { FieldPack, VisitConflict } from './wire.ts'

export interface Source {
  /** Households and visits taken along. */
  pack(): Promise<FieldPack | undefined>
  /** Two records of one visit, where they differ. */
  conflict(visitId: string): Promise<VisitConflict | undefined>
  /** Hands in an entry; on the phone it then waits, on the server it is answered. */
  hand(entry: SyncEntry): Promise<Pick<SyncResult, 'status' | 'problem'> | 'waits'>
  /** Hands in a choice between two records. */
  decide(decision: Decision, key: string): Promise<'done' | 'waits'>
  /** Hands in a picture; the document it became, on the phone the picture's own id. */
  document(photo: LocalPhoto, place: DocumentPlace, key: string, bytes: Uint8Array<ArrayBuffer>): Promise<string>
}
