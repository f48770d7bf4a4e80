/** The demo's calendar: forward only, so that deadlines, notices and months can be seen to pass. */
import { addDays, type CalendarDate } from '@doudi/kernel'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { type Answer, post, read, useAct } from '../../api.ts'
import { useDates } from '../../dates.ts'
import { Field } from '../../parts/field.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { ProblemNotice } from '../../problems.tsx'
import { usePlaceWords } from './words.ts'

type DemoClock = Answer<'/demo/clock'>

export function ClockPage() {
  const t = usePlaceWords()
  const question = useQuery({ queryKey: ['demo', 'clock'], queryFn: () => read('/demo/clock') })
  return (
    <div className="page">
      <PageTitle title={t('clock.title')} />
      <p className="lead">{t('clock.text')}</p>
      <QueryView of={question}>{clock => <Mover clock={clock} />}</QueryView>
    </div>
  )
}

function Mover({ clock }: { clock: DemoClock }) {
  const t = usePlaceWords()
  const { fullDay } = useDates()
  const queries = useQueryClient()
  const today = clock.today as CalendarDate
  const [date, setDate] = useState('')
  const move = useAct((body: { date: string }, key) => post('/demo/clock', {}, body, key))
  const to = (day: string) => move.mutate({ date: day }, { onSuccess: () => void queries.invalidateQueries() })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    to(date)
  }
  return (
    <section className="sheet">
      <p>
        <strong>{t('clock.now', { day: fullDay(clock.today), days: clock.offsetDays })}</strong>
      </p>
      <ProblemNotice problem={move.error} />
      <div className="form-acts panel-part">
        <Button loading={move.isPending} onClick={() => to(addDays(today, 1))}>
          {t('clock.day')}
        </Button>
        <Button loading={move.isPending} onClick={() => to(addDays(today, 7))}>
          {t('clock.week')}
        </Button>
      </div>
      <form className="filters panel-part" onSubmit={submit}>
        <Field label={t('clock.date')}>
          <Input type="date" min={clock.today} value={date} onChange={event => setDate(event.target.value)} />
        </Field>
        <Button htmlType="submit" disabled={date <= clock.today} loading={move.isPending}>
          {t('clock.move')}
        </Button>
      </form>
      <p role="status">{move.data && t('clock.moved', { day: fullDay(move.data.today) })}</p>
    </section>
  )
}
