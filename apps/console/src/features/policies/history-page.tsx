/** All that one parameter or rule ever said or will say, at every level: what, since when, on which clause, by whose hands. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useDates } from '../../dates.ts'
import { useLanguage } from '../../language.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { historyQuery, ruleHistoryQuery } from './policy-queries.ts'
import type { HistoryView, RuleHistoryView } from './policy-views.ts'
import { FormulaText } from './rule-fields.tsx'
import { Clause, ValueText } from './value-text.tsx'
import { usePolicyWords } from './words.ts'
import './policies.css'

export function HistoryPage() {
  const t = usePolicyWords()
  const { pack, parameter } = useParams({ from: '/shell/policies/packs/$pack/history/$parameter' })
  const back = (
    <Link to="/policies/packs/$pack" params={{ pack }}>
      {t('draft.back')}
    </Link>
  )
  return <History of={useQuery(historyQuery(pack, parameter))} back={back} />
}

export function RuleHistoryPage() {
  const t = usePolicyWords()
  const { pack, programme, rule } = useParams({ from: '/shell/policies/packs/$pack/rules/$programme/$rule' })
  const back = (
    <Link to="/policies/packs/$pack/rules/$programme" params={{ pack, programme }}>
      {t('rules.back')}
    </Link>
  )
  return <History of={useQuery(ruleHistoryQuery(pack, programme, rule))} back={back} />
}

function History({ of, back }: { of: UseQueryResult<HistoryView | RuleHistoryView>; back: ReactNode }) {
  const t = usePolicyWords()
  const { locale } = useLanguage()
  return (
    <div className="page">
      <QueryView of={of} rows={6}>
        {({ label, items }) => (
          <>
            <PageTitle title={t('history.title', { name: label[locale] })} />
            <p>{back}</p>
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

function Entry({ item }: { item: HistoryView['items'][number] | RuleHistoryView['items'][number] }) {
  const t = usePolicyWords()
  const { locale } = useLanguage()
  const { fullDay, fullMoment } = useDates()
  const { release } = item
  return (
    <li className={`sheet history-entry ${item.inForce ? 'history-now' : ''}`}>
      <p className="history-head">
        <strong className="figures">{fullDay(item.from)}</strong>
        {'formula' in item ? null : <ValueText value={item} />}
        {item.inForce && <span className="history-mark">● {t('history.now')}</span>}
      </p>
      {'formula' in item && <FormulaText text={item.formula} />}
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
