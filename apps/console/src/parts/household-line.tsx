/** 一户一条线: what happened to this household, what is happening, what was promised. */
import { useDates } from '../dates.ts'
import { useBilingual } from '../language.tsx'
import type { Step } from '../views.ts'
import { useWords } from '../words.ts'
import { Mark } from './mark.tsx'

export function HouseholdLine({ steps }: { steps: readonly Step[] }) {
  const t = useWords()
  const say = useBilingual()
  return (
    <ol className="household-line" aria-label={t('line.label')}>
      {steps.map(step => (
        <li
          key={step.id}
          className={`stop stop-${step.status}`}
          aria-current={step.status === 'running' ? 'step' : undefined}
        >
          <Mark status={step.status} />
          <span className="stop-name">{say(step.name)}</span>
          <StopNote step={step} />
        </li>
      ))}
    </ol>
  )
}

function StopNote({ step }: { step: Step }) {
  const t = useWords()
  const { day } = useDates()
  const promised = step.promisedBy && !step.on ? t('line.promised', { date: day(step.promisedBy) }) : ''
  const note = step.on ? [day(step.on), step.actor].filter(Boolean).join(' · ') : promised
  return (
    <span className="stop-note">
      <span className="stop-word">{t(`mark.${step.status}`)}</span>
      {note && <span>{note}</span>}
    </span>
  )
}
