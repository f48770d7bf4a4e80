/** Moments and days as a person in the yard reads them. */

import type { Locale } from '@doudi/kernel'
import { type CalendarDate, formatDate } from '@doudi/kernel/calendar-date'
import { dayOf, hourOf, today } from './clock.ts'
import type { Words } from './words/index.ts'

export function dayText(instantOrDay: string, locale: Locale): string {
  const day = instantOrDay.length > 10 ? dayOf(instantOrDay) : instantOrDay
  return formatDate(day as CalendarDate, locale, { year: day.slice(0, 4) !== today().slice(0, 4) })
}

/** `10:42` today, with the day before it otherwise. */
export function clockText(instant: string, locale: Locale): string {
  const hour = hourOf(instant)
  return dayOf(instant) === today() ? hour : `${dayText(instant, locale)} ${hour}`
}

/** Whole days from today; below 0 when it has passed. */
export function daysUntil(day: string): number {
  return Math.round((Date.parse(day) - Date.parse(today())) / 86_400_000)
}

export function dueText(day: string, t: Words, locale: Locale): string {
  const days = daysUntil(day)
  if (days < 0) return t('due.late', { days: -days })
  if (days === 0) return t('due.today')
  return days === 1 ? t('due.tomorrow') : t('due.on', { date: dayText(day, locale) })
}
