/** Who works here, and who may do what where and when; every grant takes two people. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { type Item, read } from '../../api.ts'
import { useDates } from '../../dates.ts'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { SidePanel } from '../../parts/side-panel.tsx'
import { useMay } from '../../session.ts'
import { Grants } from './grants.tsx'
import { OpenAccountForm } from './open-account-form.tsx'
import { useAccountWords } from './words.ts'

export type Account = Item<'/accounts'>

export function AccountsPage() {
  const t = useAccountWords()
  const may = useMay()
  const [words, setWords] = useState('')
  const [q, setQ] = useState('')
  const [opening, setOpening] = useState(false)
  const [chosen, setChosen] = useState<Account>()
  const question = useQuery({
    queryKey: ['accounts', q],
    queryFn: () => read('/accounts', { limit: 200, ...(q ? { q } : {}) }),
    placeholderData: keepPreviousData,
  })
  const columns = useColumns()
  const find = (event: FormEvent) => {
    event.preventDefault()
    setQ(words.trim())
  }
  return (
    <div className="page">
      <PageTitle title={t('title')}>
        {may('identity.manage') && (
          <Button type="primary" onClick={() => setOpening(true)}>
            {t('open')}
          </Button>
        )}
      </PageTitle>
      <form className="filters" onSubmit={find}>
        <Input
          aria-label={t('find')}
          placeholder={t('find')}
          value={words}
          style={{ width: 220 }}
          onChange={event => setWords(event.target.value)}
        />
        <Button htmlType="submit">{t('find.do')}</Button>
      </form>
      <QueryView of={question}>
        {({ items }) => (
          <DataTable
            caption={t('title')}
            columns={columns}
            rows={items}
            keyOf={row => row.id}
            onOpen={setChosen}
            nothing={t('nothing')}
          />
        )}
      </QueryView>
      <SidePanel title={t('open')} open={opening} onClose={() => setOpening(false)}>
        <OpenAccountForm />
      </SidePanel>
      <SidePanel
        title={chosen ? t('grants', { name: chosen.name }) : ''}
        open={chosen !== undefined}
        onClose={() => setChosen(undefined)}
      >
        {chosen && <Grants account={chosen} />}
      </SidePanel>
    </div>
  )
}

function useColumns(): Column<Account>[] {
  const t = useAccountWords()
  const { fullMoment } = useDates()
  return [
    { id: 'name', title: t('column.name'), cell: row => <strong className="name">{row.name}</strong> },
    { id: 'login', title: t('column.login'), cell: row => row.login },
    { id: 'place', title: t('column.place'), cell: row => row.divisionName },
    {
      id: 'status',
      title: t('column.status'),
      cell: row => (row.ready || row.status === 'disabled' ? t(`status.${row.status}`) : t('not-ready')),
    },
    { id: 'last', title: t('column.last'), extra: true, cell: row => fullMoment(row.lastSignInAt) },
  ]
}
