/**
 * Two times. `now` is business time, which legal clocks, notices and entitlements follow and which a demo
 * may move; `wall` is real time, which sessions, codes and rate limits follow.
 */
import { businessDate, type CalendarDate, type Instant } from '@doudi/kernel'

export interface Clock {
  now(): Instant
  wall(): Instant
  today(): CalendarDate
}

/** A clock whose business time runs `offsetMs()` milliseconds ahead of real time. */
export function offsetClock(offsetMs: () => number): Clock {
  const now = () => new Date(Date.now() + offsetMs()).toISOString() as Instant
  return { now, wall: () => new Date().toISOString() as Instant, today: () => businessDate(now()) }
}

export const systemClock: Clock = offsetClock(() => 0)

/** A clock that stands still until it is moved: `moveTo` as the demo does it, business time alone. For tests. */
export function fixedClock(start: string): Clock & { moveTo(instant: string): void; moveWall(instant: string): void } {
  let at = start as Instant
  let wall = start as Instant
  return {
    now: () => at,
    wall: () => wall,
    today: () => businessDate(at),
    moveTo: instant => {
      at = instant as Instant
    },
    moveWall: instant => {
      wall = instant as Instant
    },
  }
}
