/** Begins a draft: says first what it is about. */
import { useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { type Body, post, useAct } from '../../api.ts'
import { Field } from '../../parts/field.tsx'
import { ProblemNotice } from '../../problems.tsx'
import { draftsKey } from './policy-queries.ts'
import { usePolicyWords } from './words.ts'

export function BeginDraft({ pack }: { pack: string }) {
  const t = usePolicyWords()
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const begin = useAct((body: Body<'/policies/drafts'>, key) => post('/policies/drafts', {}, body, key), [draftsKey])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    begin.mutate(
      { pack, title },
      {
        onSuccess: ({ id }) =>
          void navigate({ to: '/policies/drafts/$draftId', params: { draftId: id }, state: { said: t('said.begun') } }),
      },
    )
  }
  return (
    <form onSubmit={submit}>
      <ProblemNotice problem={begin.error} />
      <Field label={t('page.draft-title')} hint={t('page.draft-hint')}>
        <Input value={title} maxLength={100} onChange={event => setTitle(event.target.value)} />
      </Field>
      <Button type="primary" htmlType="submit" disabled={title.trim() === ''} loading={begin.isPending}>
        {t('page.begin')}
      </Button>
    </form>
  )
}
