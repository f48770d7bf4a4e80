/** A PIN for the yard. Six digits, twice, and not the ones everybody tries first. */
import { Button } from '@doudi/light-ui'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Door } from '../parts/door.tsx'
import { SecretField } from '../parts/secret-field.tsx'
import { useSurroundings } from '../surroundings.tsx'
import { PIN } from '../vault/vault.ts'
import type { Word } from '../words/index.ts'

export function SetPinPage(): JSX.Element {
  const { app, t } = useSurroundings()
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [error, setError] = useState<Word>()
  const [busy, setBusy] = useState(false)
  function submit(): void {
    const wrong = wrongWith(pin, again)
    setError(wrong)
    if (wrong) return
    setBusy(true)
    void app.setPin(pin)
  }
  return (
    <Door title={t('pin.set')} onSubmit={submit}>
      <p>{t('pin.set.lead')}</p>
      <SecretField
        name="pin"
        label={t('pin.new')}
        value={pin}
        error={error && t(error)}
        autoComplete="off"
        digits
        onChange={setPin}
      />
      <SecretField name="again" label={t('pin.again')} value={again} autoComplete="off" digits onChange={setAgain} />
      <Button block disabled={busy}>
        {t(busy ? 'pin.opening' : 'pin.save')}
      </Button>
    </Door>
  )
}

/** 111111, 123456 and 654321 are no secrets. */
export function wrongWith(pin: string, again: string): Word | undefined {
  if (!PIN.test(pin)) return 'pin.shape'
  if (/^(\d)\1+$/.test(pin) || '01234567890'.includes(pin) || '09876543210'.includes(pin)) return 'pin.easy'
  return pin === again ? undefined : 'pin.differs'
}
