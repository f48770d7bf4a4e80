/** What may be done with a draft; what may not says why. */
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { post, remove, useAct } from '../../api.ts'
import { Field } from '../../parts/field.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { ProblemNotice, useProblemWords } from '../../problems.tsx'
import { useMay } from '../../session.ts'
import { useWords } from '../../words.ts'
import { draftsKey } from './policy-queries.ts'
import type { Draft } from './policy-views.ts'
import { usePolicyWords } from './words.ts'

export function DraftActs({ draft }: { draft: Draft }) {
  const may = useMay()
  const mayRelease = may('policies.release') && draft.status === 'submitted'
  return (
    <section className="draft-acts">
      {draft.status !== 'released' && draft.changeCount > 0 && <Effects draft={draft} />}
      {may('policies.draft') && <AuthorActs draft={draft} />}
      {mayRelease && <SecondPersonActs draft={draft} />}
    </section>
  )
}

/** Another screen works out whom it would touch. */
function Effects({ draft }: { draft: Draft }) {
  const t = usePolicyWords()
  const may = useMay()
  if (!may('insight.try')) return null
  return (
    <p>
      <Link className="policy-link" to="/policies/simulate" search={{ draft: draft.id }}>
        {t('draft.simulate')}
      </Link>{' '}
      <span className="small-print">{t('draft.simulate-text')}</span>
    </p>
  )
}

function AuthorActs({ draft }: { draft: Draft }) {
  const t = usePolicyWords()
  const navigate = useNavigate()
  const act = useAct(
    (word: 'submit' | 'withdraw', key) => post(`/policies/drafts/:id/${word}`, draft, { version: draft.version }, key),
    [draftsKey],
  )
  const drop = useAct(
    (version: number, key) => remove('/policies/drafts/:id', { id: draft.id, version }, key),
    [draftsKey],
  )
  const said = { submit: 'said.submitted', withdraw: 'said.withdrawn' } as const
  const press = (word: 'submit' | 'withdraw') =>
    act.mutate(word, { onSuccess: () => void navigate({ to: '.', replace: true, state: { said: t(said[word]) } }) })
  const errors = draft.findings.filter(({ severity }) => severity === 'error').length
  return (
    <>
      <ProblemNotice problem={act.error ?? drop.error} />
      {draft.can.submit === null && draft.changeCount > 0 && errors === 0 && (
        <p className="field-good">✓ {t('draft.fine')}</p>
      )}
      <div className="form-acts">
        {draft.can.submit === null && (
          <Button type="primary" disabled={errors > 0} loading={act.isPending} onClick={() => press('submit')}>
            {t('draft.submit')}
          </Button>
        )}
        {draft.can.withdraw === null && (
          <Button loading={act.isPending} onClick={() => press('withdraw')}>
            {t('draft.withdraw')}
          </Button>
        )}
        {draft.can.delete === null && (
          <Button
            danger
            loading={drop.isPending}
            onClick={() =>
              drop.mutate(draft.version, {
                onSuccess: () => void navigate({ to: '/policies', state: { said: t('said.deleted') } }),
              })
            }
          >
            {t('draft.delete')}
          </Button>
        )}
      </div>
    </>
  )
}

function SecondPersonActs({ draft }: { draft: Draft }) {
  const t = usePolicyWords()
  const { say } = useProblemWords()
  const why = draft.can.release
  return (
    <div className="form-acts">
      {why ? (
        <p className="notice notice-warning">{t('draft.not-now', { act: t('draft.release'), reason: say(why) })}</p>
      ) : (
        <Link className="link-button" to="/policies/drafts/$draftId/release" params={{ draftId: draft.id }}>
          {t('draft.release')}
        </Link>
      )}
      {draft.can.reject === null && <Reject draft={draft} />}
    </div>
  )
}

export function Reject({ draft }: { draft: Draft }) {
  const t = usePolicyWords()
  const common = useWords()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const reject = useAct(
    (body: { version: number; reason: string }, key) => post('/policies/drafts/:id/reject', draft, body, key),
    [draftsKey],
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    reject.mutate(
      { version: draft.version, reason },
      {
        onSuccess: () =>
          void navigate({
            to: '/policies/drafts/$draftId',
            params: { draftId: draft.id },
            state: { said: t('said.rejected') },
          }),
      },
    )
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('draft.reject')}</Button>
      <SidePanel title={t('draft.reject')} open={open} onClose={() => setOpen(false)}>
        <form onSubmit={submit}>
          <ProblemNotice problem={reject.error} />
          <Field label={common('field.reason')} hint={t('draft.reject-hint')}>
            <Input.TextArea
              rows={3}
              maxLength={1000}
              value={reason}
              onChange={event => setReason(event.target.value)}
            />
          </Field>
          <Button type="primary" danger htmlType="submit" disabled={reason.trim() === ''} loading={reject.isPending}>
            {t('draft.reject')}
          </Button>
        </form>
      </SidePanel>
    </>
  )
}
