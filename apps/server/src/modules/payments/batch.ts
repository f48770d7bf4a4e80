/**
 * A batch (发放批次): its states and who may move it. Pure; the console shows the same reasons beside its buttons.
 *
 *     reserved ──release (somebody else)──▶ released ──send──▶ sent ──every line resolved──▶ closed
 *        └───────────────cancel────────────────┴──▶ cancelled
 *
 * Every move is a compare-and-set on the row, so two at once have one effect.
 */
export const batchStatuses = ['reserved', 'released', 'sent', 'closed', 'cancelled'] as const
export type BatchStatus = (typeof batchStatuses)[number]

export const batchActs = ['release', 'send', 'cancel', 'import-return', 'read-file'] as const
export type BatchAct = (typeof batchActs)[number]

const allowedIn: Readonly<Record<BatchAct, readonly BatchStatus[]>> = {
  release: ['reserved'],
  send: ['released'],
  cancel: ['reserved', 'released'],
  'import-return': ['sent', 'closed'],
  'read-file': ['sent', 'closed'],
}

export interface BatchState {
  readonly status: BatchStatus
  readonly madeBy: string
}

export type BatchRefusal = 'payments.batch-state' | 'payments.same-person'

/** Why this person may not do this to the batch now; null when nothing stands against it. */
export function whyNot(act: BatchAct, batch: BatchState, accountId: string | null): BatchRefusal | null {
  if (!allowedIn[act].includes(batch.status)) return 'payments.batch-state'
  if (act === 'release' && batch.madeBy === accountId) return 'payments.same-person'
  return null
}

/** May lines still be taken out? Less money than released is always safe. */
export const mayHoldLines = ({ status }: BatchState): boolean => status === 'reserved' || status === 'released'

/** May its maker still add lines? Nobody has released it yet. */
export const mayAddLines = ({ status, madeBy }: BatchState, accountId: string): boolean =>
  status === 'reserved' && madeBy === accountId

/** The number the bank sees: month, programme and round name a batch, so the same batch has the same number for ever. */
export function batchNumber(programme: string, month: string, round: number): string {
  return `B${month.replace('-', '')}${programme.replaceAll('-', '').toUpperCase()}${String(round).padStart(2, '0')}`
}
