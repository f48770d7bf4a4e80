/** Account and password, then the second factor. Pasting and autofill work; nothing has to be remembered between. */
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { post, useAct } from '../../api.ts'
import { Field } from '../../parts/field.tsx'
import { ProblemNotice } from '../../problems.tsx'
import type { Me } from '../../views.ts'
import { DemoAccounts } from './demo-accounts.tsx'
import { useSignInWords } from './words.ts'

export function SignInForm({ onEnter }: { onEnter: (me: Me) => void }) {
  const t = useSignInWords()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [picked, setPicked] = useState<string>()
  const [ticket, setTicket] = useState<string>()
  const first = useAct((body: { login: string; password: string }, key) => post('/session', {}, body, key))
  const second = useAct((body: { ticket: string; code: string }, key) => post('/session/second-factor', {}, body, key))

  const begin = (body: { login: string; password: string }) =>
    first.mutate(body, { onSuccess: answer => setTicket(answer.ticket) })
  const restart = () => {
    setTicket(undefined)
    setPicked(undefined)
    setCode('')
    second.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ticket === undefined) begin({ login, password })
    else second.mutate({ ticket, code: code.trim() }, { onSuccess: onEnter })
  }
  return (
    <div className="sign-in">
      <form className="sign-in-form" onSubmit={submit}>
        <ProblemNotice problem={ticket === undefined ? first.error : second.error} />
        {ticket === undefined ? (
          <>
            <Field label={t('login')}>
              <Input autoComplete="username" value={login} onChange={event => setLogin(event.target.value)} />
            </Field>
            <Field label={t('password')}>
              <Input.Password
                autoComplete="current-password"
                value={password}
                onChange={event => setPassword(event.target.value)}
              />
            </Field>
            <Button type="primary" htmlType="submit" block loading={first.isPending}>
              {t('next')}
            </Button>
          </>
        ) : (
          <>
            <p>
              {t('login')}：<strong>{login}</strong>{' '}
              <Button type="link" size="small" onClick={restart}>
                {t('other')}
              </Button>
            </p>
            <Field label={t('code')} hint={t('code.hint')}>
              <Input
                autoComplete="one-time-code"
                inputMode="numeric"
                maxLength={6}
                autoFocus
                value={code}
                onChange={event => setCode(event.target.value)}
              />
            </Field>
            <Button type="primary" htmlType="submit" block loading={second.isPending}>
              {t('enter')}
            </Button>
          </>
        )}
      </form>
      <DemoAccounts
        picked={picked}
        onCode={setCode}
        onPick={account => {
          setPicked(account.login)
          restart()
          setLogin(account.login)
          setPassword(account.password)
          setCode(account.code)
          begin({ login: account.login, password: account.password })
        }}
      />
    </div>
  )
}
