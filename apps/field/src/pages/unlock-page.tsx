/** Opens what lies on the phone, with or without a line. */
import { Button } from '@doudi/light-ui'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Door } from '../parts/door.tsx'
import { SecretField } from '../parts/secret-field.tsx'
import { useSurroundings } from '../surroundings.tsx'
import { PIN } from '../vault/vault.ts'

export function UnlockPage(): JSX.Element {
  const { app, state, t } = useSurroundings()
  const [pin, setPin] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  async function open(): Promise<void> {
    if (!PIN.test(pin)) return setError(t('pin.shape'))
    setBusy(true)
    const left = await app.unlock(pin)
    if (left === undefined) return
    setPin('')
    setError(t('pin.wrong', { count: left }))
    setBusy(false)
  }
  return (
    <Door title={t('pin.title')} onSubmit={() => void open()}>
      <p class="quiet">{state.login}</p>
      <SecretField
        name="pin"
        label={t('pin.new')}
        value={pin}
        error={error}
        autoComplete="off"
        digits
        onChange={setPin}
      />
      <Button block disabled={busy}>
        {t(busy ? 'pin.opening' : 'pin.open')}
      </Button>
      <Button type="button" kind="secondary" block onClick={() => app.toSignIn()}>
        {t('pin.forgot')}
      </Button>
    </Door>
  )
}
