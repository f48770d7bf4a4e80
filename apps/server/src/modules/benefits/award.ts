/** An award (待遇): active ⇄ held, and ended. Pure. */
import type { Fen } from '@doudi/kernel'

export const awardStatuses = ['active', 'held', 'ended'] as const
export type AwardStatus = (typeof awardStatuses)[number]

export interface Award {
  readonly id: string
  readonly county: string
  readonly division: string
  readonly householdId: string
  readonly caseId: string
  readonly programme: string
  readonly headName: string
  readonly covered: number
  readonly monthlyFen: Fen
  readonly startMonth: string
  /** Last month paid; null while nothing ends it. */
  readonly endMonth: string | null
  readonly status: AwardStatus
  readonly holdReason: string | null
}

export type AwardMove = 'hold' | 'unhold'

export const awardMoves: Readonly<Record<AwardMove, { from: AwardStatus; to: AwardStatus }>> = {
  hold: { from: 'active', to: 'held' },
  unhold: { from: 'held', to: 'active' },
}
