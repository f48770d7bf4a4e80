/** Notices with the days they still hang. */
import { queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { fileAddress, type Item, read } from '../../api.ts'
import { useDates } from '../../dates.ts'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { Figure } from '../../parts/money.tsx'
import { useMe } from '../../session.ts'
import type { CaseSummary } from '../../views.ts'
import { caseQuery } from '../case/case-queries.ts'
import { useNoticeWords } from './words.ts'

export type ListedNotice = Item<'/notices'>

export const openObjectionsQuery = queryOptions({
  queryKey: ['notices', 'objections'],
  queryFn: () => read('/objections', { status: 'open', limit: 200 }),
})

/** A notice together with the case it is about and its unanswered objections. */
interface Row {
  readonly notice: ListedNotice
  readonly item: CaseSummary | undefined
  readonly open: number
}

export function NoticesTable({ items }: { items: readonly ListedNotice[] }) {
  const t = useNoticeWords()
  const { day } = useDates()
  const rows = useRows(items)
  const columns: Column<Row>[] = [
    { id: 'ends', title: t('column.ends'), cell: row => day(row.notice.endsOn, true) },
    { id: 'left', title: t('column.left'), cell: row => <DaysLeft notice={row.notice} /> },
    {
      id: 'applicant',
      title: t('column.applicant'),
      cell: row => (
        <Link to="/cases/$caseId" params={{ caseId: row.notice.caseId }} search={{ tab: 'notice' }} className="name">
          {row.item?.applicantName ?? t('open')}
        </Link>
      ),
    },
    { id: 'village', title: t('column.village'), extra: true, cell: row => row.item?.villageName ?? '—' },
    {
      id: 'amount',
      title: t('column.amount'),
      figures: true,
      extra: true,
      cell: row => <Figure fen={row.item?.amountFen} />,
    },
    {
      id: 'objections',
      title: t('column.objections'),
      cell: row => (row.open > 0 ? <span className="flag">{row.open}</span> : '—'),
    },
    {
      id: 'photo',
      title: t('column.photo'),
      extra: true,
      cell: row => t(row.notice.boardPhotoDocumentId ? 'photo.yes' : 'photo.no'),
    },
    {
      id: 'acts',
      title: t('column.acts'),
      extra: true,
      cell: row => (
        <a href={fileAddress(`/notices/${row.notice.id}/sheet`)} target="_blank" rel="noreferrer">
          {t('sheet')}
        </a>
      ),
    },
  ]
  return (
    <DataTable caption={t('title')} columns={columns} rows={rows} keyOf={row => row.notice.id} nothing={t('nothing')} />
  )
}

/** By the day they end. The list names cases only by id; what the case is called comes from the case itself. */
function useRows(items: readonly ListedNotice[]): readonly Row[] {
  const cases = useQueries({ queries: items.map(({ caseId }) => caseQuery(caseId)) })
  const { data: objections } = useQuery(openObjectionsQuery)
  return items
    .map((notice, place) => ({
      notice,
      item: cases[place]?.data,
      open: objections?.items.filter(({ noticeId }) => noticeId === notice.id).length ?? 0,
    }))
    .sort((a, b) => (a.notice.endsOn < b.notice.endsOn ? -1 : 1))
}

/** Calendar days: a notice's time does not stop on Sundays. */
function DaysLeft({ notice }: { notice: ListedNotice }) {
  const t = useNoticeWords()
  const { today } = useMe()
  if (notice.status !== 'posted') return '—'
  const days = Math.round((Date.parse(notice.endsOn) - Date.parse(today)) / 86_400_000)
  if (days < 0) return t('left.over')
  return (
    <span className={`chip ${days <= 1 ? 'chip-soon' : 'chip-calm'}`}>
      {days === 0 ? t('left.last') : t('left', { days })}
    </span>
  )
}
