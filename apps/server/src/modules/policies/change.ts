/** What a draft says: dated entries for parameters of one pack, and documents that the pack does not list yet. Pure. */
export interface Change {
  /** Name of the parameter. */
  readonly parameter: string
  /** The first day on which it holds. */
  readonly from: string
  /** As it is written in a pack; null for 未设定. */
  readonly value: string | null
  readonly document: string
  readonly clause: string
  /** Why a guideline (原则上) is departed from, or why it begins before today. */
  readonly reason: string | null
}

export interface NewDocument {
  readonly id: string
  readonly title: string
  readonly number: string | null
  readonly issuer: string
  readonly date: string
}

/** Changes of one pack that stand, or would stand, together. */
export interface ChangeSet {
  readonly pack: string
  readonly changes: readonly Change[]
  readonly documents: readonly NewDocument[]
  /** What stands beside each entry in the written file. */
  readonly note: string
}

/** Those that begin before a day: money was already decided on with other values. */
export function startingBefore(changes: readonly Change[], day: string): Change[] {
  return changes.filter(({ from }) => from < day)
}
