/** Gives a fund line its limit for a year. */
import { attempt, parseYuan, toWire } from '@doudi/kernel'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { type Body, post, useAct } from '../../api.ts'
import { Field } from '../../parts/field.tsx'
import { Capitals } from '../../parts/money.tsx'
import { ProblemNotice, useProblemWords } from '../../problems.tsx'
import { useMe } from '../../session.ts'
import { usePaymentWords } from './words.ts'

export function AllocateForm({ onDone }: { onDone: () => void }) {
  const t = usePaymentWords()
  const { today } = useMe()
  const { say } = useProblemWords()
  const [fundLine, setFundLine] = useState('')
  const [year, setYear] = useState(today.slice(0, 4))
  const [text, setText] = useState('')
  const amount = attempt(() => toWire(parseYuan(text)))
  const allocate = useAct((body: Body<'/budgets'>, key) => post('/budgets', {}, body, key), [['budgets']])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!amount.ok) return
    allocate.mutate(
      { programme: 'dibao', fundLine, year: Number(year), amountFen: amount.value },
      { onSuccess: onDone },
    )
  }
  return (
    <form onSubmit={submit}>
      <ProblemNotice problem={allocate.error} />
      <Field label={t('budget.line')}>
        <Input value={fundLine} maxLength={100} onChange={event => setFundLine(event.target.value)} />
      </Field>
      <Field label={t('budget.year')}>
        <Input type="number" value={year} onChange={event => setYear(event.target.value)} />
      </Field>
      <Field label={t('budget.amount')} wrong={text && !amount.ok ? say(amount.issue.code) : undefined}>
        <Input inputMode="decimal" value={text} onChange={event => setText(event.target.value)} />
      </Field>
      {amount.ok && (
        <p>
          <Capitals fen={amount.value} />
        </p>
      )}
      <Button
        type="primary"
        htmlType="submit"
        disabled={!amount.ok || fundLine.trim() === ''}
        loading={allocate.isPending}
      >
        {t('budget.add')}
      </Button>
    </form>
  )
}
