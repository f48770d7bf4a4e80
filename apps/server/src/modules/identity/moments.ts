/** Arithmetic on real time, for sessions, codes and tries: seconds and instants. */
import { epochMsOf, type Instant, instantOf } from '@doudi/kernel'

export const minutes = (count: number) => count * 60
export const hours = (count: number) => count * 3600
export const days = (count: number) => count * 86_400

export function later(instant: Instant, seconds: number): Instant {
  return instantOf(epochMsOf(instant) + seconds * 1000)
}

/** Seconds from `from` to `to`; negative when `to` comes first. */
export function secondsBetween(from: Instant, to: Instant): number {
  return (epochMsOf(to) - epochMsOf(from)) / 1000
}
