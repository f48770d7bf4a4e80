/** The line of one household (一户一条线): what happened, what is going on, what is still to come, with dates. */
import { type CalendarDate, formatDate } from '@doudi/kernel/calendar-date'
import type { ComponentChildren, JSX } from 'preact'
import { LineMark, type LineStatus } from './line-mark.tsx'
import { type Locale, words } from './words.ts'

export interface LineStep {
  readonly id: string
  readonly name: string
  readonly status: LineStatus
  /** The day on which it was done. */
  readonly on?: CalendarDate | null
  readonly promisedBy?: CalendarDate | null
  readonly actor?: string | null
  /** A sentence under the step: why it is late and whom to call. */
  readonly note?: ComponentChildren
}

interface Props {
  readonly steps: readonly LineStep[]
  readonly locale: Locale
  /** Lying: marks in a row, with words only for where it stands now. */
  readonly mini?: boolean
}

export function HouseholdLine({ steps, locale, mini = false }: Props): JSX.Element {
  return mini ? <Lying steps={steps} locale={locale} /> : <Standing steps={steps} locale={locale} />
}

function Standing({ steps, locale }: Props) {
  const say = words(locale)
  return (
    <ol class="line">
      {steps.map(step => (
        <li key={step.id} class={`line-step line-${step.status}`} aria-current={isNow(step) ? 'step' : undefined}>
          <span class="line-mark">
            <LineMark status={step.status} />
          </span>
          <div class="line-name">
            {step.name}
            <span class="line-word">{say(`status.${step.status}`)}</span>
          </div>
          <div class="line-when">{whenOf(step, locale)}</div>
          {step.note && <div class="line-note">{step.note}</div>}
        </li>
      ))}
    </ol>
  )
}

function Lying({ steps, locale }: Props) {
  const say = words(locale)
  const open = steps.findIndex(isNow)
  const at =
    open >= 0
      ? open
      : Math.max(
          0,
          steps.findLastIndex(step => step.status !== 'not-started'),
        )
  return (
    <div>
      <ol class="line line-lying">
        {steps.map(step => (
          <li key={step.id} class={`line-step line-${step.status}`}>
            <span class="line-mark">
              <LineMark status={step.status} />
            </span>
            <span class="hidden-text">
              {step.name} {say(`status.${step.status}`)}
            </span>
          </li>
        ))}
      </ol>
      <p class="line-now">{say('line.now', { n: at + 1, count: steps.length, name: steps[at]?.name ?? '' })}</p>
    </div>
  )
}

const isNow = ({ status }: LineStep) => status === 'running' || status === 'overdue'

/** The day it was done and by whom; before that, the day it is promised for. */
function whenOf({ on, promisedBy, actor }: LineStep, locale: Locale): string {
  const say = words(locale)
  const day = (date: CalendarDate) => formatDate(date, locale, { year: false, weekday: true })
  const date = on
    ? say('line.on', { date: day(on) })
    : promisedBy
      ? say('line.promised', { date: day(promisedBy) })
      : ''
  return [date, actor].filter(Boolean).join(' · ')
}
