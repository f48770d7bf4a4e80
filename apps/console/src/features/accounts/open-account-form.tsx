/** Opens an account; its activation code is shown once and handed over in person. */
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { type Body, post, useAct } from '../../api.ts'
import { useDates } from '../../dates.ts'
import { Field } from '../../parts/field.tsx'
import { ProblemNotice, useProblemWords } from '../../problems.tsx'
import { useMe } from '../../session.ts'
import { useAccountWords } from './words.ts'

const fields = ['name', 'login', 'division', 'identityNumber', 'phone'] as const
const labels = {
  name: 'open.name',
  login: 'open.login',
  division: 'open.place',
  identityNumber: 'open.identity',
  phone: 'open.phone',
} as const

export function OpenAccountForm() {
  const t = useAccountWords()
  const { fullMoment } = useDates()
  const { issueAt } = useProblemWords()
  const place = useMe().roles[0]?.division ?? ''
  const [values, setValues] = useState({ name: '', login: '', division: place, identityNumber: '', phone: '' })
  const open = useAct((body: Body<'/accounts'>, key) => post('/accounts', {}, body, key), [['accounts']])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { phone, ...rest } = values
    open.mutate({ ...rest, ...(phone.trim() ? { phone } : {}) })
  }
  if (open.data) {
    return (
      <div className="notice" role="status">
        <p>{t('open.done')}</p>
        <p>
          <strong className="figures total">{open.data.activationCode}</strong>
        </p>
        <p className="small-print">{t('open.until', { at: fullMoment(open.data.expiresAt) })}</p>
      </div>
    )
  }
  return (
    <form onSubmit={submit}>
      <ProblemNotice problem={open.error} />
      {fields.map(field => (
        <Field
          key={field}
          label={t(labels[field])}
          optional={field === 'phone'}
          wrong={issueAt(open.error, `/${field}`)}
        >
          <Input
            value={values[field]}
            autoComplete="off"
            onChange={event => setValues({ ...values, [field]: event.target.value })}
          />
        </Field>
      ))}
      <Button type="primary" htmlType="submit" loading={open.isPending}>
        {t('open')}
      </Button>
    </form>
  )
}
