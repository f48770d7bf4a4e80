/** What else is to change: a value, or a rule of one of the programmes. Each begins as it stands, so that only what differs has to be written. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage } from '../../language.tsx'
import { Choice } from '../../parts/choice.tsx'
import { Field } from '../../parts/field.tsx'
import { useMe } from '../../session.ts'
import { rulesQuery } from './policy-queries.ts'
import type { Change, PackPageView, Parameter, RuleView } from './policy-views.ts'
import { usePolicyWords } from './words.ts'

interface AddChangeProps {
  readonly page: PackPageView
  readonly onAdd: (change: Change) => void
}

export function AddChange(props: AddChangeProps) {
  return (
    <div className="change-grid">
      <AddValue {...props} />
      <AddRule {...props} />
    </div>
  )
}

function AddValue({ page, onAdd }: AddChangeProps) {
  const t = usePolicyWords()
  const { locale } = useLanguage()
  const { today } = useMe()
  const open = page.parameters.filter(parameter => parameter.open)
  const add = (name: string) => {
    const parameter = open.find(one => one.name === name)
    if (parameter) onAdd(valueToChange(parameter, page, today))
  }
  return (
    <Field label={t('draft.add')}>
      <Choice
        value=""
        empty={t('draft.add-choose')}
        options={open.map(({ name, label }) => [name, label[locale]] as const)}
        onChoose={add}
      />
    </Field>
  )
}

function AddRule({ page, onAdd }: AddChangeProps) {
  const t = usePolicyWords()
  const { locale } = useLanguage()
  const { today } = useMe()
  const [programme, setProgramme] = useState('')
  const { data } = useQuery({ ...rulesQuery(page.name, programme), enabled: programme !== '' })
  const open = data?.items.filter(rule => rule.open) ?? []
  const add = (name: string) => {
    const rule = open.find(one => one.name === name)
    if (rule) onAdd(ruleToChange(rule, programme, page, today))
  }
  return (
    <>
      <Field label={t('rule.programme')}>
        <Choice
          value={programme}
          empty={t('rule.programme-choose')}
          options={page.programmes.map(({ id, title }) => [id, title[locale]] as const)}
          onChoose={setProgramme}
        />
      </Field>
      {data && (
        <Field label={t('rule.add')} hint={open.length === 0 ? t('rule.none-open') : undefined}>
          <Choice
            value=""
            disabled={open.length === 0}
            empty={t('rule.add-choose')}
            options={open.map(({ name, label }) => [name, label[locale]] as const)}
            onChoose={add}
          />
        </Field>
      )}
    </>
  )
}

type Cited = { readonly pack: string; readonly citation: { readonly document: string } }

function firstWords(current: Cited | null, page: PackPageView, today: string) {
  const own = page.documents.filter(({ pack }) => pack === page.name)
  const document = current?.pack === page.name ? current.citation.document : (own.at(-1)?.id ?? '')
  return { from: firstOfNextMonth(today), document, clause: '', reason: null }
}

function valueToChange({ name, current }: Parameter, page: PackPageView, today: string): Change {
  return { ...firstWords(current, page, today), parameter: name, value: current?.value ?? '' }
}

function ruleToChange(rule: RuleView, programme: string, page: PackPageView, today: string): Change {
  const { name, formula, table } = rule
  const written = { rule: name, formula, table: table && { ...table, order: [...table.order] } }
  return { ...firstWords(rule, page, today), programme, ...written }
}

function firstOfNextMonth(today: string): string {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
}
