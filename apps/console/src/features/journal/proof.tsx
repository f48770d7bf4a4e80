/** Verifies the chain on request and shows the checkpoints it is fixed by. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type Answer, post, read, useAct } from '../../api.ts'
import { useDates } from '../../dates.ts'
import { Mark } from '../../parts/mark.tsx'
import { ProblemNotice } from '../../problems.tsx'
import { useJournalNames, useJournalWords } from './words.ts'

type Verdict = Answer<'/journal/verify', 'post'>

export function Proof() {
  const t = useJournalWords()
  const verify = useAct((_: null, key) => post('/journal/verify', {}, undefined, key))
  return (
    <section className="sheet">
      <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate(null)}>
        {t('verify')}
      </Button>
      <ProblemNotice problem={verify.error} />
      <div role="status">{verify.data && <VerdictLine verdict={verify.data} />}</div>
      <Checkpoints />
    </section>
  )
}

function VerdictLine({ verdict }: { verdict: Verdict }) {
  const t = useJournalWords()
  const word = useJournalNames()
  const { brokenAt } = verdict
  return (
    <p className="visit-head verdict">
      <Mark status={verdict.ok ? 'decided' : 'overdue'} />
      <strong>
        {brokenAt
          ? t('verify.broken', { seq: brokenAt.seq, why: word('why', brokenAt.why) })
          : t('verify.ok', { entries: verdict.entries })}
      </strong>
    </p>
  )
}

function Checkpoints() {
  const t = useJournalWords()
  const { fullMoment } = useDates()
  const { data } = useQuery({
    queryKey: ['checkpoints'],
    queryFn: () => read('/journal/checkpoints'),
  })
  return (
    <details>
      <summary>
        {t('checkpoints')} {data && <span className="rail-count">{data.items.length}</span>}
      </summary>
      {data?.items.length === 0 && <p className="small-print">{t('checkpoint.none')}</p>}
      <ul>
        {data?.items.map(point => (
          <li key={point.hash} className="small-print figures">
            {t('checkpoint.text', { seq: point.seq, at: fullMoment(point.at), hash: point.hash.slice(0, 24) })}
          </li>
        ))}
      </ul>
    </details>
  )
}
