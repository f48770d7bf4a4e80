/** The last group of facts: what was checked, what is still missing. */
import { Link } from '@tanstack/react-router'
import { useDates } from '../../dates.ts'
import { Mark } from '../../parts/mark.tsx'
import type { CaseDetail, StepStatus } from '../../views.ts'
import { useNames } from '../../words.ts'
import { useCaseWords } from './words.ts'

interface Check {
  readonly id: 'papers' | 'verification' | 'visit' | 'notice'
  readonly status: StepStatus
  readonly text: string
  readonly tab: string
}

export function Checks({ item }: { item: CaseDetail }) {
  const t = useCaseWords()
  const checks = useChecks(item)
  return (
    <ul className="checks">
      {checks.map(check => (
        <li key={check.id}>
          <Mark status={check.status} size={16} />
          <Link to="." search={{ tab: check.tab }}>
            {t(`check.${check.id}`)}
          </Link>
          <span>{check.text}</span>
        </li>
      ))}
    </ul>
  )
}

function useChecks({ state }: CaseDetail): readonly Check[] {
  const t = useCaseWords()
  const name = useNames()
  const { day } = useDates()
  const { verification, visits, notice, correction, pending } = state
  const missing = [...new Set([...(correction?.missing ?? []), ...pending])]
  const made = visits.find(visit => visit.madeOn !== null)
  const dated = (on: string | null | undefined, since: string | null | undefined) =>
    on ? t('check.done', { on: day(on) }) : since ? t('check.running', { on: day(since) }) : t('check.not-yet')
  const status = (done: unknown, begun: unknown): StepStatus => (done ? 'done' : begun ? 'running' : 'not-started')
  return [
    {
      id: 'papers',
      tab: 'evidence',
      status: missing.length > 0 ? 'running' : 'done',
      text:
        missing.length > 0
          ? t('check.papers-missing', { list: missing.map(kind => name('document', kind)).join('、') })
          : t('check.papers-complete'),
    },
    {
      id: 'verification',
      tab: 'verification',
      status: status(verification?.completedOn, verification),
      text: dated(verification?.completedOn, verification?.requestedOn),
    },
    {
      id: 'visit',
      tab: 'visits',
      status: status(made, visits.length),
      text: made?.conclusion
        ? `${dated(made.madeOn, null)} · ${name('conclusion', made.conclusion)}`
        : dated(made?.madeOn, null),
    },
    {
      id: 'notice',
      tab: 'notice',
      status: status(notice?.status === 'ended', notice),
      text: notice ? t('check.notice-until', { on: day(notice.endsOn) }) : t('check.not-yet'),
    },
  ]
}
