/** One objection and its answer; without an answer the form for it. */
import type { QueryKey } from '@tanstack/react-query'
import { Button, Input, Radio } from 'antd'
import { type FormEvent, type ReactNode, useState } from 'react'
import { type Body, post, useAct } from '../../api.ts'
import { useDates } from '../../dates.ts'
import { Field } from '../../parts/field.tsx'
import { ProblemNotice } from '../../problems.tsx'
import { useMay } from '../../session.ts'
import { useNames } from '../../words.ts'
import type { Objection } from '../case/case-views.ts'
import { useNoticeWords } from './words.ts'

interface ObjectionCardProps {
  readonly objection: Objection
  readonly touches: readonly QueryKey[]
  readonly children?: ReactNode
}

export function ObjectionCard({ objection, touches, children }: ObjectionCardProps) {
  const t = useNoticeWords()
  const name = useNames()
  const may = useMay()
  const { moment } = useDates()
  return (
    <li className="sheet objection">
      <p className="microline">
        {t('objection.from', { name: objection.name ?? t('objection.anonymous'), at: moment(objection.receivedAt) })} ·{' '}
        {name('objection', objection.status)}
      </p>
      <p>{objection.content}</p>
      {objection.answer && (
        <p>
          {t('objection.answered', { text: objection.answer })}
          {objection.finding && `（${name('finding', objection.finding)}）`}
        </p>
      )}
      {objection.status === 'open' && may('publicity.answer') && <AnswerForm objection={objection} touches={touches} />}
      {children}
    </li>
  )
}

function AnswerForm({ objection, touches }: { objection: Objection; touches: readonly QueryKey[] }) {
  const t = useNoticeWords()
  const name = useNames()
  const [answer, setAnswer] = useState('')
  const [finding, setFinding] = useState<'unfounded' | 'founded'>('unfounded')
  const send = useAct(
    (body: Body<'/objections/:id/answer'>, key) => post('/objections/:id/answer', objection, body, key),
    [...touches, ['cases'], ['notices']],
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate({ answer, finding })
  }
  return (
    <form onSubmit={submit}>
      <ProblemNotice problem={send.error} />
      <fieldset className="choices">
        <legend className="field-legend">{t('objection.finding')}</legend>
        {(['unfounded', 'founded'] as const).map(each => (
          <Radio key={each} checked={finding === each} onChange={() => setFinding(each)}>
            {name('finding', each)}
          </Radio>
        ))}
      </fieldset>
      <Field label={t('objection.answer')}>
        <Input.TextArea rows={3} maxLength={1000} value={answer} onChange={event => setAnswer(event.target.value)} />
      </Field>
      <Button htmlType="submit" disabled={answer.trim() === ''} loading={send.isPending}>
        {t('objection.send')}
      </Button>
    </form>
  )
}
