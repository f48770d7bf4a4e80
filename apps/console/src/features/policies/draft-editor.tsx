/** The draft in its author's hands: values with their bounds, rules with their text, clause and first day; saving checks all of it. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { put, useAct } from '../../api.ts'
import { Field } from '../../parts/field.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { ProblemNotice } from '../../problems.tsx'
import { AddChange } from './add-change.tsx'
import { DocumentList } from './document-list.tsx'
import { DraftActs } from './draft-acts.tsx'
import { Findings } from './findings.tsx'
import { draftsKey, packQuery } from './policy-queries.ts'
import type { Change, Draft, DraftText, PackPageView } from './policy-views.ts'
import { RuleFields } from './rule-fields.tsx'
import { ValueFields } from './value-fields.tsx'
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
    changes: changes.map(changeIn),
  }
}

/** What its author wrote of it. */
function changeIn(shown: Draft['changes'][number]): Change {
  const { from, document, clause, reason } = shown
  const dated = { from, document, clause, reason }
  if ('parameter' in shown) return { ...dated, parameter: shown.parameter, value: shown.value }
  const { programme, rule, formula, table } = shown
  return { ...dated, programme, rule, formula, table: table && { ...table, order: [...table.order] } }
}

const subjectOf = (change: Change) => ('parameter' in change ? change.parameter : `${change.programme} ${change.rule}`)

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
        {text.changes.map((change, i) => {
          const own = {
            documents: [...page.documents, ...text.documents],
            findings: foundAt(draft, change, i),
            onChange: (next: Change) => setChanges(text.changes.map((other, j) => (j === i ? next : other))),
            onRemove: () => setChanges(text.changes.filter((_, j) => j !== i)),
          }
          // One thing may be changed from several days; its place is what it is known by.
          const key = `${subjectOf(change)} ${i}`
          if ('rule' in change) return <RuleFields key={key} change={change} page={page} {...own} />
          const parameter = page.parameters.find(({ name }) => name === change.parameter)
          return <ValueFields key={key} change={change} parameter={parameter} {...own} />
        })}
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
function foundAt(draft: Draft, change: Change, i: number) {
  const saved = draft.changes[i]
  const isSame = saved !== undefined && subjectOf(changeIn(saved)) === subjectOf(change)
  return isSame ? draft.findings.filter(finding => finding.change === i) : []
}
