/** Takes a notice down before its time, with a reason; the case goes back to work. */
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { post, useAct } from '../../api.ts'
import { Field } from '../../parts/field.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { ProblemNotice } from '../../problems.tsx'
import { useWords } from '../../words.ts'
import { caseKey } from './case-queries.ts'
import type { Notice } from './case-views.ts'
import { useCaseWords } from './words.ts'

export function WithdrawNotice({ notice }: { notice: Notice }) {
  const t = useCaseWords()
  const common = useWords()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const withdraw = useAct(
    (body: { reason: string }, key) => post('/notices/:id/withdraw', notice, body, key),
    [caseKey(notice.caseId), ['notices'], ['cases']],
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    withdraw.mutate({ reason }, { onSuccess: () => setOpen(false) })
  }
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('notice.withdraw')}
      </Button>
      <SidePanel title={t('notice.withdraw')} open={open} onClose={() => setOpen(false)}>
        <form onSubmit={submit}>
          <p className="notice notice-warning panel-part">{t('notice.withdraw-text')}</p>
          <ProblemNotice problem={withdraw.error} />
          <Field label={common('field.reason')} hint={t('reason.hint')}>
            <Input.TextArea
              rows={4}
              maxLength={1000}
              value={reason}
              onChange={event => setReason(event.target.value)}
            />
          </Field>
          <Button type="primary" danger htmlType="submit" disabled={reason.trim() === ''} loading={withdraw.isPending}>
            {t('notice.withdraw')}
          </Button>
        </form>
      </SidePanel>
    </>
  )
}
