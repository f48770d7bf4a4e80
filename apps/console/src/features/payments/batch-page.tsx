/** One batch: the difference to last month first, then the lines, the total in figures and capitals, the bank's answer. */
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useDates } from '../../dates.ts'
import { Capitals, Figure } from '../../parts/money.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { useNames } from '../../words.ts'
import { BatchActs } from './batch-acts.tsx'
import { Lines } from './lines.tsx'
import { MonthDiff } from './month-diff.tsx'
import { batchQuery } from './payment-queries.ts'
import type { BatchDetail } from './payment-views.ts'
import { ReturnFiles } from './return-files.tsx'
import { usePaymentWords } from './words.ts'
import './payments.css'

export function BatchPage() {
  const { batchId } = useParams({ from: '/shell/payments/$batchId' })
  const question = useQuery(batchQuery(batchId))
  return (
    <div className="page">
      <QueryView of={question} rows={8}>
        {batch => <Whole batch={batch} />}
      </QueryView>
    </div>
  )
}

function Whole({ batch }: { batch: BatchDetail }) {
  const t = usePaymentWords()
  const name = useNames()
  const { moment } = useDates()
  return (
    <>
      <PageTitle title={t('detail.title', { number: batch.number })}>
        <strong>{name('batch', batch.status)}</strong>
      </PageTitle>
      <section className="sheet batch-total">
        <p>
          {batch.month} · {name('programme', batch.programme)} · {t('detail.count', { count: batch.lineCount })}
        </p>
        <p className="total">
          {t('detail.total')}{' '}
          <strong>
            ¥<Figure fen={batch.totalFen} />
          </strong>{' '}
          <Capitals fen={batch.totalFen} />
        </p>
        <p className="microline">
          {t('batch.made')} {t('detail.by', { name: batch.made.name, at: moment(batch.made.at) })}
          {batch.released &&
            ` · ${t('batch.released')} ${t('detail.by', { name: batch.released.name, at: moment(batch.released.at) })}`}
        </p>
        <BatchActs batch={batch} />
      </section>
      <MonthDiff diff={batch.diff} />
      {(batch.can['import-return'] === null || batch.returnFiles.length > 0) && <ReturnFiles batch={batch} />}
      <Lines batch={batch} />
    </>
  )
}
