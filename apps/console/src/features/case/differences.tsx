/** Where declared and found disagree: both values, and a person says which one counts and why. */
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { post, useAct } from '../../api.ts'
import { Choice } from '../../parts/choice.tsx'
import { Field } from '../../parts/field.tsx'
import { ProblemNotice } from '../../problems.tsx'
import { useMay } from '../../session.ts'
import type { CaseDetail } from '../../views.ts'
import { useNames } from '../../words.ts'
import { caseKey } from './case-queries.ts'
import type { Difference, Resolution } from './case-views.ts'
import { useCaseWords } from './words.ts'

export function Differences({ item, differences }: { item: CaseDetail; differences: readonly Difference[] }) {
  const t = useCaseWords()
  const name = useNames()
  if (differences.length === 0) return null
  return (
    <section className="differences">
      <h3>{t('verification.differences')}</h3>
      <ul>
        {differences.map(difference => (
          <li key={difference.id} className="sheet">
            <p>
              <strong>{name('found', difference.field)}</strong> <span className="name">{difference.personName}</span>
            </p>
            <dl className="pairs">
              <dt>{t('facts.declared')}</dt>
              <dd className="figures">{difference.declared}</dd>
              <dt>{t('facts.found')}</dt>
              <dd className="figures">{difference.found}</dd>
            </dl>
            {difference.resolution ? (
              <p className="small-print">
                {t('facts.resolved', { how: t(`verification.${difference.resolution}`) })} {difference.reason}
              </p>
            ) : (
              <Resolve item={item} difference={difference} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Resolve({ item, difference }: { item: CaseDetail; difference: Difference }) {
  const t = useCaseWords()
  const may = useMay()
  const [resolution, setResolution] = useState<Resolution>('use-found')
  const [reason, setReason] = useState('')
  const resolve = useAct(
    (body: { resolution: Resolution; reason: string }, key) => post('/differences/:id/resolve', difference, body, key),
    [caseKey(item.id)],
  )
  if (!may('verification.resolve')) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    resolve.mutate({ resolution, reason })
  }
  return (
    <form onSubmit={submit}>
      <ProblemNotice problem={resolve.error} />
      <Field label={t('verification.resolve')}>
        <Choice
          value={resolution}
          options={[
            ['use-found', t('verification.use-found')],
            ['use-declared', t('verification.use-declared')],
            ['excluded', t('verification.excluded')],
          ]}
          onChoose={chosen => setResolution(chosen as Resolution)}
        />
      </Field>
      <Field label={t('verification.reason')} hint={t('verification.reason-hint')}>
        <Input value={reason} onChange={event => setReason(event.target.value)} maxLength={1000} />
      </Field>
      <Button htmlType="submit" disabled={reason.trim() === ''} loading={resolve.isPending}>
        {t('verification.resolve')}
      </Button>
    </form>
  )
}
