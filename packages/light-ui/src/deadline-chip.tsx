/** How long there is left, counted in working days and said so. A flag when it is over, a word in every case. */
import type { JSX } from 'preact'
import { LineMark } from './line-mark.tsx'
import { type Locale, words } from './words.ts'

interface Props {
  /** Negative when the day has passed. */
  readonly workingDaysLeft: number
  readonly paused?: boolean
  readonly locale: Locale
}

const SOON = 3

export function DeadlineChip({ workingDaysLeft: days, paused = false, locale }: Props): JSX.Element {
  const say = words(locale)
  const looks = paused ? 'paused' : days < 0 ? 'late' : days <= SOON ? 'soon' : 'calm'
  const text = paused
    ? say('chip.paused', { days })
    : days < 0
      ? say('chip.late', { days: -days })
      : days === 0
        ? say('chip.today')
        : say('chip.left', { days })
  return (
    <span class={`chip chip-${looks}`}>
      <LineMark status={looks === 'late' ? 'overdue' : looks === 'paused' ? 'not-started' : 'running'} />
      {text}
    </span>
  )
}
