/** Unsent work under an earlier password: opened with that one, or given up after being told what that means. */
import { Button, Notice } from '@doudi/light-ui'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Door } from '../parts/door.tsx'
import { SecretField } from '../parts/secret-field.tsx'
import { useSurroundings } from '../surroundings.tsx'

export function OldWorkPage(): JSX.Element {
  const { app, t } = useSurroundings()
  const [password, setPassword] = useState('')
  const [wrong, setWrong] = useState(false)
  const [forgot, setForgot] = useState(false)
  return (
    <Door title={t('old.title')} onSubmit={() => void app.openOldWork(password).then(opened => setWrong(!opened))}>
      <p>{t('old.lead')}</p>
      <SecretField
        name="old-password"
        label={t('old.password')}
        value={password}
        error={wrong ? t('old.wrong') : undefined}
        autoComplete="off"
        onChange={setPassword}
      />
      <Button block>{t('old.open')}</Button>
      {forgot ? (
        <Notice kind="late">
          <p>{t('old.lost')}</p>
          <Button type="button" kind="danger" block onClick={() => void app.giveUpOldWork()}>
            {t('old.delete')}
          </Button>
        </Notice>
      ) : (
        <Button type="button" kind="secondary" block onClick={() => setForgot(true)}>
          {t('old.forgot')}
        </Button>
      )}
    </Door>
  )
}
