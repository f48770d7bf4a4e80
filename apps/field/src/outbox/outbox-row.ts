/**
 * One thing to be sent, and how far it got. Its states and moves are pure: what happened → what it is now. What it
 * says is sealed; ids, keys and digests are not about anybody.
 */
import type { Side, SyncEntry, SyncResult } from '@doudi/sync'
import type { Sealed } from '../crypto/seal.ts'
import type { LocalPhoto } from '../visit/local-photo.ts'

/**
 * waiting: to be sent · sending: under way, or cut off under way · parked: the session is over · delivered: the server
 * has it · conflict: a person must choose · refused: came back with a reason.
 */
export type OutboxState = 'waiting' | 'sending' | 'parked' | 'delivered' | 'conflict' | 'refused'

/** Bytes that go ahead of the entry. The key is made with the row, so that a second sending is the same one. */
export interface Upload {
  readonly photo: LocalPhoto
  readonly key: string
  readonly documentId?: string
}

/** Where a document belongs. */
export interface DocumentPlace {
  readonly householdId: string
  readonly caseId: string | null
}

export interface Decision {
  readonly visitId: string
  readonly submissionId: string
  readonly take: Readonly<Record<string, Side>>
}

export type OutboxContent =
  | { readonly kind: 'entry'; readonly title: string; readonly entry: SyncEntry; readonly place?: DocumentPlace }
  | { readonly kind: 'decision'; readonly title: string; readonly decision: Decision }
  | { readonly kind: 'paper'; readonly title: string; readonly place: DocumentPlace }

export interface OutboxRow {
  /** UUID v7, made on the phone; the entry's id and the key of a decision. */
  readonly id: string
  readonly accountId: string
  readonly kind: 'visit.record' | 'report.quick' | 'decision' | 'paper'
  /** The visit or household it is about. */
  readonly about: string | null
  readonly capturedAt: string
  readonly state: OutboxState
  /** Once true it may have arrived, and is not changed any more. */
  readonly attempted: boolean
  readonly uploads: readonly Upload[]
  readonly problem?: string
  /** The server keeps it for a person; otherwise it never took it. */
  readonly kept?: boolean
  readonly answeredAt?: string
  readonly sealed: Sealed
}

/** What became of one sending. */
export type Outcome =
  | { readonly kind: 'answered'; readonly result: Pick<SyncResult, 'status' | 'problem'> }
  | { readonly kind: 'refused'; readonly problem: string }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signed-out' }

export const canBeSent = ({ state }: OutboxRow): boolean =>
  state === 'waiting' || state === 'sending' || state === 'parked'

/** Nothing more is to come: the server has it, and nobody must choose. */
export const isDone = ({ state }: OutboxRow): boolean => state === 'delivered'

export function beginSending(row: OutboxRow): OutboxRow {
  return { ...withoutProblem(row), state: 'sending', attempted: true }
}

export function uploaded(row: OutboxRow, key: string, documentId: string): OutboxRow {
  return { ...row, uploads: row.uploads.map(upload => (upload.key === key ? { ...upload, documentId } : upload)) }
}

export function after(row: OutboxRow, outcome: Outcome, now: string): OutboxRow {
  switch (outcome.kind) {
    case 'unreachable':
      return { ...row, state: 'waiting' }
    case 'signed-out':
      return { ...row, state: 'parked' }
    case 'refused':
      return { ...row, state: 'refused', problem: outcome.problem, answeredAt: now }
    case 'answered':
      return answered(row, outcome.result, now)
  }
}

function answered(row: OutboxRow, { status, problem }: Pick<SyncResult, 'status' | 'problem'>, now: string): OutboxRow {
  const known = { ...withoutProblem(row), answeredAt: now }
  if (status === 'conflict') return { ...known, state: 'conflict' }
  // A duplicate with a reason was refused when it came first and its answer was lost.
  if (status === 'refused' || problem) return { ...known, state: 'refused', problem: problem ?? 'internal', kept: true }
  return { ...known, state: 'delivered' }
}

function withoutProblem({ problem: _problem, kept: _kept, ...row }: OutboxRow): OutboxRow {
  return row
}

/** What the server says later about entries it keeps for a person: a lost answer is made up for, a decision is seen. */
export function reconciled(
  row: OutboxRow,
  waiting: ReadonlyMap<string, { readonly status: string; readonly problem: string | null }>,
): OutboxRow {
  if (!row.attempted || canBeSent(row) || (row.kind !== 'visit.record' && row.kind !== 'report.quick')) return row
  const kept = waiting.get(row.id)
  if (kept?.status === 'conflict') return { ...withoutProblem(row), state: 'conflict' }
  if (kept?.status === 'refused') return { ...row, state: 'refused', problem: kept.problem ?? 'internal', kept: true }
  const settled = row.state === 'conflict' || (row.state === 'refused' && row.kept === true)
  return settled ? { ...withoutProblem(row), state: 'delivered' } : row
}
