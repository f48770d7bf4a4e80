/**
 * Legal clocks: working days (工作日) with holidays and make-up workdays (调休), and notice periods in calendar days.
 * The national calendar is the `chinese-days` data set alone (37 KB, generated from the yearly notices of the State
 * Council), not its code, which reads clocks. An area overrides single days on top.
 */
import notices from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { addDays } from './calendar.ts'
import { type CalendarDate, isAfter, isBefore, weekdayOf } from './calendar-date.ts'

export interface WorkCalendar {
  isWorkday(date: CalendarDate): boolean
}

export interface NationalCalendar extends WorkCalendar {
  /** Whether that year's notice is in the data. Before it is published only weekends are known: a due date is provisional. */
  covers(date: CalendarDate): boolean
}

const restDays: ReadonlySet<string> = new Set(Object.keys(notices.holidays))
const makeUpDays: ReadonlySet<string> = new Set(Object.keys(notices.workdays))
const years: ReadonlySet<string> = new Set([...restDays].map(date => date.slice(0, 4)))

export const nationalCalendar: NationalCalendar = {
  isWorkday: date => makeUpDays.has(date) || (weekdayOf(date) <= 5 && !restDays.has(date)),
  covers: date => years.has(date.slice(0, 4)),
}

/** A calendar with single days changed by an area: a local holiday, a storm day, a make-up day. */
export function overrideCalendar<C extends WorkCalendar>(
  base: C,
  overrides: Readonly<Record<string, 'work' | 'rest'>>,
): C {
  const changed = new Map(Object.entries(overrides))
  return { ...base, isWorkday: (date: CalendarDate) => (changed.get(date) ?? restOrWork(base, date)) === 'work' }
}

function restOrWork(calendar: WorkCalendar, date: CalendarDate): 'work' | 'rest' {
  return calendar.isWorkday(date) ? 'work' : 'rest'
}

/** A year and a half without one workday is a broken calendar, not a long holiday. */
const longestRest = 550

/** The given day if it is a workday, else the first one after it. */
export function workdayOnOrAfter(date: CalendarDate, calendar: WorkCalendar = nationalCalendar): CalendarDate {
  let day = date
  for (let i = 0; i < longestRest; i++, day = addDays(day, 1)) if (calendar.isWorkday(day)) return day
  throw new RangeError('the calendar has no workday')
}

/**
 * The last day of a limit of `count` working days that begins on `from`. The first day does not count (民法典 art. 201):
 * accepted on Monday with 3 working days is due on Thursday. `count` 0 gives `from` back.
 */
export function addWorkingDays(
  from: CalendarDate,
  count: number,
  calendar: WorkCalendar = nationalCalendar,
): CalendarDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError('working days are counted in whole numbers from 0')
  let day = from
  for (let counted = 0; counted < count; counted++) day = workdayOnOrAfter(addDays(day, 1), calendar)
  return day
}

/** Working days after `from` up to and including `to`; negative when `to` comes first. */
export function workingDaysBetween(
  from: CalendarDate,
  to: CalendarDate,
  calendar: WorkCalendar = nationalCalendar,
): number {
  if (isBefore(to, from)) return -workingDaysBetween(to, from, calendar)
  let count = 0
  for (let day = addDays(from, 1); !isAfter(day, to); day = addDays(day, 1)) if (calendar.isWorkday(day)) count++
  return count
}

export interface NoticePeriod {
  /** First and last day on which the notice hangs and objections are taken, both included. */
  readonly from: CalendarDate
  readonly to: CalendarDate
}

export interface NoticeOptions {
  /** When the last day is no workday, run on to the next workday. A choice of the area, off unless it says so. */
  readonly extendOverHoliday?: boolean
  readonly calendar?: WorkCalendar
}

/** A notice posted on day D for `days` calendar days runs D+1 … D+days. */
export function noticePeriod(postedOn: CalendarDate, days: number, options: NoticeOptions = {}): NoticePeriod {
  if (!Number.isInteger(days) || days < 1) throw new RangeError('a notice hangs for at least one whole day')
  const last = addDays(postedOn, days)
  const to = options.extendOverHoliday ? workdayOnOrAfter(last, options.calendar ?? nationalCalendar) : last
  return { from: addDays(postedOn, 1), to }
}
