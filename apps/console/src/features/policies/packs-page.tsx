/** Whose rules there are, and what is being changed: packs, drafts and releases. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useDates } from '../../dates.ts'
import { useLanguage } from '../../language.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { draftsQuery, packsQuery } from './policy-queries.ts'
import type { DraftSummary, PackSummary } from './policy-views.ts'
import { usePolicyNames, usePolicyWords } from './words.ts'
import './policies.css'

export function PacksPage() {
  const t = usePolicyWords()
  return (
    <div className="page">
      <PageTitle title={t('title')} />
      <h2>{t('drafts')}</h2>
      <Drafts />
      <h2>{t('packs')}</h2>
      <p className="small-print">{t('page.example-of')}</p>
      <Packs />
    </div>
  )
}

function Packs() {
  const t = usePolicyWords()
  const name = usePolicyNames()
  const { locale } = useLanguage()
  const navigate = useNavigate()
  const question = useQuery(packsQuery)
  const columns = (all: readonly PackSummary[]): Column<PackSummary>[] => [
    {
      id: 'title',
      title: t('pack.title'),
      wraps: true,
      cell: row => (
        <>
          <Link to="/policies/packs/$pack" params={{ pack: row.name }}>
            <strong>{row.title[locale]}</strong>
          </Link>
          {row.own && <span className="microline">{t('pack.own')}</span>}
        </>
      ),
    },
    { id: 'level', title: t('pack.level'), extra: true, cell: row => name('level', row.level) },
    {
      id: 'inherits',
      title: t('pack.inherits'),
      extra: true,
      cell: row => all.find(({ name: other }) => other === row.inherits)?.title[locale] ?? '—',
    },
    {
      id: 'programmes',
      title: t('pack.programmes'),
      extra: true,
      wraps: true,
      cell: row => row.programmes.map(({ title }) => title[locale]).join('、') || '—',
    },
    {
      id: 'state',
      title: t('pack.state'),
      wraps: true,
      cell: row => (
        <>
          {row.broken ? <span className="field-wrong">{t('pack.broken')}</span> : t('pack.fine')}
          {row.example && <span className="flag value-flag">{t('pack.example')}</span>}
        </>
      ),
    },
  ]
  return (
    <QueryView of={question} rows={6}>
      {({ items }) => (
        <DataTable
          caption={t('packs')}
          columns={columns(items)}
          rows={items.toSorted((a, b) => Number(b.own) - Number(a.own))}
          keyOf={row => row.name}
          onOpen={row => void navigate({ to: '/policies/packs/$pack', params: { pack: row.name } })}
        />
      )}
    </QueryView>
  )
}

function Drafts() {
  const t = usePolicyWords()
  const name = usePolicyNames()
  const { locale } = useLanguage()
  const { fullDay } = useDates()
  const navigate = useNavigate()
  const question = useQuery(draftsQuery)
  const columns: Column<DraftSummary>[] = [
    {
      id: 'title',
      title: t('drafts.title'),
      wraps: true,
      cell: row => (
        <Link to="/policies/drafts/$draftId" params={{ draftId: row.id }}>
          <strong>{row.title}</strong>
        </Link>
      ),
    },
    { id: 'pack', title: t('drafts.pack'), extra: true, wraps: true, cell: row => row.packTitle[locale] },
    { id: 'status', title: t('drafts.status'), wraps: true, cell: row => name('status', row.status) },
    { id: 'count', title: t('drafts.count'), figures: true, extra: true, cell: row => row.changeCount },
    { id: 'starts', title: t('drafts.starts'), extra: true, cell: row => fullDay(row.startsOn) },
    { id: 'author', title: t('drafts.author'), extra: true, cell: row => row.author },
    { id: 'decided', title: t('drafts.decided'), extra: true, cell: row => row.decided?.name ?? '—' },
  ]
  return (
    <QueryView of={question}>
      {({ items }) => (
        <DataTable
          caption={t('drafts')}
          columns={columns}
          rows={items}
          keyOf={row => row.id}
          onOpen={row => void navigate({ to: '/policies/drafts/$draftId', params: { draftId: row.id } })}
          nothing={t('drafts.none')}
        />
      )}
    </QueryView>
  )
}
