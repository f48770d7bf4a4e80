/**
 * A draft of changed values: its states and who may move it. Pure; the console shows the same reasons beside its buttons.
 *
 *     draft ──submit──▶ submitted ──release (somebody else, second factor)──▶ released
 *       ▲                 │  └──reject (somebody else, with a reason)──▶ rejected ─┐
 *       └────withdraw─────┴────────────────────change (its author)────────────────┘
 */
export const draftStatuses = ['draft', 'submitted', 'rejected', 'withdrawn', 'released'] as const
export type DraftStatus = (typeof draftStatuses)[number]

export const draftActs = ['change', 'submit', 'withdraw', 'delete', 'release', 'reject'] as const
export type DraftAct = (typeof draftActs)[number]

const written: readonly DraftStatus[] = ['draft', 'rejected', 'withdrawn']
const allowedIn: Readonly<Record<DraftAct, readonly DraftStatus[]>> = {
  change: written,
  submit: written,
  delete: ['draft'],
  withdraw: ['submitted'],
  release: ['submitted'],
  reject: ['submitted'],
}
const byAuthor: readonly DraftAct[] = ['change', 'submit', 'withdraw', 'delete']

export interface DraftState {
  readonly status: DraftStatus
  readonly author: string
}

export type DraftRefusal = 'policies.draft-state' | 'policies.same-person' | 'policies.not-author'

/** Why this person may not do this to the draft now; null when nothing stands against it. */
export function whyNot(act: DraftAct, { status, author }: DraftState, accountId: string | null): DraftRefusal | null {
  if (!allowedIn[act].includes(status)) return 'policies.draft-state'
  if (byAuthor.includes(act)) return author === accountId ? null : 'policies.not-author'
  return author === accountId ? 'policies.same-person' : null
}
