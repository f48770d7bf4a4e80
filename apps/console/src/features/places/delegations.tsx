/** Which towns decide themselves, since when, and on which document that rests. */
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { type Body, post, read, useAct } from '../../api.ts'
import { useDates } from '../../dates.ts'
import { Choice } from '../../parts/choice.tsx'
import { Field } from '../../parts/field.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { ProblemNotice } from '../../problems.tsx'
import { useMe } from '../../session.ts'
import { useNames } from '../../words.ts'
import { belowQuery } from './place-queries.ts'
import { usePlaceWords } from './words.ts'

export function Delegations({ county }: { county: string }) {
  const t = usePlaceWords()
  const name = useNames()
  const { fullDay } = useDates()
  const [adding, setAdding] = useState(false)
  const question = useQuery({
    queryKey: ['delegations'],
    queryFn: () => read('/delegations', { county }),
  })
  return (
    <section className="sheet">
      <h2>{t('delegations')}</h2>
      <QueryView of={question}>
        {({ items }) => (
          <ul className="cards">
            {items.length === 0 && <li className="small-print">{t('delegation.none')}</li>}
            {items.map(each => (
              <li key={each.id}>
                <strong>
                  {t('delegation.text', { town: each.townName, programme: name('programme', each.programme) })}
                </strong>{' '}
                {t('delegation.time', {
                  from: fullDay(each.validFrom),
                  to: each.validTo ? t('delegation.to', { to: fullDay(each.validTo) }) : '',
                })}
                <p className="small-print">{each.basis}</p>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      <Button className="panel-part" onClick={() => setAdding(true)}>
        {t('delegation.add')}
      </Button>
      <SidePanel title={t('delegation.add')} open={adding} onClose={() => setAdding(false)}>
        <DelegateForm county={county} onDone={() => setAdding(false)} />
      </SidePanel>
    </section>
  )
}

function DelegateForm({ county, onDone }: { county: string; onDone: () => void }) {
  const t = usePlaceWords()
  const { today } = useMe()
  const { data: towns } = useQuery(belowQuery(county))
  const [town, setTown] = useState('')
  const [basis, setBasis] = useState('')
  const [validFrom, setValidFrom] = useState(today)
  const [validTo, setValidTo] = useState('')
  const delegate = useAct((body: Body<'/delegations'>, key) => post('/delegations', {}, body, key), [['delegations']])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    delegate.mutate(
      { town, programme: 'dibao', basis, validFrom, ...(validTo ? { validTo } : {}) },
      { onSuccess: onDone },
    )
  }
  return (
    <form onSubmit={submit}>
      <ProblemNotice problem={delegate.error} />
      <Field label={t('delegation.town')}>
        <Choice
          value={town}
          empty=""
          options={towns?.items.map(each => [each.code, each.name] as const) ?? []}
          onChoose={setTown}
        />
      </Field>
      <Field label={t('delegation.basis')}>
        <Input.TextArea rows={2} maxLength={1000} value={basis} onChange={event => setBasis(event.target.value)} />
      </Field>
      <Field label={t('delegation.from')}>
        <Input type="date" value={validFrom} onChange={event => setValidFrom(event.target.value)} />
      </Field>
      <Field label={t('delegation.until')} optional>
        <Input type="date" value={validTo} onChange={event => setValidTo(event.target.value)} />
      </Field>
      <Button
        type="primary"
        htmlType="submit"
        disabled={town === '' || basis.trim() === ''}
        loading={delegate.isPending}
      >
        {t('delegation.add')}
      </Button>
    </form>
  )
}
