/**
 * How guessing is slowed. Wrong tries of the last quarter of an hour are counted for the account (whether it exists or
 * not), for the source, and altogether. An account waits longer with each wrong try past the fifth. A source or a
 * moment full of wrong tries never locks an office out: accounts without a wrong try of their own still get in, only
 * second tries wait. Pure.
 */
import type { Instant } from '@doudi/kernel'
import { minutes, secondsBetween } from './moments.ts'

export const WINDOW = minutes(15)

/** Wrong tries that are free; past them somebody waits. */
const free = { account: 5, source: 100, everywhere: 1000 } as const
const FIRST_WAIT = 30

/** At this many the owner is told. */
export const TELL_OWNER_AT = free.account

export interface WrongTries {
  readonly account: number
  readonly source: number
  readonly everywhere: number
  /** The last wrong try of this account. */
  readonly lastAt: Instant | null
}

/** Seconds until the next try is looked at; 0 for now. */
export function secondsToWait({ account, source, everywhere, lastAt }: WrongTries, wall: Instant): number {
  if (lastAt === null) return 0
  const crowded = source >= free.source || everywhere >= free.everywhere
  const wait = Math.max(accountWait(account), crowded ? WINDOW : 0)
  return Math.max(0, Math.ceil(wait - secondsBetween(lastAt, wall)))
}

function accountWait(wrong: number): number {
  return wrong < free.account ? 0 : Math.min(WINDOW, FIRST_WAIT * 2 ** (wrong - free.account))
}
