/** Days and instants as people in this country read them, whatever zone the computer is set to. */
import { type DateStyle, formatDate, isCalendarDate } from '@doudi/kernel'
import { useLanguage } from './language.tsx'

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

/** A hook for 3月2日, 3月2日（星期一）, 2026年3月2日, 3月2日 09:00. */
export function useDates() {
  const { locale } = useLanguage()
  const say = (text: string | null | undefined, style: DateStyle): string => {
    const day = text?.slice(0, 10) ?? ''
    return isCalendarDate(day) ? formatDate(day, locale, style) : '—'
  }
  const sayMoment = (instant: string | null | undefined, style: DateStyle): string => {
    if (!instant) return '—'
    const [day, time] = clock.format(Date.parse(instant)).split(' ')
    return `${say(day, style)} ${time}`
  }
  return {
    day: (date: string | null | undefined, weekday = false) => say(date, { weekday, year: false }),
    fullDay: (date: string | null | undefined) =>
      date?.includes('T') ? sayMoment(date, {}).split(' ').slice(0, -1).join(' ') : say(date, {}),
    moment: (instant: string | null | undefined) => sayMoment(instant, { year: false }),
    fullMoment: (instant: string | null | undefined) => sayMoment(instant, {}),
  }
}
