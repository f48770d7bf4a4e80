/** What may be done with a batch; what may not says why. */
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { post, useAct } from '../../api.ts'
import { ProblemNotice, useProblemWords } from '../../problems.tsx'
import { useMay } from '../../session.ts'
import { BankFileButtons } from './bank-file.tsx'
import { batchKey } from './payment-queries.ts'
import type { BatchDetail } from './payment-views.ts'
import { usePaymentWords } from './words.ts'

export function BatchActs({ batch }: { batch: BatchDetail }) {
  const t = usePaymentWords()
  const may = useMay()
  const { say } = useProblemWords()
  const navigate = useNavigate()
  const [asked, setAsked] = useState<'release' | 'send' | 'cancel'>()
  const act = useAct(
    (word: 'send' | 'cancel', key) =>
      word === 'cancel'
        ? post('/batches/:id/cancel', batch, {}, key)
        : post('/batches/:id/send', batch, undefined, key),
    [batchKey(batch.id), ['batches'], ['budgets']],
  )
  const why = (word: string) => batch.can[word] ?? null
  const done = { send: 'said.sent', cancel: 'said.cancelled' } as const
  const press = (word: 'send' | 'cancel') => {
    if (why(word) !== null) return setAsked(word)
    act.mutate(word, {
      onSuccess: () =>
        void navigate({ to: '.', replace: true, state: { said: t(done[word], { number: batch.number }) } }),
    })
  }
  const reason = asked && why(asked)
  return (
    <>
      <ProblemNotice problem={act.error} />
      <div className="form-acts">
        {may('payments.release') &&
          (why('release') === null ? (
            <Link className="link-button" to="/payments/$batchId/release" params={{ batchId: batch.id }}>
              {t('act.release')}
            </Link>
          ) : (
            <Button
              aria-disabled
              className="act-not-now"
              title={say(why('release') ?? '')}
              onClick={() => setAsked('release')}
            >
              {t('act.release')}
            </Button>
          ))}
        {may('payments.release') && (
          <Button
            type={why('send') === null ? 'primary' : 'default'}
            aria-disabled={why('send') !== null}
            className={why('send') === null ? '' : 'act-not-now'}
            loading={act.isPending && act.variables === 'send'}
            onClick={() => press('send')}
          >
            {t('act.send')}
          </Button>
        )}
        {may('payments.release') && why('read-file') === null && <BankFileButtons batch={batch} />}
        {may('payments.prepare') && why('cancel') === null && (
          <Button danger loading={act.isPending && act.variables === 'cancel'} onClick={() => press('cancel')}>
            {t('act.cancel')}
          </Button>
        )}
      </div>
      <p role="status">{reason && asked && t('act.not-now', { act: t(`act.${asked}`), reason: say(reason) })}</p>
    </>
  )
}
