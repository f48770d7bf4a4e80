/** The time that is left, in working days and in words, with a shape that survives a black-and-white copier. */
import { useWords } from '../words.ts'
import { Mark } from './mark.tsx'

interface Deadline {
  readonly workingDaysLeft: number | null
  readonly overdue: boolean
  readonly paused?: boolean
}

export function DeadlineChip({ workingDaysLeft: left, overdue, paused = false }: Deadline) {
  const t = useWords()
  if (left === null) return <span className="chip chip-none">{t(paused ? 'deadline.paused' : 'deadline.none')}</span>
  if (overdue || left < 0) {
    return (
      <span className="chip chip-late">
        <Mark status="overdue" size={14} />
        {t('deadline.late', { days: Math.abs(left) })}
      </span>
    )
  }
  const soon = left <= 3
  return (
    <span className={`chip ${soon ? 'chip-soon' : 'chip-calm'}`}>
      <Mark status={soon ? 'running' : 'not-started'} size={14} />
      {left === 0 ? t('deadline.today') : t('deadline.left', { days: left })}
    </span>
  )
}
