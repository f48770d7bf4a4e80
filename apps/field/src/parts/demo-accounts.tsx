/** In a demo, and only there, the accounts that may be tried; elsewhere the server knows no such list. */
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { DemoAccount } from '../data/wire.ts'
import { useSurroundings } from '../surroundings.tsx'

/** Who makes home visits. */
const visitors = ['coordinator', 'town-assistant']

export function DemoAccounts({ onChoose }: { readonly onChoose: (account: DemoAccount) => void }): JSX.Element | null {
  const { app, t } = useSurroundings()
  const [accounts, setAccounts] = useState<readonly DemoAccount[]>([])
  useEffect(() => {
    app.remote.demoAccounts().then(setAccounts, () => setAccounts([]))
  }, [app])
  const shown = accounts.filter(({ role }) => visitors.includes(role))
  if (shown.length === 0) return null
  return (
    <div class="field demo">
      <label class="field-label" for="demo">
        {t('sign-in.demo')}
      </label>
      <select
        class="input"
        id="demo"
        onChange={event => {
          const account = shown.find(({ login }) => login === event.currentTarget.value)
          if (account) onChoose(account)
        }}
      >
        <option value="">{t('sign-in.demo.choose')}</option>
        {shown.map(({ login, name, roleName, divisionName }) => (
          <option key={login} value={login}>
            {divisionName} · {roleName} · {name}
          </option>
        ))}
      </select>
    </div>
  )
}
