/** The demo's accounts, straight from the server; outside the demo the list does not exist. */
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type Answer, read } from '../../api.ts'
import { useNames } from '../../words.ts'
import { useSignInWords } from './words.ts'

export type DemoAccount = Answer<'/demo/accounts'>[number]

interface DemoAccountsProps {
  /** Who was picked; their code is renewed as it changes. */
  readonly picked: string | undefined
  readonly onPick: (account: DemoAccount) => void
  readonly onCode: (code: string) => void
}

export function DemoAccounts({ picked, onPick, onCode }: DemoAccountsProps) {
  const t = useSignInWords()
  const name = useNames()
  const { data, refetch } = useQuery({
    queryKey: ['demo', 'accounts'],
    queryFn: () => read('/demo/accounts'),
    retry: false,
    // The codes change every thirty seconds.
    refetchInterval: query => (query.state.status === 'success' ? 5_000 : false),
  })
  const code = data?.find(each => each.login === picked)?.code
  useEffect(() => {
    if (code) onCode(code)
  }, [code, onCode])
  if (!data) return null
  const pick = async (login: string) => {
    const { data: fresh } = await refetch()
    const account = (fresh ?? data).find(each => each.login === login)
    if (account) onPick(account)
  }
  return (
    <section className="demo-accounts" aria-label={t('demo.title')}>
      <h2>{t('demo.title')}</h2>
      <p className="small-print">{t('demo.lead')}</p>
      {byRole(data).map(([role, accounts]) => (
        <div key={role} className="demo-role">
          <h3>{name('role', role)}</h3>
          <ul>
            {accounts.map(account => (
              <li key={account.login}>
                <button type="button" onClick={() => void pick(account.login)}>
                  <strong className="name">{account.name}</strong>{' '}
                  <span className="small-print">{account.divisionName}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

/** In the order in which a case meets them. */
const order = ['town-assistant', 'town-approver', 'county-finance', 'county-supervisor', 'auditor', 'coordinator']

function byRole(accounts: readonly DemoAccount[]): readonly (readonly [role: string, accounts: DemoAccount[]])[] {
  const rank = ({ role }: DemoAccount) => (order.includes(role) ? order.indexOf(role) : order.length)
  const sorted = [...accounts].sort((a, b) => rank(a) - rank(b))
  return [...Map.groupBy(sorted, account => account.role)]
}
