/** The lines of a batch; a returned one can be sent once more to the account now on record. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { post, useAct } from '../../api.ts'
import { Choice } from '../../parts/choice.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { Figure } from '../../parts/money.tsx'
import { Pager } from '../../parts/pager.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { ProblemNotice, useProblemWords } from '../../problems.tsx'
import { useMay } from '../../session.ts'
import { useNames } from '../../words.ts'
import { batchKey, linesQuery } from './payment-queries.ts'
import type { BatchDetail, Line } from './payment-views.ts'
import { usePaymentWords } from './words.ts'

const statuses = ['reserved', 'held', 'sent', 'settled', 'returned', 'cancelled'] as const

export function Lines({ batch }: { batch: BatchDetail }) {
  const t = usePaymentWords()
  const name = useNames()
  const [status, setStatus] = useState<Line['status'] | ''>('')
  const [after, setAfter] = useState<string>()
  const question = useQuery({ ...linesQuery(batch.id, status, after), placeholderData: keepPreviousData })
  const act = useAct(
    ({ line, word }: { line: string; word: 'reissue' | 'hold' }, key) =>
      post(`/lines/:id/${word}`, { id: line }, {}, key),
    [batchKey(batch.id), ['batches']],
  )
  const columns = useColumns(batch, (line, word) => act.mutate({ line, word }))
  return (
    <section>
      <div className="filters lines-head">
        <h2>{t('line.title')}</h2>
        <Choice
          aria-label={t('line.status')}
          value={status}
          empty={t('line.all')}
          options={statuses.map(each => [each, name('line', each)] as const)}
          onChoose={chosen => {
            setStatus(statuses.find(each => each === chosen) ?? '')
            setAfter(undefined)
          }}
        />
      </div>
      <ProblemNotice problem={act.error} />
      <QueryView of={question}>
        {({ items, next }) => (
          <>
            <DataTable caption={t('line.title')} columns={columns} rows={items} keyOf={row => row.id} />
            {(next || after) && <Pager limit={200} next={next} turned={after !== undefined} onTurn={setAfter} />}
          </>
        )}
      </QueryView>
    </section>
  )
}

function useColumns(batch: BatchDetail, onAct: (line: string, word: 'reissue' | 'hold') => void): Column<Line>[] {
  const t = usePaymentWords()
  const name = useNames()
  const may = useMay()
  const { say } = useProblemWords()
  const mayHold = may('payments.prepare') && (batch.status === 'reserved' || batch.status === 'released')
  return [
    { id: 'no', title: t('line.no'), figures: true, extra: true, width: 64, cell: row => row.lineNo },
    { id: 'name', title: t('line.name'), cell: row => <strong className="name">{row.payeeName}</strong> },
    {
      id: 'account',
      title: t('line.account'),
      extra: true,
      cell: row => <span className="figures">{row.accountTail}</span>,
    },
    {
      id: 'warnings',
      wraps: true,
      title: t('line.warnings'),
      cell: row => (row.warnings.length > 0 ? <Warnings of={row.warnings} /> : '—'),
    },
    { id: 'amount', title: t('line.amount'), figures: true, cell: row => <Figure fen={row.amountFen} /> },
    { id: 'status', title: t('line.status'), cell: row => name('line', row.status) },
    { id: 'reason', wraps: true, title: t('line.reason'), extra: true, cell: row => row.returnReason ?? '—' },
    {
      id: 'acts',
      title: t('line.acts'),
      cell: row => {
        if (row.reissuedAs) return t('line.reissue-done')
        if (row.status === 'returned' && may('payments.return')) {
          return row.can.reissue === null ? (
            <Button size="small" onClick={() => onAct(row.id, 'reissue')}>
              {t('line.reissue')}
            </Button>
          ) : (
            <span className="small-print">{say(row.can.reissue)}</span>
          )
        }
        return mayHold && row.status === 'reserved' ? (
          <Button size="small" onClick={() => onAct(row.id, 'hold')}>
            {t('line.hold')}
          </Button>
        ) : (
          '—'
        )
      },
    },
  ]
}

/** Why this account deserves a second look before the money goes there. */
function Warnings({ of }: { of: Line['warnings'] }) {
  const t = usePaymentWords()
  return of.map(each => (
    <span key={each} className="flag">
      {t(`line.warning.${each}`)}
    </span>
  ))
}
