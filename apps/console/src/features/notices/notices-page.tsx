/** Every notice by the day it ends, and every objection that waits for an answer. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { read } from '../../api.ts'
import { Choice } from '../../parts/choice.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { type NoticeStatus, noticesSearch } from '../../search-params.ts'
import { NoticesTable, openObjectionsQuery } from './notices-table.tsx'
import { ObjectionCard } from './objection-card.tsx'
import { useNoticeWords } from './words.ts'

export function NoticesPage() {
  const t = useNoticeWords()
  const { view, status = 'posted' } = useSearch({ from: '/shell/notices' })
  const navigate = useNavigate({ from: '/notices' })
  return (
    <div className="page">
      <PageTitle title={t('title')} />
      <nav className="views" aria-label={t('title')}>
        <Link to="/notices" search={{}} activeOptions={{ exact: true, includeSearch: true }}>
          {t('view.notices')}
        </Link>
        <Link to="/notices" search={{ view: 'objections' }}>
          {t('view.objections')}
        </Link>
      </nav>
      {view !== 'objections' && (
        <div className="filters">
          <Choice
            aria-label={t('view.notices')}
            value={status}
            options={(['posted', 'ended', 'withdrawn'] as const).map(each => [each, t(`status.${each}`)] as const)}
            onChoose={chosen => void navigate({ search: noticesSearch({ status: chosen }) })}
          />
        </div>
      )}
      {view === 'objections' ? <Objections /> : <Notices status={status} />}
    </div>
  )
}

function Notices({ status }: { status: NoticeStatus }) {
  const question = useQuery({
    queryKey: ['notices', status],
    queryFn: () => read('/notices', { status, limit: 50 }),
  })
  return <QueryView of={question}>{({ items }) => <NoticesTable items={items} />}</QueryView>
}

function Objections() {
  const t = useNoticeWords()
  const question = useQuery(openObjectionsQuery)
  return (
    <QueryView of={question}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="nothing">{t('objection.nothing')}</p>
        ) : (
          <ul className="cards">
            {items.map(objection => (
              <ObjectionCard key={objection.id} objection={objection} touches={[['notices']]}>
                <Link to="/cases/$caseId" params={{ caseId: objection.caseId }} search={{ tab: 'notice' }}>
                  {t('objection.case')}
                </Link>
              </ObjectionCard>
            ))}
          </ul>
        )
      }
    </QueryView>
  )
}
