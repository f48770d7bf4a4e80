/**
 * Days, months and instants as branded text. Text sorts and compares as it stands, so everything here runs on phones
 * without `Temporal`; arithmetic over days and time zones lives in `calendar.ts`.
 */
import { toHalfWidth } from './half-width.ts'
import type { Locale } from './message.ts'
import { refuse } from './refuse.ts'

/** A day on the calendar, `YYYY-MM-DD`, without time or zone. */
export type CalendarDate = string & { readonly __kind: 'calendar-date' }
/** A month, `YYYY-MM`. */
export type Month = string & { readonly __kind: 'month' }
/** A point in time, `YYYY-MM-DDTHH:MM:SS.sssZ`, always UTC and always with milliseconds, so that text order is time order. */
export type Instant = string & { readonly __kind: 'instant' }

const firstYear = 1800
const lastYear = 2999

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function daysIn(year: number, month: number): number {
  return month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

function pad(number: number, width = 2): string {
  return String(number).padStart(width, '0')
}

function makeDate(year: number, month: number, day: number): CalendarDate {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) throw refuse('date.no-such-day')
  if (year < firstYear || year > lastYear) throw refuse('date.out-of-range', { from: firstYear, to: lastYear })
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}` as CalendarDate
}

function makeMonth(year: number, month: number): Month {
  if (month < 1 || month > 12) throw refuse('date.no-such-month')
  if (year < firstYear || year > lastYear) throw refuse('date.out-of-range', { from: firstYear, to: lastYear })
  return `${pad(year, 4)}-${pad(month)}` as Month
}

const dateForms = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]$/,
  /^(\d{4})(\d{2})(\d{2})$/,
]
const monthForms = [/^(\d{4})-(\d{1,2})$/, /^(\d{4})\/(\d{1,2})$/, /^(\d{4}) ?年 ?(\d{1,2}) ?月(?:份)?$/]

function readable(text: unknown): string {
  if (typeof text !== 'string' || text.length > 40) throw refuse('date.unreadable')
  const plain = toHalfWidth(text).trim()
  if (plain === '') throw refuse('date.empty')
  if (plain.startsWith('民国') || plain.startsWith('民國')) throw refuse('date.republic-year')
  if (/^\d{5}(\.\d+)?$/.test(plain)) throw refuse('date.sheet-number')
  return plain
}

/**
 * Reads a day as people write it: `2026-01-02`, `2026/1/2`, `2026.1.2`, `20260102`, `2026年1月2日`, full-width digits.
 * A day that does not exist is refused, never moved: 2025-02-29 is not 1 March.
 */
export function parseDate(text: unknown): CalendarDate {
  const plain = readable(text)
  for (const form of dateForms) {
    const match = form.exec(plain)
    if (match) return makeDate(Number(match[1]), Number(match[2]), Number(match[3]))
  }
  throw refuse('date.unreadable')
}

/** Reads `2026-03`, `2026/3`, `2026年3月`. */
export function parseMonth(text: unknown): Month {
  const plain = readable(text)
  for (const form of monthForms) {
    const match = form.exec(plain)
    if (match) return makeMonth(Number(match[1]), Number(match[2]))
  }
  throw refuse('date.unreadable')
}

const instantForm = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?Z$/

/** Reads an ISO instant in UTC; finer than a millisecond is cut off. */
export function parseInstant(text: unknown): Instant {
  const match = typeof text === 'string' && text.length <= 40 ? instantForm.exec(text) : null
  if (!match) throw refuse('date.not-an-instant')
  const fraction = (match[5] ?? '').padEnd(3, '0').slice(0, 3)
  return `${parseDate(match[1])}T${match[2]}:${match[3]}:${match[4]}.${fraction}Z` as Instant
}

/** For literals and stored values: the canonical text or a `RangeError`, because a bad one is a bug. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError('not a canonical date YYYY-MM-DD')
  return text
}

export function month(text: string): Month {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) throw new RangeError('not a canonical month YYYY-MM')
  return text as Month
}

export function isCalendarDate(text: string): text is CalendarDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < firstYear || year > lastYear) return false
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** Year, month and day as numbers. */
export function partsOf(date: CalendarDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** 1 Monday … 7 Sunday, as ISO 8601 counts. */
export function weekdayOf(date: CalendarDate): number {
  const { year, month, day } = partsOf(date)
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1]!
  const y = month < 3 ? year - 1 : year
  return ((y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day + 6) % 7) + 1
}

// comparison

type Comparable = CalendarDate | Month | Instant

/** For sorting: below 0 when `a` comes first. */
export function compareDates<T extends Comparable>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function isBefore<T extends Comparable>(a: T, b: T): boolean {
  return a < b
}

export function isAfter<T extends Comparable>(a: T, b: T): boolean {
  return a > b
}

export function earliest<T extends Comparable>(first: T, ...rest: T[]): T {
  return [first, ...rest].sort()[0]!
}

export function latest<T extends Comparable>(first: T, ...rest: T[]): T {
  return [first, ...rest].sort()[rest.length]!
}

/** Whether the day lies in a period, both ends included; a missing end means “until further notice”. */
export function isWithin<T extends Comparable>(date: T, from: T, to?: T | null): boolean {
  return from <= date && (to == null || date <= to)
}

// months

export function monthOf(date: CalendarDate): Month {
  return date.slice(0, 7) as Month
}

export function firstDayOf(month: Month): CalendarDate {
  return `${month}-01` as CalendarDate
}

export function lastDayOf(month: Month): CalendarDate {
  return `${month}-${pad(daysIn(Number(month.slice(0, 4)), Number(month.slice(5, 7))))}` as CalendarDate
}

/** `count` may be negative: `addMonthsToMonth('2026-01', -1)` is `2025-12`. */
export function addMonthsToMonth(month: Month, count: number): Month {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count
  if (!Number.isInteger(months)) throw new RangeError('months are counted in whole numbers')
  return makeMonth(Math.floor(months / 12), (months % 12) + 1)
}

export function nextMonth(month: Month): Month {
  return addMonthsToMonth(month, 1)
}

export function previousMonth(month: Month): Month {
  return addMonthsToMonth(month, -1)
}

/** Whole months from `from` to `to`; negative when `to` comes first. */
export function monthsBetween(from: Month, to: Month): number {
  const count = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
  return count(to) - count(from)
}

// for people

const weekdaysZh = '一二三四五六日'
const weekdaysEn = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const monthsEn = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

export interface DateStyle {
  /** Leave the year out where the reader knows it. */
  readonly year?: boolean
  readonly weekday?: boolean
}

/** `2026年1月2日`, `11月25日（星期三）`; `2 January 2026`, `Wednesday 25 November`. Year on, weekday off unless said. */
export function formatDate(date: CalendarDate, locale: Locale = 'zh-CN', style: DateStyle = {}): string {
  const { year, month, day } = partsOf(date)
  const weekday = weekdayOf(date) - 1
  if (locale === 'en') {
    const text = `${day} ${monthsEn[month - 1]}${style.year === false ? '' : ` ${year}`}`
    return style.weekday ? `${weekdaysEn[weekday]} ${text}` : text
  }
  const text = `${style.year === false ? '' : `${year}年`}${month}月${day}日`
  return style.weekday ? `${text}（星期${weekdaysZh[weekday]}）` : text
}

/** `2026年3月`, `March 2026`. */
export function formatMonth(month: Month, locale: Locale = 'zh-CN'): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  return locale === 'en' ? `${monthsEn[number - 1]} ${year}` : `${year}年${number}月`
}
