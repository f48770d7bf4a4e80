/** What `payments` asks: who is to be paid for a month, and, before money leaves, whether that still holds. */
import type { Work } from '#platform/database/work.ts'
import type { Award } from './award.ts'
import { selectNotActive, selectRunning } from './benefits.sql.ts'

/** Awards that run in the month, in a stable order; held ones are among them and say why. */
export function awardsForMonth(work: Work, county: string, programme: string, month: string): Promise<Award[]> {
  return selectRunning(work.db, county, programme, month)
}

/** Of these awards, those somebody has held or ended meanwhile. */
export function awardsNotRunning(work: Work, county: string, awardIds: readonly string[]): Promise<string[]> {
  return selectNotActive(work.db, county, awardIds)
}
