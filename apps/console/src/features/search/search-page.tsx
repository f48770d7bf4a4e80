/** Households found by name, pinyin initials, identity or phone tail; everything masked. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type Item, read } from '../../api.ts'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { Pager } from '../../parts/pager.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { useMay } from '../../session.ts'
import { useNames } from '../../words.ts'
import { useMatchNames, useSearchWords } from './words.ts'

type Found = Item<'/households'>

export function SearchPage() {
  const t = useSearchWords()
  const may = useMay()
  const { q = '', after } = useSearch({ from: '/shell/search' })
  const navigate = useNavigate({ from: '/search' })
  const columns = useColumns()
  const question = useQuery({
    queryKey: ['households', q, after],
    queryFn: () => read('/households', { q, limit: 50, ...(after ? { after } : {}) }),
    placeholderData: keepPreviousData,
  })
  return (
    <div className="page">
      <PageTitle title={t('title', { q })}>
        {may('casework.apply-for') && <Link to="/intake">{t('intake')}</Link>}
      </PageTitle>
      <QueryView of={question}>
        {({ items, next }) => (
          <>
            <DataTable
              caption={t('title', { q })}
              columns={columns}
              rows={items}
              keyOf={row => row.id}
              onOpen={row => void navigate({ to: '/households/$householdId', params: { householdId: row.id } })}
              nothing={t('nothing')}
            />
            {(next || after) && (
              <Pager
                limit={50}
                next={next}
                turned={after !== undefined}
                onTurn={turn => void navigate({ search: turn ? { q, after: turn } : { q } })}
              />
            )}
          </>
        )}
      </QueryView>
    </div>
  )
}

function useColumns(): Column<Found>[] {
  const t = useSearchWords()
  const match = useMatchNames()
  const name = useNames()
  return [
    { id: 'head', title: t('column.head'), cell: row => <Head row={row} /> },
    {
      id: 'match',
      wraps: true,
      title: t('column.match'),
      cell: row => (row.match ? match('match', row.match.kind, { name: row.match.name }) : '—'),
    },
    { id: 'members', title: t('column.members'), figures: true, extra: true, cell: row => row.members },
    { id: 'village', title: t('column.village'), cell: row => row.villageName },
    {
      id: 'number',
      title: t('column.number'),
      extra: true,
      cell: row => <span className="figures">{row.number}</span>,
    },
    {
      id: 'case',
      title: t('column.case'),
      cell: row =>
        row.openCase ? (
          <Link to="/cases/$caseId" params={{ caseId: row.openCase.id }} onClick={event => event.stopPropagation()}>
            {name('status', row.openCase.status)}
          </Link>
        ) : (
          '—'
        ),
    },
  ]
}

function Head({ row }: { row: Found }) {
  return (
    <Link to="/households/$householdId" params={{ householdId: row.id }} onClick={event => event.stopPropagation()}>
      <strong className="name">{row.headName}</strong>
    </Link>
  )
}
