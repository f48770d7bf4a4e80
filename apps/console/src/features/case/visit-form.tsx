/** When and which two people go. */
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { read } from '../../api.ts'
import { Field } from '../../parts/field.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { useMe } from '../../session.ts'
import { useNames } from '../../words.ts'
import type { ActFormProps } from './act-panel.tsx'
import { useCaseWords } from './words.ts'

export function VisitForm({ item, sending, onSend }: ActFormProps) {
  const t = useCaseWords()
  const nameOf = useNames()
  const { today } = useMe()
  const [plannedFor, setPlannedFor] = useState(today)
  const [surveyors, setSurveyors] = useState<readonly string[]>([])
  const question = useQuery({
    queryKey: ['surveyors', item.division],
    queryFn: () => read('/surveyors', { division: item.division }),
  })
  const toggle = (id: string, on: boolean) =>
    setSurveyors(on ? [...surveyors, id] : surveyors.filter(each => each !== id))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSend({ plannedFor, surveyors })
  }
  return (
    <form onSubmit={submit}>
      <Field label={t('visit.plan-date')}>
        <Input type="date" min={today} value={plannedFor} onChange={event => setPlannedFor(event.target.value)} />
      </Field>
      <fieldset className="choices">
        <legend className="field-legend">{t('visit.surveyors')}</legend>
        <QueryView of={question}>
          {({ items }) =>
            items.map(({ accountId, name, role }) => (
              <Checkbox
                key={accountId}
                checked={surveyors.includes(accountId)}
                disabled={surveyors.length >= 2 && !surveyors.includes(accountId)}
                onChange={event => toggle(accountId, event.target.checked)}
              >
                <span className="name">{name}</span> <span className="small-print">{nameOf('role', role)}</span>
              </Checkbox>
            ))
          }
        </QueryView>
      </fieldset>
      {surveyors.length !== 2 && <p className="small-print">{t('visit.two')}</p>}
      <Button type="primary" htmlType="submit" disabled={surveyors.length !== 2} loading={sending}>
        {t('act.visits')}
      </Button>
    </form>
  )
}
