/** The household's line as a list: when, what, who, why. */
import { useDates } from '../../dates.ts'
import { useBilingual } from '../../language.tsx'
import { Mark } from '../../parts/mark.tsx'
import type { StepStatus } from '../../views.ts'
import { useNames } from '../../words.ts'
import type { LineEntry } from '../case/case-views.ts'
import { useCaseWords } from '../case/words.ts'

const decided = new Set(['case.approved', 'case.refused', 'case.rejected'])

export function LineEntries({ items }: { items: readonly LineEntry[] }) {
  const t = useCaseWords()
  const say = useBilingual()
  const name = useNames()
  const { fullMoment } = useDates()
  if (items.length === 0) return <p className="nothing">{t('journal.none')}</p>
  return (
    <ol className="line-entries">
      {items.map(entry => (
        <li key={entry.seq}>
          <Mark status={markOf(entry.act)} size={14} />
          <span className="line-text">
            {say(entry.summary)}
            {entry.reason && <span className="small-print"> {t('journal.reason', { reason: entry.reason })}</span>}
            <span className="microline">
              {fullMoment(entry.at)} · {entry.role === 'system' ? name('role', entry.role) : entry.actorName}
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}

const markOf = (act: string): StepStatus => (decided.has(act) ? 'decided' : 'done')
