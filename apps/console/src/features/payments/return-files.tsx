/** The bank's answers: each file's result line by line, nothing taken that does not fit. */
import { upload, useAct } from '../../api.ts'
import { useDates } from '../../dates.ts'
import { Field } from '../../parts/field.tsx'
import { ProblemNotice } from '../../problems.tsx'
import { useMay } from '../../session.ts'
import { batchKey } from './payment-queries.ts'
import type { BatchDetail, ReturnResult } from './payment-views.ts'
import { usePaymentNames, usePaymentWords } from './words.ts'

export function ReturnFiles({ batch }: { batch: BatchDetail }) {
  const t = usePaymentWords()
  const may = useMay()
  const { moment } = useDates()
  const bring = useAct(
    ({ file }: { file: File; name: string; size: number }, key) =>
      upload('/batches/:id/return-file', { id: batch.id }, file, 'text/plain', key),
    [batchKey(batch.id), ['batches'], ['budgets']],
  )
  return (
    <section className="sheet">
      <h2>{t('return.title')}</h2>
      <ProblemNotice problem={bring.error} />
      {batch.returnFiles.map(file => (
        <div key={file.id}>
          <p className="microline">{t('return.at', { at: moment(file.receivedAt) })}</p>
          <Result of={file} />
        </div>
      ))}
      {may('payments.return') && batch.can['import-return'] === null && (
        <Field label={t('return.pick')}>
          <input
            type="file"
            accept=".txt,.csv,text/plain,text/csv"
            disabled={bring.isPending}
            onChange={event => {
              const file = event.target.files?.[0]
              if (file) bring.mutate({ file, name: file.name, size: file.size })
              event.target.value = ''
            }}
          />
        </Field>
      )}
    </section>
  )
}

function Result({ of }: { of: ReturnResult }) {
  const t = usePaymentWords()
  const word = usePaymentNames()
  return (
    <div role="status">
      <p>
        <strong>{t('return.result', { settled: of.settled, returned: of.returned, already: of.already })}</strong>{' '}
        {t(of.complete ? 'return.complete' : 'return.incomplete')}
      </p>
      {of.quarantined.length > 0 && (
        <details className="notice notice-warning" open>
          <summary>{t('return.quarantined')}</summary>
          <ul>
            {of.quarantined.map(({ line, why }) => (
              <li key={`${line} ${why}`}>
                {line === 0 ? t('return.whole') : t('return.row', { line })}：{word('why', why)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
