/** Proposes another account for a household's money. Nothing changes until somebody else has confirmed it. */
import { Button, Input } from 'antd'
import { useState } from 'react'
import { type Body, post, useAct } from '../../api.ts'
import { Choice } from '../../parts/choice.tsx'
import { Field } from '../../parts/field.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { StepUp } from '../../parts/step-up.tsx'
import { ProblemNotice, useProblemWords } from '../../problems.tsx'
import type { Household } from '../../views.ts'
import { useHouseholdWords } from './words.ts'

type Change = Body<'/households/:id/bank-account'>
type Kind = 'card' | 'passbook'

export function ChangeAccount({ household }: { household: Household }) {
  const t = useHouseholdWords()
  const [open, setOpen] = useState(false)
  return (
    <div>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('change.open')}
      </Button>
      <SidePanel title={t('change.open')} open={open} onClose={() => setOpen(false)}>
        <ChangeForm household={household} onDone={() => setOpen(false)} />
      </SidePanel>
    </div>
  )
}

function ChangeForm({ household, onDone }: { household: Household; onDone: () => void }) {
  const t = useHouseholdWords()
  const { issueAt } = useProblemWords()
  const [holderName, setHolder] = useState(household.headName)
  const [bank, setBank] = useState('')
  const [number, setNumber] = useState('')
  const [kind, setKind] = useState<Kind>('card')
  const [reason, setReason] = useState('')
  const propose = useAct(
    (body: Change, key) => post('/households/:id/bank-account', household, body, key),
    [['household']],
  )
  const send = () => {
    const otherHolderReason = reason.trim()
    const change = { holderName, bank, number, kind, ...(otherHolderReason ? { otherHolderReason } : {}) }
    propose.mutate(change, { onSuccess: onDone })
  }
  return (
    <>
      <p className="notice notice-warning">{t('change.text')}</p>
      <ProblemNotice problem={propose.error} />
      <Field label={t('change.holder')} wrong={issueAt(propose.error, '/holderName')}>
        <Input value={holderName} maxLength={60} onChange={event => setHolder(event.target.value)} />
      </Field>
      <Field label={t('change.bank')} wrong={issueAt(propose.error, '/bank')}>
        <Input value={bank} maxLength={60} onChange={event => setBank(event.target.value)} />
      </Field>
      <Field label={t('change.kind')}>
        <Choice<Kind>
          value={kind}
          options={[
            ['card', t('change.card')],
            ['passbook', t('change.passbook')],
          ]}
          onChoose={setKind}
        />
      </Field>
      <Field label={t('change.number')} wrong={issueAt(propose.error, '/number')}>
        <Input
          value={number}
          inputMode="numeric"
          autoComplete="off"
          maxLength={40}
          onChange={event => setNumber(event.target.value)}
        />
      </Field>
      <Field label={t('change.reason')} hint={t('change.reason-hint')} optional>
        <Input.TextArea rows={2} value={reason} maxLength={1000} onChange={event => setReason(event.target.value)} />
      </Field>
      <StepUp
        word={t('change.do')}
        sending={propose.isPending}
        disabled={[holderName, bank, number].some(each => each.trim() === '')}
        onProved={send}
      />
    </>
  )
}
