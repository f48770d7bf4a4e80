/**
 * A point of a county's chain, sealed with a key that the database does not hold. Whoever keeps a copy elsewhere can
 * tell later that the line was not rewritten behind it. Pure; the mac is given.
 */
export interface Checkpoint {
  readonly county: string
  readonly seq: bigint
  readonly hash: string
  readonly at: string
  readonly mac: string
}

export type Mac = (text: string) => string

/** The longest a chain grows without a checkpoint. */
export const ENTRIES_PER_CHECKPOINT = 1000n

export function sealOf({ county, seq, hash }: Pick<Checkpoint, 'county' | 'seq' | 'hash'>, mac: Mac): string {
  return mac(`journal.checkpoint/1|${county}|${seq}|${hash}`)
}

/** Whether appending entries up to `to` passes a multiple of `ENTRIES_PER_CHECKPOINT`. */
export function isDue(from: bigint, to: bigint): boolean {
  return to / ENTRIES_PER_CHECKPOINT > from / ENTRIES_PER_CHECKPOINT
}
