/** The divisions below somebody's own, and to which towns the county has delegated decisions. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { useMe } from '../../session.ts'
import type { Division } from '../../views.ts'
import { Delegations } from './delegations.tsx'
import { belowQuery } from './place-queries.ts'
import { usePlaceNames, usePlaceWords } from './words.ts'

interface Place {
  readonly code: string
  readonly name: string
}

export function PlacesPage() {
  const t = usePlaceWords()
  const word = usePlaceNames()
  const [office] = useMe().roles
  const [path, setPath] = useState<readonly Place[]>(
    office ? [{ code: office.division, name: office.divisionName }] : [],
  )
  const here = path.at(-1)
  const above = path.at(-2)
  const question = useQuery({ ...belowQuery(here?.code ?? ''), enabled: here !== undefined })
  const columns: Column<Division>[] = [
    { id: 'name', title: t('column.name'), cell: row => <strong>{row.name}</strong> },
    { id: 'code', title: t('column.code'), cell: row => <span className="figures">{row.code}</span> },
    { id: 'level', title: t('column.level'), cell: row => word('level', row.level) },
  ]
  return (
    <div className="page">
      <PageTitle title={t('title')} />
      <h2>
        {here?.name} · {t('divisions')}
      </h2>
      {above && (
        <div>
          <Button size="small" onClick={() => setPath(path.slice(0, -1))}>
            {t('back', { name: above.name })}
          </Button>
        </div>
      )}
      <QueryView of={question}>
        {({ items }) => (
          <DataTable
            caption={t('divisions')}
            columns={columns}
            rows={items}
            keyOf={row => row.code}
            onOpen={row => setPath([...path, row])}
            nothing={t('nothing')}
          />
        )}
      </QueryView>
      {office && <Delegations county={office.division} />}
    </div>
  )
}
