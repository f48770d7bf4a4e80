/** The interruption before money goes out: month, households, total in figures and in capitals, and the second factor. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { post, useAct } from '../../api.ts'
import { Capitals, Figure } from '../../parts/money.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { StepUp } from '../../parts/step-up.tsx'
import { ProblemNotice, useProblemWords } from '../../problems.tsx'
import { useWords } from '../../words.ts'
import { MonthDiff } from './month-diff.tsx'
import { batchKey, batchQuery } from './payment-queries.ts'
import type { BatchDetail } from './payment-views.ts'
import { usePaymentWords } from './words.ts'
import './payments.css'

export function ReleasePage() {
  const { batchId } = useParams({ from: '/shell/payments/$batchId/release' })
  const question = useQuery(batchQuery(batchId))
  return (
    <div className="page">
      <QueryView of={question}>{batch => <Interruption batch={batch} />}</QueryView>
    </div>
  )
}

function Interruption({ batch }: { batch: BatchDetail }) {
  const t = usePaymentWords()
  const common = useWords()
  const { say } = useProblemWords()
  const navigate = useNavigate()
  const release = useAct(
    (body: { totalFen: number }, key) => post('/batches/:id/release', batch, body, key),
    [batchKey(batch.id), ['batches']],
  )
  const proved = () =>
    release.mutate(
      { totalFen: batch.totalFen },
      {
        onSuccess: () =>
          void navigate({
            to: '/payments/$batchId',
            params: { batchId: batch.id },
            state: { said: t('said.released', { number: batch.number }) },
          }),
      },
    )
  return (
    <>
      <PageTitle title={t('release.title', { number: batch.number })} />
      <p className="notice notice-warning">{t('release.warning')}</p>
      {batch.can.release && <p className="notice notice-problem">{say(batch.can.release)}</p>}
      <dl className="pairs sheet release-pairs">
        <dt>{t('release.month')}</dt>
        <dd>{batch.month}</dd>
        <dt>{t('release.count')}</dt>
        <dd className="figures">{batch.lineCount}</dd>
        <dt>{t('release.figures')}</dt>
        <dd className="total">
          <strong>
            ¥<Figure fen={batch.totalFen} />
          </strong>
        </dd>
        <dt>{t('release.capitals')}</dt>
        <dd className="total">
          <Capitals fen={batch.totalFen} />
        </dd>
        <dt>{t('release.made')}</dt>
        <dd className="name">{batch.made.name}</dd>
      </dl>
      <MonthDiff diff={batch.diff} />
      <ProblemNotice problem={release.error} />
      <StepUp
        word={t('release.do')}
        sending={release.isPending}
        disabled={Boolean(batch.can.release)}
        onProved={proved}
      />
      <p>
        <Link to="/payments/$batchId" params={{ batchId: batch.id }}>
          {common('action.back')}
        </Link>
      </p>
    </>
  )
}
