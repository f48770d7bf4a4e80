/**
 * What waits in a device's outbox and what the server says about it. The device makes the id when the person presses
 * 保存; sending it again, in any order, after a week, changes nothing more.
 */
import type { QuickReport, VisitRecord } from './visit-record.ts'

interface Captured {
  /** UUID v7, made on the device; doubles as the retry key. */
  readonly id: string
  /** When it was written down on the device, ISO UTC. */
  readonly capturedAt: string
}

/** One home visit as recorded on the spot. */
export interface VisitEntry extends Captured {
  readonly kind: 'visit.record'
  readonly visitId: string
  /** The version of the visit the device had in front of it. */
  readonly baseVersion: number
  readonly content: VisitRecord
}

/** 快报: somebody in trouble was met; at most six fields. */
export interface QuickReportEntry extends Captured {
  readonly kind: 'report.quick'
  readonly content: QuickReport
}

export type SyncEntry = VisitEntry | QuickReportEntry

export type SyncStatus = 'applied' | 'duplicate' | 'conflict' | 'refused'

export interface SyncResult {
  readonly id: string
  readonly status: SyncStatus
  /** Code of the refusal; the entry is kept on the server, visible, until a person deals with it. */
  readonly problem?: string
  readonly serverVersion?: number
  /** The server's record, where the two differ. */
  readonly server?: VisitRecord
}

/** The order in which a device sends its outbox: as written; ids break ties, so every device sorts alike. */
export function inOrder(entries: readonly SyncEntry[]): SyncEntry[] {
  return [...entries].sort((a, b) => compareText(a.capturedAt, b.capturedAt) || compareText(a.id, b.id))
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What may leave the outbox. A conflict or refusal leaves it too: the server keeps it and a person looks at it there. */
export function remaining(outbox: readonly SyncEntry[], results: readonly SyncResult[]): SyncEntry[] {
  const answered = new Set(results.map(result => result.id))
  return outbox.filter(entry => !answered.has(entry.id))
}
