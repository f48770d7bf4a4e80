/** The draft in its author's hands: values with their bounds, clause and first day; saving checks all of it. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { put, useAct } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { Choice } from '../../parts/choice.tsx'
import { Field } from '../../parts/field.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { ProblemNotice } from '../../problems.tsx'
import { useMe } from '../../session.ts'
import { ChangeFields } from './change-fields.tsx'
import { DocumentList } from './document-list.tsx'
import { DraftActs } from './draft-acts.tsx'
import { Findings } from './findings.tsx'
import { draftsKey, packQuery } from './policy-queries.ts'
import type { Change, Draft, DraftText, PackPageView, Parameter } from './policy-views.ts'
import { usePolicyWords } from './words.ts'

export function DraftEditor({ draft }: { draft: Draft }) {
  const question = useQuery(packQuery(draft.pack))
  return (
    <QueryView of={question} rows={8}>
      {page => <Editor draft={draft} page={page} />}
    </QueryView>
  )
}

function textOf({ version, title, changes, documents }: Draft): DraftText {
  return {
    ...{ version, title, documents: [...documents] },
    changes: changes.map(({ parameter, from, value, document, clause, reason }) => ({
      ...{ parameter, from, value, document, clause, reason },
    })),
  }
}

function Editor({ draft, page }: { draft: Draft; page: PackPageView }) {
  const t = usePolicyWords()
  const navigate = useNavigate()
  const [text, setText] = useState(() => textOf(draft))
  const saved = textOf(draft)
  const isChanged = JSON.stringify(text) !== JSON.stringify(saved)
  const save = useAct((body: DraftText, key) => put('/policies/drafts/:id', draft, body, key), [draftsKey])
  const setChanges = (changes: DraftText['changes']) => setText({ ...text, changes })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(text, {
      onSuccess: () => void navigate({ to: '.', replace: true, state: { said: t('said.saved') } }),
    })
  }
  return (
    <>
      {draft.changeCount > 0 && !isChanged && <Findings findings={draft.findings} />}
      <form className="draft-form" onSubmit={submit}>
        <Field label={t('draft.title')}>
          <Input
            value={text.title}
            maxLength={100}
            onChange={event => setText({ ...text, title: event.target.value })}
          />
        </Field>
        <h2>{t('draft.changes')}</h2>
        {text.changes.length === 0 && <p className="nothing">{t('draft.none')}</p>}
        {text.changes.map((change, i) => (
          <ChangeFields
            // biome-ignore lint/suspicious/noArrayIndexKey: one value may be changed from several days; its place is what it is known by
            key={`${change.parameter} ${i}`}
            change={change}
            parameter={page.parameters.find(({ name }) => name === change.parameter)}
            documents={[...page.documents, ...text.documents]}
            findings={foundAt(draft, change, i)}
            onChange={next => setChanges(text.changes.map((other, j) => (j === i ? next : other)))}
            onRemove={() => setChanges(text.changes.filter((_, j) => j !== i))}
          />
        ))}
        <AddChange page={page} onAdd={change => setChanges([...text.changes, change])} />
        <DocumentList documents={text.documents} onChange={documents => setText({ ...text, documents })} />
        <ProblemNotice problem={save.error} />
        <div className="form-acts">
          <Button
            type={isChanged ? 'primary' : 'default'}
            htmlType="submit"
            loading={save.isPending}
            disabled={!isChanged}
          >
            {t('draft.save')}
          </Button>
          {isChanged && <span className="small-print draft-unsaved">{t('draft.unsaved')}</span>}
        </div>
      </form>
      {!isChanged && <DraftActs draft={draft} />}
    </>
  )
}

/** What the last check said stays at its field while somebody puts it right. */
function foundAt(draft: Draft, { parameter }: Change, i: number) {
  return draft.changes[i]?.parameter === parameter ? draft.findings.filter(({ change }) => change === i) : []
}

/** Begins at today's value and the first of next month, so that only what differs has to be written. */
function AddChange({ page, onAdd }: { page: PackPageView; onAdd: (change: Change) => void }) {
  const t = usePolicyWords()
  const { locale } = useLanguage()
  const { today } = useMe()
  const open = page.parameters.filter(parameter => parameter.open)
  const add = (name: string) => {
    const parameter = open.find(one => one.name === name)
    if (parameter) onAdd(firstWords(parameter, page, today))
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

function firstWords({ name, current }: Parameter, page: PackPageView, today: string): Change {
  const own = page.documents.filter(({ pack }) => pack === page.name)
  const document = current?.pack === page.name ? current.citation.document : (own.at(-1)?.id ?? '')
  return {
    parameter: name,
    from: firstOfNextMonth(today),
    value: current?.value ?? '',
    document,
    clause: '',
    reason: null,
  }
}

function firstOfNextMonth(today: string): string {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
}
