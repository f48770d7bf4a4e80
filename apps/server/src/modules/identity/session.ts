/** How long a session lives, for staff and for residents. All of it is checked in the database at each request. Pure. */
import type { Instant } from '@doudi/kernel'
import { hours, later, minutes, secondsBetween } from './moments.ts'

export type AccountKind = 'staff' | 'resident'

interface SessionRules {
  /** Seconds without a request after which it ends. */
  readonly idle: number
  /** Seconds after which it ends whatever happens. */
  readonly longest: number
  /** How many one account may have open; one more ends the oldest. */
  readonly atOnce: number
}

const rules: Readonly<Record<AccountKind, SessionRules>> = {
  staff: { idle: minutes(15), longest: hours(12), atOnce: 2 },
  resident: { idle: minutes(30), longest: hours(12), atOnce: 3 },
}

/** How long a second factor counts as fresh. */
export const STEP_UP = minutes(5)
/** A session's last use is written down this often; a shorter distance is not worth a write. */
const NOTE_EVERY = 20

export type SessionEnd = 'signed-out' | 'signed-in-anew' | 'too-many' | 'disabled' | 'password-set' | 'role-changed'

export interface SessionTimes {
  readonly seenAt: Instant
  readonly endsAt: Instant
  readonly endedAt: Instant | null
  readonly steppedUpAt: Instant | null
}

export function isAlive(times: SessionTimes, kind: AccountKind, wall: Instant): boolean {
  return times.endedAt === null && wall < times.endsAt && secondsBetween(times.seenAt, wall) < rules[kind].idle
}

export function isSteppedUp(times: SessionTimes, wall: Instant): boolean {
  return times.steppedUpAt !== null && secondsBetween(times.steppedUpAt, wall) <= STEP_UP
}

export function isWorthNoting(seenAt: Instant, wall: Instant): boolean {
  return secondsBetween(seenAt, wall) >= NOTE_EVERY
}

export function endOf(kind: AccountKind, wall: Instant): Instant {
  return later(wall, rules[kind].longest)
}

export function atOnce(kind: AccountKind): number {
  return rules[kind].atOnce
}
