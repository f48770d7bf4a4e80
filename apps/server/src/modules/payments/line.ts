/**
 * One family's money for one month (发放明细): reserved → sent → settled or returned, each resolved once. Before it is
 * sent it may be held (taken out of this batch) or cancelled with its batch; the month is then open again. A returned
 * line is re-issued once, as a line of its own (attempt 1) that names the first.
 */
export const lineStatuses = ['reserved', 'held', 'sent', 'settled', 'returned', 'cancelled'] as const
export type LineStatus = (typeof lineStatuses)[number]

/** These no longer stand for the month: another line may. */
export const goneStatuses = ['held', 'cancelled'] as const satisfies readonly LineStatus[]

export const leftOutReasons = ['award-held', 'no-bank-account'] as const
/** Why an award that runs in the month is not in the batch. */
export type LeftOutReason = (typeof leftOutReasons)[number]

export interface LineState {
  readonly status: LineStatus
  readonly attempt: number
  /** The line that took this one's place, if there is one. */
  readonly reissuedAs: string | null
}

export type ReissueRefusal = 'payments.not-returned' | 'payments.returned-twice' | 'payments.already-reissued'

export function whyNotReissue({ status, attempt, reissuedAs }: LineState): ReissueRefusal | null {
  if (status !== 'returned') return 'payments.not-returned'
  if (attempt > 0) return 'payments.returned-twice'
  return reissuedAs === null ? null : 'payments.already-reissued'
}
