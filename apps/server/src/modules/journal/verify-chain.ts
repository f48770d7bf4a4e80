/**
 * Walks a chain once and says whether it is whole: edited, removed, inserted, reordered and cut-off entries, forged
 * checkpoints, and a line rewritten behind a checkpoint. Pure and streaming, so that it runs over millions of entries
 * and over a copy in a file, with no database behind it.
 */
import { type Checkpoint, type Mac, sealOf } from './checkpoint.ts'
import { type ChainedEntry, type Digest, GENESIS, hashOf } from './entry.ts'

export type BreakKind =
  | 'sequence' // an entry is missing, doubled or out of order
  | 'link' // it does not follow the entry before it
  | 'content' // a column differs from what was written
  | 'checkpoint-mac' // the checkpoint was not written by this house
  | 'checkpoint-hash' // the line differs from what the checkpoint saw
  | 'cut-off' // the line ends before its recorded end or before a checkpoint
  | 'end' // the recorded end differs from the last entry

export interface BrokenAt {
  readonly seq: bigint
  readonly why: BreakKind
}

export interface Verdict {
  readonly ok: boolean
  readonly entries: bigint
  readonly brokenAt?: BrokenAt
}

export interface Chain {
  readonly entries: AsyncIterable<ChainedEntry> | Iterable<ChainedEntry>
  /** The recorded end of the chain; absent when the county never had an entry. */
  readonly head?: { readonly seq: bigint; readonly hash: string } | undefined
  /** Checkpoints of this county, from the database or from a copy kept elsewhere. */
  readonly checkpoints: readonly Checkpoint[]
}

export async function verifyChain({ entries, head, checkpoints }: Chain, digest: Digest, mac: Mac): Promise<Verdict> {
  const forged = checkpoints.find(checkpoint => sealOf(checkpoint, mac) !== checkpoint.mac)
  if (forged) return broken(0n, forged.seq, 'checkpoint-mac')
  let seq = 0n
  let hash = GENESIS
  for await (const entry of entries) {
    const why = breakIn(entry, seq + 1n, hash, digest)
    if (why) return broken(seq, seq + 1n, why)
    seq = entry.seq
    hash = entry.hash
    if (checkpoints.some(checkpoint => checkpoint.seq === seq && checkpoint.hash !== hash))
      return broken(seq, seq, 'checkpoint-hash')
  }
  return verifyEnd(seq, hash, head, checkpoints)
}

function breakIn(entry: ChainedEntry, expected: bigint, previous: string, digest: Digest): BreakKind | undefined {
  if (entry.seq !== expected) return 'sequence'
  if (entry.previous_hash !== previous) return 'link'
  return hashOf(entry, digest) === entry.hash ? undefined : 'content'
}

function verifyEnd(seq: bigint, hash: string, head: Chain['head'], checkpoints: readonly Checkpoint[]): Verdict {
  const last = head?.seq ?? 0n
  if (last > seq || checkpoints.some(checkpoint => checkpoint.seq > seq)) return broken(seq, seq + 1n, 'cut-off')
  if (last < seq || (head && head.seq > 0n && head.hash !== hash)) return broken(seq, seq, 'end')
  return { ok: true, entries: seq }
}

const broken = (entries: bigint, seq: bigint, why: BreakKind): Verdict => ({
  ok: false,
  entries,
  brokenAt: { seq, why },
})
