/** Account and password, then the second factor. Also in the middle of a day, when the server asks again. */
import { Button, Notice, TextField } from '@doudi/light-ui'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { go } from '../address.ts'
import type { DemoAccount } from '../data/wire.ts'
import { DemoAccounts } from '../parts/demo-accounts.tsx'
import { Door } from '../parts/door.tsx'
import { SecretField } from '../parts/secret-field.tsx'
import { problemOf } from '../problem-words.ts'
import { useSurroundings } from '../surroundings.tsx'

export function SignInPage(): JSX.Element {
  const { app, state, t, locale } = useSurroundings()
  const [login, setLogin] = useState(state.login)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [ticket, setTicket] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  async function tried(step: () => Promise<void>): Promise<void> {
    setBusy(true)
    setError(undefined)
    try {
      await step()
    } catch (refused) {
      setError(problemOf(refused, locale) ?? t('sign-in.unreachable'))
    } finally {
      setBusy(false)
    }
  }

  function submit(): void {
    if (ticket) void tried(secondStep)
    else if (login && password) void tried(async () => setTicket(await app.remote.firstStep(login, password)))
    else setError(t('sign-in.empty'))
  }

  async function secondStep(): Promise<void> {
    await app.finishSignIn(login, password, ticket, code.trim())
    go('today')
  }

  function fillIn(account: DemoAccount): void {
    setLogin(account.login)
    setPassword(account.password)
    setCode(account.code)
    setTicket('')
  }

  return (
    <Door title={t('sign-in.title')} onSubmit={submit} below={!ticket && <DemoAccounts onChoose={fillIn} />}>
      {state.wiped && <Notice kind="wait">{t(`wiped.${state.wiped}`)}</Notice>}
      {error && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
      {ticket ? (
        <SecretField
          name="code"
          label={t('sign-in.code')}
          hint={t('sign-in.code.hint')}
          value={code}
          autoComplete="one-time-code"
          digits
          onChange={setCode}
        />
      ) : (
        <>
          <p>{t('sign-in.lead')}</p>
          <TextField
            name="login"
            label={t('sign-in.login')}
            locale={locale}
            autoComplete="username"
            value={login}
            onInput={event => setLogin((event.target as HTMLInputElement).value.trim())}
          />
          <SecretField
            name="password"
            label={t('sign-in.password')}
            value={password}
            autoComplete="current-password"
            onChange={setPassword}
          />
        </>
      )}
      <Button block disabled={busy}>
        {t(ticket ? 'sign-in.enter' : 'sign-in.next')}
      </Button>
      {ticket && (
        <Button type="button" kind="secondary" block onClick={() => setTicket('')}>
          {t('sign-in.restart')}
        </Button>
      )}
      {state.phase === 'open' && (
        <a class="back" href="#/today">
          ← {t('app.back')}
        </a>
      )}
    </Door>
  )
}
