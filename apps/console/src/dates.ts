/** Days and instants as people in this country read them, whatever zone the computer is set to. */
import { formatDate, isCalendarDate } from '@doudi/kernel'
import { useLanguage } from './language.tsx'

/** A hook for 3月2日, 3月2日（星期一）, 3月2日 09:00. */
export function useDates() {
  const { locale } = useLanguage()
  const parts = {
    timeZone: 'Asia/Shanghai',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  } as const
  return {
    day: (date: string | null | undefined, weekday = false): string =>
      date && isCalendarDate(date.slice(0, 10))
        ? formatDate(date.slice(0, 10) as never, locale, { weekday, year: false })
        : '—',
    fullDay: (date: string | null | undefined): string =>
      date && isCalendarDate(date.slice(0, 10)) ? formatDate(date.slice(0, 10) as never, locale) : '—',
    moment: (instant: string | null | undefined): string =>
      instant ? new Intl.DateTimeFormat(locale, { ...parts, hour12: false }).format(Date.parse(instant)) : '—',
    fullMoment: (instant: string | null | undefined): string =>
      instant
        ? new Intl.DateTimeFormat(locale, { ...parts, year: 'numeric', hour12: false }).format(Date.parse(instant))
        : '—',
  }
}
