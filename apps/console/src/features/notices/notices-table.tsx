/** Notices with the days they still hang. */
import { Link } from '@tanstack/react-router'
import { fileAddress, type Item } from '../../api.ts'
import { useDates } from '../../dates.ts'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { Figure } from '../../parts/money.tsx'
import { useMe } from '../../session.ts'
import { useNoticeWords } from './words.ts'

export type ListedNotice = Item<'/notices'>

export function NoticesTable({ items }: { items: readonly ListedNotice[] }) {
  const t = useNoticeWords()
  const { day } = useDates()
  const columns: Column<ListedNotice>[] = [
    { id: 'ends', title: t('column.ends'), cell: row => day(row.endsOn, true) },
    { id: 'left', title: t('column.left'), cell: row => <DaysLeft notice={row} /> },
    {
      id: 'applicant',
      title: t('column.applicant'),
      cell: row => (
        <Link to="/cases/$caseId" params={{ caseId: row.caseId }} search={{ tab: 'notice' }} className="name">
          {row.applicantName}
        </Link>
      ),
    },
    { id: 'village', title: t('column.village'), extra: true, cell: row => row.villageName },
    {
      id: 'amount',
      title: t('column.amount'),
      figures: true,
      extra: true,
      cell: row => <Figure fen={row.amountFen} />,
    },
    {
      id: 'objections',
      title: t('column.objections'),
      cell: row => (row.openObjections > 0 ? <span className="flag">{row.openObjections}</span> : '—'),
    },
    {
      id: 'photo',
      title: t('column.photo'),
      extra: true,
      cell: row => t(row.boardPhotoDocumentId ? 'photo.yes' : 'photo.no'),
    },
    {
      id: 'acts',
      title: t('column.acts'),
      extra: true,
      cell: row => (
        <a href={fileAddress(`/notices/${row.id}/sheet`)} target="_blank" rel="noreferrer">
          {t('sheet')}
        </a>
      ),
    },
  ]
  const byEnd = [...items].sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1))
  return <DataTable caption={t('title')} columns={columns} rows={byEnd} keyOf={row => row.id} nothing={t('nothing')} />
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
