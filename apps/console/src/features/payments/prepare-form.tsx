/** Which month from which budget; the list and its difference to last month are made by the server. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { post, useAct } from '../../api.ts'
import { Choice } from '../../parts/choice.tsx'
import { Field } from '../../parts/field.tsx'
import { yuan } from '../../parts/money.tsx'
import { ProblemNotice } from '../../problems.tsx'
import { useMe } from '../../session.ts'
import { budgetsQuery } from './payment-queries.ts'
import { usePaymentWords } from './words.ts'

export function PrepareForm() {
  const t = usePaymentWords()
  const { today } = useMe()
  const navigate = useNavigate()
  const { data } = useQuery(budgetsQuery)
  const [month, setMonth] = useState(today.slice(0, 7))
  const [chosen, setChosen] = useState<string>()
  const budgets = data?.items ?? []
  const budget = budgets.find(each => each.id === chosen) ?? budgets[0]
  const prepare = useAct(
    (body: { programme: string; month: string; budgetId: string }, key) => post('/batches', {}, body, key),
    [['batches'], ['budgets']],
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!budget) return
    prepare.mutate(
      { programme: budget.programme, month, budgetId: budget.id },
      {
        onSuccess: batch =>
          void navigate({
            to: '/payments/$batchId',
            params: { batchId: batch.id },
            state: { said: t('said.prepared') },
          }),
      },
    )
  }
  return (
    <form onSubmit={submit}>
      <p className="notice">{t('prepare.text')}</p>
      <ProblemNotice problem={prepare.error} />
      <Field label={t('prepare.month')}>
        <Input type="month" value={month} onChange={event => setMonth(event.target.value)} />
      </Field>
      <Field label={t('prepare.budget')}>
        <Choice
          value={budget?.id ?? ''}
          options={budgets.map(
            each => [each.id, `${each.fundLine} ${each.year} · ${yuan(each.availableFen)}`] as const,
          )}
          onChoose={setChosen}
        />
      </Field>
      <Button type="primary" htmlType="submit" disabled={!budget} loading={prepare.isPending}>
        {t('prepare')}
      </Button>
    </form>
  )
}
