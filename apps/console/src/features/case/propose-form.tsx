/** What the assistant recommends, resting on one computation. */
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Radio } from 'antd'
import { type FormEvent, useState } from 'react'
import { Field } from '../../parts/field.tsx'
import { yuan } from '../../parts/money.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import type { ActFormProps } from './act-panel.tsx'
import { assessmentsQuery } from './case-queries.ts'
import type { Assessment } from './case-views.ts'
import { latestOf, Result } from './sum-tab.tsx'
import { useCaseWords } from './words.ts'

export function ProposeForm(props: ActFormProps) {
  const t = useCaseWords()
  const question = useQuery(assessmentsQuery(props.item.id))
  return (
    <QueryView of={question}>
      {({ items }) => {
        const latest = latestOf(items)
        return latest ? (
          <Form {...props} assessment={latest} />
        ) : (
          <p className="notice notice-warning">{t('propose.no-sum')}</p>
        )
      }}
    </QueryView>
  )
}

function Form({ assessment, sending, onSend }: ActFormProps & { assessment: Assessment }) {
  const t = useCaseWords()
  const { eligible, amountFen } = assessment.result
  const [recommendation, setRecommendation] = useState<'approve' | 'refuse'>(eligible ? 'approve' : 'refuse')
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSend({ recommendation, assessmentId: assessment.id, reason })
  }
  return (
    <form onSubmit={submit}>
      <Result of={assessment} />
      <fieldset className="choices">
        <legend className="field-legend">{t('propose.recommendation')}</legend>
        <Radio
          checked={recommendation === 'approve'}
          disabled={!eligible}
          onChange={() => setRecommendation('approve')}
        >
          {t('propose.approve', { amount: yuan(amountFen) })}
        </Radio>
        <Radio checked={recommendation === 'refuse'} onChange={() => setRecommendation('refuse')}>
          {t('propose.refuse')}
        </Radio>
      </fieldset>
      <Field label={t('propose.reason')} hint={t('reason.hint')}>
        <Input.TextArea rows={4} maxLength={1000} value={reason} onChange={event => setReason(event.target.value)} />
      </Field>
      <Button type="primary" htmlType="submit" disabled={reason.trim() === ''} loading={sending}>
        {t('act.propose')}
      </Button>
    </form>
  )
}
