/** The calendar an area keeps: the national one, with single days changed by the area or those above it. */
import type { CalendarDate } from '@doudi/kernel'
import { type NationalCalendar, nationalCalendar, overrideCalendar } from '@doudi/kernel/working-days'
import type { Work } from '#platform/database/work.ts'
import { pathOf } from './find-division.ts'
import { selectOverrides } from './places.sql.ts'

/** `covers` says whether the State Council's notice for that year is known; before, a due date is provisional. */
export async function calendarFor(work: Work, division: string): Promise<NationalCalendar> {
  const codes = (await pathOf(work, division)).map(({ code }) => code)
  const overrides = await selectOverrides(work.db, codes)
  if (overrides.length === 0) return nationalCalendar
  const nearestLast = overrides.toSorted((a, b) => codes.indexOf(a.area) - codes.indexOf(b.area))
  const days: Record<CalendarDate, 'work' | 'rest'> = {}
  for (const { day, workday } of nearestLast) days[day] = workday ? 'work' : 'rest'
  return overrideCalendar(nationalCalendar, days)
}
