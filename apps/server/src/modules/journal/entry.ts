/**
 * An entry of the line and how it is chained: its hash covers every column and the hash before it, so that an entry
 * cannot be changed, moved, taken out or put in without breaking what follows. Pure; the digest is given.
 */
import { canonicalJson } from './canonical-json.ts'

/** One county's entries form one chain; acts of no county (the clock, the packs) have a chain of their own. */
export const NO_COUNTY = '000000'
export const NO_DIVISION = '000000000000'

/** What stands before the first entry. */
export const GENESIS = '0'.repeat(64)

/** Every column of `journal.entry` but `hash`, as the drivers return them. */
export interface EntryColumns {
  readonly county: string
  readonly seq: bigint
  readonly id: string
  readonly division: string
  readonly household_id: string | null
  readonly case_id: string | null
  readonly act: string
  readonly account_id: string | null
  readonly actor_name: string
  readonly role: string
  readonly actor_division: string | null
  readonly at: string
  readonly recorded_at: string
  readonly reason: string | null
  readonly request_id: string
  readonly body: unknown
  readonly previous_hash: string
}

export interface ChainedEntry extends EntryColumns {
  readonly hash: string
}

export type Digest = (text: string) => string

/** `format` lets a later release hash differently without making older entries look broken. */
export function hashOf(entry: EntryColumns, digest: Digest): string {
  const { county, seq, id, division, household_id, case_id, act, account_id, actor_name, role } = entry
  const { actor_division, at, recorded_at, reason, request_id, body, previous_hash } = entry
  const covered = {
    ...{
      format: 1,
      county,
      seq: seq.toString(),
      id,
      division,
      household_id,
      case_id,
      act,
      account_id,
      actor_name,
      role,
    },
    ...{ actor_division, at, recorded_at, reason, request_id, body, previous_hash },
  }
  return digest(canonicalJson(covered))
}

export const countyOfDivision = (division: string) => division.slice(0, 6)
