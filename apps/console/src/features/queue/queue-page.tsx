/** The queue: mine by deadline unless asked otherwise. What is chosen lives in the address and survives Back and reload. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useDates } from '../../dates.ts'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { DeadlineChip } from '../../parts/deadline-chip.tsx'
import { Figure } from '../../parts/money.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { Pager } from '../../parts/pager.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import type { QueueSearch } from '../../search-params.ts'
import { useMay } from '../../session.ts'
import type { CaseSummary } from '../../views.ts'
import { useNames } from '../../words.ts'
import { ExportTable } from './export-table.tsx'
import { QueueFilters } from './queue-filters.tsx'
import { queueQuery } from './queue-query.ts'
import { useQueueWords } from './words.ts'

export function QueuePage() {
  const t = useQueueWords()
  const name = useNames()
  const may = useMay()
  const search = useSearch({ from: '/shell/queue' })
  const navigate = useNavigate({ from: '/queue' })
  const list = useQuery({ ...queueQuery(search), placeholderData: keepPreviousData })
  const columns = useColumns()
  const choose = (change: { [K in keyof QueueSearch]: QueueSearch[K] | undefined }) =>
    void navigate({ search: ({ after: _, ...before }) => ({ ...before, ...change }) as QueueSearch })
  const title =
    search.view === 'all' ? (search.status ? name('status', search.status) : t('title.all')) : t('title.mine')
  return (
    <div className="page">
      <PageTitle title={title}>
        <span className="small-print keys-hint">{t('keys')}</span>
        {may('casework.export') && <ExportTable />}
      </PageTitle>
      <QueueFilters key={search.q ?? ''} search={search} onChoose={choose} />
      <QueryView of={list} rows={8}>
        {page => (
          <>
            <DataTable
              caption={title}
              columns={columns}
              rows={page.items}
              keyOf={row => row.id}
              onOpen={row => void navigate({ to: '/cases/$caseId', params: { caseId: row.id } })}
              nothing={t(search.view === 'all' ? 'nothing.all' : 'nothing.mine')}
            />
            <Pager
              limit={search.limit ?? 50}
              next={page.next}
              turned={search.after !== undefined}
              onLimit={limit => choose({ limit: limit as 20 | 50 | 200 })}
              onTurn={after => choose({ after })}
            />
          </>
        )}
      </QueryView>
    </div>
  )
}

function useColumns(): Column<CaseSummary>[] {
  const t = useQueueWords()
  const name = useNames()
  const { day } = useDates()
  return [
    { id: 'deadline', title: t('column.deadline'), width: 150, cell: row => <DeadlineChip {...row} /> },
    { id: 'household', title: t('column.household'), cell: row => <Applicant row={row} /> },
    {
      id: 'number',
      title: t('column.number'),
      extra: true,
      cell: row => <span className="small-print figures">{row.number}</span>,
    },
    { id: 'programme', title: t('column.programme'), extra: true, cell: row => name('programme', row.programme) },
    { id: 'status', title: t('column.status'), cell: row => name('status', row.status) },
    { id: 'flags', wraps: true, title: t('column.flags'), extra: true, cell: row => <Flags of={row.flags} /> },
    { id: 'village', title: t('column.village'), extra: true, cell: row => row.villageName },
    { id: 'submitted', title: t('column.submitted'), extra: true, cell: row => day(row.submittedOn) },
    {
      id: 'amount',
      title: t('column.amount'),
      extra: true,
      figures: true,
      cell: row => <Figure fen={row.amountFen} />,
    },
  ]
}

function Applicant({ row }: { row: CaseSummary }) {
  const t = useQueueWords()
  return (
    <>
      <Link to="/cases/$caseId" params={{ caseId: row.id }} tabIndex={-1}>
        <strong className="name">{row.applicantName}</strong>
      </Link>{' '}
      <span className="small-print">{t('people', { count: row.members })}</span>
    </>
  )
}

export function Flags({ of }: { of: readonly string[] }) {
  const name = useNames()
  return of.map(flag => (
    <span key={flag} className="flag">
      {name('flag', flag)}
    </span>
  ))
}
