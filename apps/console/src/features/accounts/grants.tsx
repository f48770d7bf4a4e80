/** The roles somebody holds; proposing and releasing are two people's acts. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type Item, post, read, useAct } from '../../api.ts'
import { useDates } from '../../dates.ts'
import { QueryView } from '../../parts/query-view.tsx'
import { ProblemNotice } from '../../problems.tsx'
import { useMay, useMe } from '../../session.ts'
import { useNames } from '../../words.ts'
import type { Account } from './accounts-page.tsx'
import { ProposeGrantForm } from './propose-grant-form.tsx'
import { useAccountWords } from './words.ts'

type Grant = Item<'/accounts/:id/grants'>

type GrantAct = '/grants/:id/release' | '/grants/:id/end' | '/accounts/:id/disable'

export function Grants({ account }: { account: Account }) {
  const t = useAccountWords()
  const may = useMay()
  const key = ['accounts', account.id, 'grants']
  const question = useQuery({ queryKey: key, queryFn: () => read('/accounts/:id/grants', { id: account.id }) })
  const act = useAct(
    ({ address, id }: { address: GrantAct; id: string }, once) => post(address, { id }, undefined, once),
    [['accounts']],
  )
  return (
    <>
      <ProblemNotice problem={act.error} />
      <QueryView of={question}>
        {({ items }) => (
          <ul className="cards">
            {items.length === 0 && <li className="small-print">{t('grant.none')}</li>}
            {items.map(grant => (
              <GrantCard
                key={grant.id}
                grant={grant}
                onAct={word => act.mutate({ address: `/grants/:id/${word}`, id: grant.id })}
              />
            ))}
          </ul>
        )}
      </QueryView>
      {may('identity.manage') && (
        <>
          <h3 className="panel-part">{t('grant.propose')}</h3>
          <ProposeGrantForm account={account} />
          {account.status === 'active' && (
            <Button
              danger
              className="panel-part"
              onClick={() => act.mutate({ address: '/accounts/:id/disable', id: account.id })}
            >
              {t('disable')}
            </Button>
          )}
        </>
      )}
    </>
  )
}

function GrantCard({ grant, onAct }: { grant: Grant; onAct: (word: 'release' | 'end') => void }) {
  const t = useAccountWords()
  const name = useNames()
  const may = useMay()
  const me = useMe()
  const { fullDay } = useDates()
  return (
    <li className="sheet">
      <p>
        <strong>{t('grant.text', { role: name('role', grant.role), place: grant.divisionName })}</strong>
      </p>
      <p className="small-print">
        {t('grant.time', {
          from: fullDay(grant.validFrom),
          to: grant.validTo ? t('grant.to', { to: fullDay(grant.validTo) }) : '',
        })}{' '}
        · {t(`grant.${grant.status}`)}
        {grant.proposedByName && ` · ${t('grant.by', { name: grant.proposedByName })}`}
        {grant.releasedByName && ` · ${t('grant.released', { name: grant.releasedByName })}`}
      </p>
      {may('identity.manage') && (
        <div className="form-acts">
          {grant.status === 'proposed' && grant.proposedBy !== me.accountId && (
            <Button size="small" type="primary" onClick={() => onAct('release')}>
              {t('grant.release')}
            </Button>
          )}
          {grant.status !== 'ended' && (
            <Button size="small" onClick={() => onAct('end')}>
              {t('grant.end')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
