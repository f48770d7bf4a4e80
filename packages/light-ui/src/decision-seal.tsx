/** The mark of a decision: a flat square with office, outcome, date and the digits to check it by. Reads on a black-and-white copy. */
import { type CalendarDate, formatDate } from '@doudi/kernel/calendar-date'
import type { JSX } from 'preact'
import { type Locale, words } from './words.ts'

interface Props {
  readonly office: string
  readonly outcome: 'approved' | 'refused'
  readonly on: CalendarDate
  readonly digits?: string | undefined
  readonly locale: Locale
}

export function DecisionSeal({ office, outcome, on, digits, locale }: Props): JSX.Element {
  const say = words(locale)
  return (
    <div class="seal">
      <span class="seal-office">{office}</span>
      <span class="seal-word">{say(`seal.${outcome}`)}</span>
      <span class="seal-date">{formatDate(on, locale)}</span>
      {digits && <span class="seal-digits">{say('seal.digits', { digits })}</span>}
    </div>
  )
}
