/** Everything anybody did, the proof that nothing of it was changed, and the checkpoints that fix it in time. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type Item, read } from '../../api.ts'
import { useDates } from '../../dates.ts'
import { useBilingual } from '../../language.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { Pager } from '../../parts/pager.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { useMay } from '../../session.ts'
import { useNames } from '../../words.ts'
import { Proof } from './proof.tsx'
import { useJournalWords } from './words.ts'

type Entry = Item<'/journal'>

export function JournalPage() {
  const t = useJournalWords()
  const may = useMay()
  const search = useSearch({ from: '/shell/journal' })
  const navigate = useNavigate({ from: '/journal' })
  const columns = useColumns()
  const question = useQuery({
    queryKey: ['journal', search],
    queryFn: () => read('/journal', { limit: 50, ...search }),
    placeholderData: keepPreviousData,
  })
  const filtered = search.account || search.case || search.household
  return (
    <div className="page">
      <PageTitle title={t('title')} />
      {may('journal.verify') && <Proof />}
      {filtered && (
        <p>
          <Link to="/journal" search={{}}>
            {t('filter.clear')}
          </Link>
        </p>
      )}
      <QueryView of={question} rows={10}>
        {({ items, next }) => (
          <>
            <DataTable
              caption={t('title')}
              columns={columns}
              rows={items}
              keyOf={row => row.id}
              nothing={t('nothing')}
            />
            <Pager
              limit={50}
              next={next}
              turned={search.after !== undefined}
              onTurn={after =>
                void navigate({ search: ({ after: _, ...before }) => (after ? { ...before, after } : before) })
              }
            />
          </>
        )}
      </QueryView>
    </div>
  )
}

function useColumns(): Column<Entry>[] {
  const t = useJournalWords()
  const say = useBilingual()
  const may = useMay()
  const { fullMoment } = useDates()
  return [
    { id: 'seq', title: t('column.seq'), figures: true, width: 72, cell: row => row.seq },
    { id: 'at', title: t('column.at'), cell: row => <span className="figures">{fullMoment(row.at)}</span> },
    { id: 'summary', wraps: true, title: t('column.summary'), cell: row => say(row.summary) },
    { id: 'actor', title: t('column.actor'), cell: row => <Actor entry={row} /> },
    { id: 'reason', wraps: true, title: t('column.reason'), extra: true, cell: row => row.reason ?? '—' },
    {
      id: 'links',
      title: t('column.links'),
      extra: true,
      cell: row => (
        <span className="filters">
          {row.caseId && may('casework.read') && (
            <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
              {t('link.case')}
            </Link>
          )}
          {row.householdId && may('registry.read') && (
            <Link to="/households/$householdId" params={{ householdId: row.householdId }}>
              {t('link.household')}
            </Link>
          )}
        </span>
      ),
    },
    {
      id: 'hash',
      title: t('column.hash'),
      extra: true,
      cell: row => <code className="small-print">{row.hash.slice(0, 12)}</code>,
    },
  ]
}

function Actor({ entry }: { entry: Entry }) {
  const name = useNames()
  if (entry.role === 'system') return name('role', entry.role)
  return entry.accountId ? (
    <Link to="/journal" search={{ account: entry.accountId }} className="name">
      {entry.actorName}
    </Link>
  ) : (
    entry.actorName
  )
}
