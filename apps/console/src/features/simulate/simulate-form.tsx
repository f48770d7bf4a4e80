/** What to try: over whom, which programme, on which day, and one or two drafts of changed values. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { post, useAct } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Choice } from '../../parts/choice.tsx'
import { Field } from '../../parts/field.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { ProblemNotice } from '../../problems.tsx'
import { useMay, useMe } from '../../session.ts'
import { askedOf, DraftFields, newEntry } from './draft-fields.tsx'
import { type AskedDraft, latestKey, type Options, optionsQuery, writtenDraftsQuery } from './simulate-queries.ts'
import { useSimulateNames, useSimulateWords } from './words.ts'

type Over = 'register' | 'decisions' | 'synthetic'

interface Asked {
  readonly over: Over
  readonly division: string
  readonly programme: string
  readonly date: string
  readonly drafts: readonly AskedDraft[]
  readonly households: number
}

interface SimulateFormProps {
  readonly onAsked: (id: string) => void
  /** The draft that is tried first, and the day whose rules are applied: values by hand, and today, without them. */
  readonly written?: string
  readonly day?: string
}

export function SimulateForm({ onAsked, written = '', day }: SimulateFormProps) {
  const { today, roles } = useMe()
  const [programme, setProgramme] = useState('')
  const [date, setDate] = useState(day ?? today)
  const division = roles[0]?.division ?? ''
  const question = useQuery({ ...optionsQuery(division, programme, date), placeholderData: keepPreviousData })
  return (
    <section className="sheet">
      <QueryView of={question} rows={4}>
        {options => (
          <Form
            {...{ options, division, date, written }}
            onProgramme={setProgramme}
            onDate={setDate}
            onAsked={onAsked}
          />
        )}
      </QueryView>
    </section>
  )
}

interface FormProps {
  readonly options: Options
  readonly division: string
  readonly date: string
  readonly written: string
  readonly onProgramme: (programme: string) => void
  readonly onDate: (date: string) => void
  readonly onAsked: (id: string) => void
}

function Form({ options, division, date, written, onProgramme, onDate, onAsked }: FormProps) {
  const t = useSimulateWords()
  const name = useSimulateNames()
  const may = useMay()
  const { locale } = useLanguage()
  const overs: readonly Over[] = may('insight.simulate') ? ['register', 'decisions', 'synthetic'] : ['synthetic']
  const [over, setOver] = useState<Over>(overs[0]!)
  const [households, setHouseholds] = useState('100000')
  const [first, setFirst] = useState(newEntry(written))
  const [second, setSecond] = useState<typeof first | null>(null)
  const { data: toTry = [] } = useQuery({ ...writtenDraftsQuery, enabled: may('policies.read') })
  const ask = useAct(askFor, [latestKey])
  const asked = [first, ...(second ? [second] : [])].map(askedOf)
  const drafts = asked.filter(draft => draft !== null)
  const readsDay = over !== 'decisions' || drafts.some(draft => 'draftId' in draft)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const about = { over, division, programme: options.programme, date, drafts, households: Number(households) }
    ask.mutate(about, { onSuccess: ({ id }) => onAsked(id) })
  }
  return (
    <form onSubmit={submit} className="simulate-form">
      <h2>{t('form.title')}</h2>
      <p className="small-print">
        {t('form.pack', { pack: options.packTitle[locale] })}
        {options.example && `（${t('form.example')}）`}
      </p>
      <div className="filters">
        <Field label={t('form.over')}>
          <Choice value={over} options={overs.map(each => [each, name('over', each)] as const)} onChoose={setOver} />
        </Field>
        <Field label={t('form.programme')}>
          <Choice
            value={options.programme}
            options={options.programmes.map(({ id, title }) => [id, title[locale]] as const)}
            onChoose={onProgramme}
          />
        </Field>
        {readsDay && (
          <Field label={t(over === 'decisions' ? 'form.date-decisions' : 'form.date')}>
            <Input
              type="date"
              required
              value={date}
              onChange={event => event.target.value && onDate(event.target.value)}
            />
          </Field>
        )}
        {over === 'synthetic' && (
          <Field label={t('form.households')}>
            <Choice
              value={households}
              options={(['10000', '100000', '1000000'] as const).map(
                size => [size, Number(size).toLocaleString()] as const,
              )}
              onChoose={setHouseholds}
            />
          </Field>
        )}
      </div>
      <div className="drafts">
        <DraftFields
          title={t('draft.first')}
          parameters={options.parameters}
          written={toTry}
          entry={first}
          onChange={setFirst}
        />
        {second && (
          <DraftFields
            title={t('draft.second')}
            parameters={options.parameters}
            written={toTry}
            entry={second}
            onChange={setSecond}
          />
        )}
      </div>
      <ProblemNotice problem={ask.error} />
      <div className="form-acts">
        <Button type="primary" htmlType="submit" disabled={drafts.length < asked.length} loading={ask.isPending}>
          {t('form.go')}
        </Button>
        <Button onClick={() => setSecond(second ? null : newEntry())}>
          {t(second ? 'draft.remove' : 'draft.add')}
        </Button>
      </div>
    </form>
  )
}

/** The server gives each kind of register an address of its own, because not everybody may ask for each. */
function askFor({ over, households, date, drafts, ...asked }: Asked, key: string): Promise<{ id: string }> {
  const body = { ...asked, date, drafts: [...drafts] }
  if (over === 'synthetic') return post('/simulations/synthetic', {}, { ...body, households, seed: 1 }, key)
  return post('/simulations', {}, { ...body, over }, key)
}
