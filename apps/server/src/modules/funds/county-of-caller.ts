/** The county (six digits) whose money the caller moves: the one where the role is held. */
import type { Work } from '#platform/database/work.ts'

export function countyOfCaller({ caller }: Work): string {
  if (!caller.division) throw new Error(`${caller.role} holds no division; money belongs to a county`)
  return caller.division.slice(0, 6)
}
