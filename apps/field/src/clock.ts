/** Time as the server tells it: a phone whose clock is wrong still writes down the right day. Ids are made here too. */
import { uuidV7 } from '@doudi/kernel'

let ahead = 0

let stamped = 0

export function setClockAhead(milliseconds: number): void {
  ahead = milliseconds
  stamped = 0
}

export const nowMs = (): number => Date.now() + ahead

/** A moment for writing down; no two are the same, so that what is written first is sent first. */
export function now(): string {
  stamped = Math.max(stamped + 1, nowMs())
  return new Date(stamped).toISOString()
}

/** China keeps one time, eight hours ahead of UTC. */
const shifted = (instant: string | number): string =>
  new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString()
export const dayOf = (instant: string): string => shifted(instant).slice(0, 10)
export const hourOf = (instant: string): string => shifted(instant).slice(11, 16)
export const today = (): string => dayOf(now())

export function newId(): string {
  return uuidV7(nowMs(), crypto.getRandomValues(new Uint8Array(10)))
}
