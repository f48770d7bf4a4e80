/** The month's money: what is there, what was prepared, what came back. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { Figure } from '../../parts/money.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { useMay } from '../../session.ts'
import { useNames } from '../../words.ts'
import { AllocateForm } from './allocate-form.tsx'
import { batchesQuery, budgetsQuery } from './payment-queries.ts'
import type { Batch, Budget } from './payment-views.ts'
import { PrepareForm } from './prepare-form.tsx'
import { usePaymentWords } from './words.ts'
import './payments.css'

export function PaymentsPage() {
  const t = usePaymentWords()
  const may = useMay()
  const [panel, setPanel] = useState<'prepare' | 'allocate'>()
  const close = () => setPanel(undefined)
  return (
    <div className="page">
      <PageTitle title={t('title')}>
        {may('funds.allocate') && <Button onClick={() => setPanel('allocate')}>{t('budget.add')}</Button>}
        {may('payments.prepare') && (
          <Button type="primary" onClick={() => setPanel('prepare')}>
            {t('prepare')}
          </Button>
        )}
      </PageTitle>
      <h2>{t('batches')}</h2>
      <Batches />
      <h2>{t('budgets')}</h2>
      <Budgets />
      <SidePanel title={t('prepare')} open={panel === 'prepare'} onClose={close}>
        <PrepareForm />
      </SidePanel>
      <SidePanel title={t('budget.add')} open={panel === 'allocate'} onClose={close}>
        <AllocateForm onDone={close} />
      </SidePanel>
    </div>
  )
}

function Batches() {
  const t = usePaymentWords()
  const name = useNames()
  const navigate = useNavigate()
  const question = useQuery(batchesQuery)
  const columns: Column<Batch>[] = [
    { id: 'number', title: t('batch.number'), cell: row => <strong className="figures">{row.number}</strong> },
    {
      id: 'month',
      title: t('batch.month'),
      cell: row => `${row.month}${row.round > 0 ? ` · ${t('batch.round', { round: row.round })}` : ''}`,
    },
    { id: 'status', title: t('batch.status'), cell: row => name('batch', row.status) },
    { id: 'lines', title: t('batch.lines'), figures: true, cell: row => row.lineCount },
    { id: 'total', title: t('batch.total'), figures: true, cell: row => <Figure fen={row.totalFen} /> },
    {
      id: 'returned',
      title: t('batch.returned'),
      figures: true,
      extra: true,
      cell: row => row.lines.returned.count || '—',
    },
    { id: 'made', title: t('batch.made'), extra: true, cell: row => row.made.name },
    { id: 'released', title: t('batch.released'), extra: true, cell: row => row.released?.name ?? '—' },
  ]
  return (
    <QueryView of={question}>
      {({ items }) => (
        <DataTable
          caption={t('batches')}
          columns={columns}
          rows={items}
          keyOf={row => row.id}
          onOpen={row => void navigate({ to: '/payments/$batchId', params: { batchId: row.id } })}
          nothing={t('batch.none')}
        />
      )}
    </QueryView>
  )
}

function Budgets() {
  const t = usePaymentWords()
  const name = useNames()
  const question = useQuery(budgetsQuery)
  const columns: Column<Budget>[] = [
    { id: 'line', wraps: true, title: t('budget.line'), cell: row => row.fundLine },
    { id: 'programme', title: t('budget.programme'), cell: row => name('programme', row.programme) },
    { id: 'year', title: t('budget.year'), extra: true, cell: row => row.year },
    { id: 'limit', title: t('budget.limit'), figures: true, cell: row => <Figure fen={row.limitFen} /> },
    {
      id: 'reserved',
      title: t('budget.reserved'),
      figures: true,
      extra: true,
      cell: row => <Figure fen={row.reservedFen} />,
    },
    { id: 'spent', title: t('budget.spent'), figures: true, extra: true, cell: row => <Figure fen={row.spentFen} /> },
    { id: 'available', title: t('budget.available'), figures: true, cell: row => <Figure fen={row.availableFen} /> },
  ]
  return (
    <QueryView of={question}>
      {({ items }) => (
        <DataTable
          caption={t('budgets')}
          columns={columns}
          rows={items}
          keyOf={row => row.id}
          nothing={t('budget.none')}
        />
      )}
    </QueryView>
  )
}
