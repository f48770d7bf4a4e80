/** The calendar an area keeps: the national one, with single days changed by the area or those above it. */
import type { CalendarDate } from '@doudi/kernel'
import { type NationalCalendar, nationalCalendar, overrideCalendar } from '@doudi/kernel/working-days'
import type { Work } from '#platform/database/work.ts'
import type { Division } from './division.ts'
import { divisionOf, divisionsOf } from './find-division.ts'
import { type CalendarOverride, selectOverrides } from './places.sql.ts'

/** `covers` says whether the State Council's notice for that year is known; before, a due date is provisional. */
export async function calendarFor(work: Work, division: string): Promise<NationalCalendar> {
  const place = await divisionOf(work, division)
  return withOverrides(place, await selectOverrides(work.db, codesOf(place)))
}

/** Those of a whole list, asked at once. */
export async function calendarsFor(
  work: Work,
  divisions: readonly string[],
): Promise<ReadonlyMap<string, NationalCalendar>> {
  const places = await divisionsOf(work, divisions)
  const overrides = await selectOverrides(work.db, [...new Set([...places.values()].flatMap(codesOf))])
  return new Map([...places].map(([code, place]) => [code, withOverrides(place, overrides)]))
}

const codesOf = ({ path }: Division) => path.map(({ code }) => code)

function withOverrides(place: Division, all: readonly CalendarOverride[]): NationalCalendar {
  const codes = codesOf(place)
  const overrides = all.filter(({ area }) => codes.includes(area))
  if (overrides.length === 0) return nationalCalendar
  const nearestLast = overrides.toSorted((a, b) => codes.indexOf(a.area) - codes.indexOf(b.area))
  const days: Record<CalendarDate, 'work' | 'rest'> = {}
  for (const { day, workday } of nearestLast) days[day] = workday ? 'work' : 'rest'
  return overrideCalendar(nationalCalendar, days)
}
