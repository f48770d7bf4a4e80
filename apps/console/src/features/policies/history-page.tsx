/** Every value that one parameter ever had or will have, at every level: what, since when, on which clause, by whose hands. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useDates } from '../../dates.ts'
import { useLanguage } from '../../language.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { historyQuery } from './policy-queries.ts'
import type { HistoryView } from './policy-views.ts'
import { Clause, ValueText } from './value-text.tsx'
import { usePolicyWords } from './words.ts'
import './policies.css'

export function HistoryPage() {
  const t = usePolicyWords()
  const { locale } = useLanguage()
  const { pack, parameter } = useParams({ from: '/shell/policies/packs/$pack/history/$parameter' })
  const question = useQuery(historyQuery(pack, parameter))
  return (
    <div className="page">
      <QueryView of={question} rows={6}>
        {({ label, items }) => (
          <>
            <PageTitle title={t('history.title', { name: label[locale] })} />
            <p>
              <Link to="/policies/packs/$pack" params={{ pack }}>
                {t('draft.back')}
              </Link>
            </p>
            <ol className="history">
              {items.map(item => (
                <Entry key={`${item.pack} ${item.from}`} item={item} />
              ))}
            </ol>
          </>
        )}
      </QueryView>
    </div>
  )
}

function Entry({ item }: { item: HistoryView['items'][number] }) {
  const t = usePolicyWords()
  const { locale } = useLanguage()
  const { fullDay, fullMoment } = useDates()
  const { release } = item
  return (
    <li className={`sheet history-entry ${item.inForce ? 'history-now' : ''}`}>
      <p className="history-head">
        <strong className="figures">{fullDay(item.from)}</strong>
        <ValueText value={item} />
        {item.inForce && <span className="history-mark">● {t('history.now')}</span>}
      </p>
      <p>
        {item.packTitle[locale]} · <Clause {...item} />
      </p>
      {release ? (
        <p className="microline">
          <Link to="/policies/drafts/$draftId" params={{ draftId: release.draftId }}>
            {t('history.release', {
              seq: release.seq,
              drafted: release.drafted.name,
              released: release.released.name,
              at: fullMoment(release.released.at),
            })}
          </Link>
          {release.replaced && ` · ${t('history.replaced')}`}
        </p>
      ) : (
        <p className="microline">{t('history.folder')}</p>
      )}
    </li>
  )
}
