/** Proposes a role at a place for a time. */
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { type Body, post, useAct } from '../../api.ts'
import { Choice } from '../../parts/choice.tsx'
import { Field } from '../../parts/field.tsx'
import { ProblemNotice, useProblemWords } from '../../problems.tsx'
import { useMe } from '../../session.ts'
import { useNames } from '../../words.ts'
import type { Account } from './accounts-page.tsx'
import { useAccountWords } from './words.ts'

const roles = [
  'coordinator',
  'town-assistant',
  'town-approver',
  'county-supervisor',
  'county-finance',
  'auditor',
  'system-admin',
  'policy-officer',
  'policy-chief',
  'security-admin',
  'audit-admin',
] as const

export function ProposeGrantForm({ account }: { account: Account }) {
  const t = useAccountWords()
  const name = useNames()
  const { today } = useMe()
  const { issueAt } = useProblemWords()
  const [role, setRole] = useState<string>('town-assistant')
  const [division, setDivision] = useState(account.division)
  const [validFrom, setValidFrom] = useState(today)
  const [validTo, setValidTo] = useState('')
  const propose = useAct(
    (body: Body<'/accounts/:id/grants'>, key) => post('/accounts/:id/grants', account, body, key),
    [['accounts']],
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    propose.mutate({ role, division, validFrom, ...(validTo ? { validTo } : {}) })
  }
  return (
    <form onSubmit={submit}>
      <p className="notice panel-part">{t('grant.two')}</p>
      <ProblemNotice problem={propose.error} />
      <Field label={t('grant.role')}>
        <Choice value={role} options={roles.map(each => [each, name('role', each)] as const)} onChoose={setRole} />
      </Field>
      <Field label={t('grant.division')} wrong={issueAt(propose.error, '/division')}>
        <Input inputMode="numeric" value={division} onChange={event => setDivision(event.target.value)} />
      </Field>
      <Field label={t('grant.from')}>
        <Input type="date" value={validFrom} onChange={event => setValidFrom(event.target.value)} />
      </Field>
      <Field label={t('grant.until')} optional>
        <Input type="date" value={validTo} onChange={event => setValidTo(event.target.value)} />
      </Field>
      <Button htmlType="submit" loading={propose.isPending}>
        {t('grant.propose')}
      </Button>
    </form>
  )
}
