/** The rail: queues with their counts, not a menu tree. A queue shows only to whom it belongs. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { read } from '../../api.ts'
import { caseStatuses } from '../../search-params.ts'
import { useMay, useMe } from '../../session.ts'
import { useNames } from '../../words.ts'
import { useShellWords } from './words.ts'

export function Rail({ open }: { open: boolean }) {
  const t = useShellWords()
  const may = useMay()
  const me = useMe()
  return (
    <nav id="rail" className={`rail ${open ? 'rail-open' : ''}`} aria-label={t('rail.label')}>
      {may('casework.apply-for') && (
        <Link to="/intake" className="rail-intake">
          {t('rail.intake')}
        </Link>
      )}
      {may('casework.read') && <CaseQueues />}
      <ul>
        {may('publicity.read') && (
          <li>
            <Link to="/notices">{t('rail.notices')}</Link>
          </li>
        )}
        {may('payments.read') && (
          <li>
            <Link to="/payments">{t('rail.payments')}</Link>
          </li>
        )}
        {may('insight.try') && (
          <li>
            <Link to="/policies/simulate">{t('rail.simulate')}</Link>
          </li>
        )}
        {may('policies.read') && (
          <li>
            <Link to="/policies" activeOptions={{ exact: true }}>
              {t('rail.policies')}
            </Link>
          </li>
        )}
        {may('journal.read-all', 'journal.verify') && (
          <li>
            <Link to="/journal">{t('rail.journal')}</Link>
          </li>
        )}
        {may('identity.read', 'identity.manage') && (
          <li>
            <Link to="/accounts">{t('rail.accounts')}</Link>
          </li>
        )}
        {may('places.edit') && (
          <li>
            <Link to="/places">{t('rail.places')}</Link>
          </li>
        )}
        {may('demo.clock') && me.demo && (
          <li>
            <Link to="/clock">{t('rail.clock')}</Link>
          </li>
        )}
      </ul>
    </nav>
  )
}

function CaseQueues() {
  const t = useShellWords()
  const name = useNames()
  const { data } = useQuery({
    queryKey: ['cases', 'count'],
    queryFn: () => read('/cases/count', { queue: 'all' }),
    refetchInterval: 60_000,
  })
  const exact = { exact: true, includeSearch: true, explicitUndefined: true } as const
  return (
    <ul>
      <li>
        <Link to="/queue" search={{}} activeOptions={exact}>
          <strong>{t('rail.mine')}</strong>
          <Count of={data?.mine} />
        </Link>
      </li>
      {caseStatuses
        .filter(status => data?.byStatus[status])
        .map(status => (
          <li key={status}>
            <Link to="/queue" search={{ view: 'all', status }} activeOptions={{ includeSearch: true }}>
              {name('status', status)}
              <Count of={data?.byStatus[status]} />
            </Link>
          </li>
        ))}
      <li>
        <Link to="/queue" search={{ view: 'all' }} activeOptions={exact}>
          {t('rail.all')}
          <Count of={data && Object.values(data.byStatus).reduce((sum, count) => sum + count, 0)} />
        </Link>
      </li>
    </ul>
  )
}

function Count({ of }: { of: number | undefined }) {
  const t = useShellWords()
  return of === undefined ? null : (
    <span className="rail-count" title={t('rail.count', { count: of })}>
      {of}
    </span>
  )
}
