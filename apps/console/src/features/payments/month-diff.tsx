/** What is different from last month, before anything else: new, stopped, changed, held, each with its people. */
import { Link } from '@tanstack/react-router'
import { yuan } from '../../parts/money.tsx'
import type { BatchDetail, DiffKind } from './payment-views.ts'
import { usePaymentNames, usePaymentWords } from './words.ts'

const kinds: readonly DiffKind[] = ['new', 'stopped', 'changed', 'held']

export function MonthDiff({ diff }: { diff: BatchDetail['diff'] }) {
  const t = usePaymentWords()
  const word = usePaymentNames()
  const changed = kinds.filter(kind => diff[kind].count > 0)
  return (
    <section className="month-diff" aria-label={t('diff.title')}>
      <h2>{t('diff.title')}</h2>
      {changed.length === 0 && <p className="small-print">{t('diff.same')}</p>}
      {changed.map(kind => (
        <details key={kind} open={diff[kind].items.length <= 12}>
          <summary>
            <strong>{t(`diff.${kind}`)}</strong>{' '}
            {t('diff.summary', { count: diff[kind].count, sum: yuan(diff[kind].movedFen) })}
          </summary>
          <ul>
            {diff[kind].items.map(item => (
              <li key={item.awardId}>
                <Link to="/households/$householdId" params={{ householdId: item.householdId }} className="name">
                  {item.name}
                </Link>
                <span className="figures">
                  {t('diff.from-to', { before: yuan(item.beforeFen), now: yuan(item.nowFen) })}
                </span>
                {item.reason && <span className="flag">{word('reason', item.reason)}</span>}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}
