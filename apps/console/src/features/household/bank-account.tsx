/** Where the household's money goes, and a change of it on its way: one person proposes, another confirms or rejects. */
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { post, useAct } from '../../api.ts'
import { Field } from '../../parts/field.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { StepUp } from '../../parts/step-up.tsx'
import { ProblemNotice } from '../../problems.tsx'
import { useMay } from '../../session.ts'
import type { Household } from '../../views.ts'
import { useWords } from '../../words.ts'
import { ChangeAccount } from './change-account.tsx'
import { Reveal } from './reveal.tsx'
import { useHouseholdWords } from './words.ts'

type Proposed = NonNullable<Household['proposedAccount']>

export function BankAccount({ household }: { household: Household }) {
  const t = useHouseholdWords()
  const may = useMay()
  const { bankAccount: account, proposedAccount: proposed, members } = household
  const head = members[0]
  return (
    <>
      {account
        ? t('account.text', { holder: account.holderName, bank: account.bank, tail: account.tail })
        : t('account.none')}
      {account && head && (
        <>
          {' '}
          <Reveal personId={head.personId} field="account" />
        </>
      )}
      {may('registry.edit') && <ChangeAccount household={household} />}
      {proposed && <Proposal household={household} proposed={proposed} />}
    </>
  )
}

function Proposal({ household, proposed }: { household: Household; proposed: Proposed }) {
  const t = useHouseholdWords()
  const may = useMay()
  const { holderName: holder, bank, tail } = proposed
  return (
    <div className="notice notice-warning">
      <p>{t('proposal.text', { holder, bank, tail, name: proposed.proposedByName || t('proposal.by-application') })}</p>
      {proposed.otherHolderReason && <p>{t('proposal.reason', { reason: proposed.otherHolderReason })}</p>}
      {proposed.sharedWith > 0 && <p>{t('proposal.shared', { count: proposed.sharedWith })}</p>}
      {may('registry.confirm') && (
        <div className="form-acts">
          <Confirm household={household} proposed={proposed} />
          <Reject household={household} proposed={proposed} />
        </div>
      )}
    </div>
  )
}

interface AnswerProps {
  readonly household: Household
  readonly proposed: Proposed
}

/** The second person proves who they are, because a changed account is how such money is stolen. */
function Confirm({ household, proposed }: AnswerProps) {
  const t = useHouseholdWords()
  const [open, setOpen] = useState(false)
  const confirm = useAct(
    (bankAccountId: string, key) => post('/households/:id/bank-account/confirm', household, { bankAccountId }, key),
    [['household'], ['households']],
  )
  return (
    <>
      <Button type="primary" size="small" onClick={() => setOpen(true)}>
        {t('proposal.confirm')}
      </Button>
      <SidePanel title={t('proposal.confirm')} open={open} onClose={() => setOpen(false)}>
        <p className="notice notice-warning">{t('proposal.confirm-text')}</p>
        <ProblemNotice problem={confirm.error} />
        <StepUp
          word={t('proposal.confirm')}
          sending={confirm.isPending}
          onProved={() => confirm.mutate(proposed.bankAccountId, { onSuccess: () => setOpen(false) })}
        />
      </SidePanel>
    </>
  )
}

function Reject({ household, proposed: { bankAccountId } }: AnswerProps) {
  const t = useHouseholdWords()
  const common = useWords()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const reject = useAct(
    (body: { bankAccountId: string; reason: string }, key) =>
      post('/households/:id/bank-account/reject', household, body, key),
    [['household']],
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    reject.mutate({ bankAccountId, reason }, { onSuccess: () => setOpen(false) })
  }
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('proposal.reject')}
      </Button>
      <SidePanel title={t('proposal.reject')} open={open} onClose={() => setOpen(false)}>
        <form onSubmit={submit}>
          <ProblemNotice problem={reject.error} />
          <Field label={common('field.reason')} hint={t('proposal.reject-hint')}>
            <Input.TextArea rows={3} maxLength={1000} value={reason} onChange={e => setReason(e.target.value)} />
          </Field>
          <Button type="primary" danger htmlType="submit" disabled={reason.trim() === ''} loading={reject.isPending}>
            {t('proposal.reject')}
          </Button>
        </form>
      </SidePanel>
    </>
  )
}
