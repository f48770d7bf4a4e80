/** The families to whom something would happen, by name, for those entitled to see them. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Item } from '../../api.ts'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { Figure } from '../../parts/money.tsx'
import { Pager } from '../../parts/pager.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { type NamedChange, namesQuery } from './simulate-queries.ts'
import { useSimulateNames, useSimulateWords } from './words.ts'

type Row = Item<'/simulations/:id/changes'>

interface NamesListProps {
  readonly id: string
  readonly comparison: number
  readonly change: NamedChange
  readonly category: (id: string) => string
}

export function NamesList({ id, comparison, change, category }: NamesListProps) {
  const t = useSimulateWords()
  const name = useSimulateNames()
  const [after, setAfter] = useState<string>()
  const mark = after === undefined ? undefined : Number(after)
  const question = useQuery({ ...namesQuery(id, comparison, change, mark), placeholderData: keepPreviousData })
  const title = t('names.title', { change: name('change', change) })
  const columns: Column<Row>[] = [
    {
      id: 'head',
      title: t('names.household'),
      cell: row => (
        <Link to="/households/$householdId" params={{ householdId: row.householdId }}>
          <strong className="name">{row.headName}</strong>
        </Link>
      ),
    },
    { id: 'place', title: t('names.place'), extra: true, cell: row => row.divisionName },
    {
      id: 'number',
      title: t('names.number'),
      extra: true,
      cell: row => <span className="small-print figures">{row.number}</span>,
    },
    { id: 'before', title: t('names.before'), figures: true, cell: row => <Figure fen={row.fenBefore} /> },
    { id: 'after', title: t('names.after'), figures: true, cell: row => <Figure fen={row.fenAfter} /> },
    {
      id: 'category',
      title: t('names.category'),
      wraps: true,
      extra: true,
      cell: row =>
        row.categoryBefore === row.categoryAfter
          ? category(row.categoryAfter)
          : `${category(row.categoryBefore)} → ${category(row.categoryAfter)}`,
    },
  ]
  return (
    <>
      <h4>{title}</h4>
      <QueryView of={question}>
        {({ items, next }) => (
          <>
            <DataTable
              caption={title}
              columns={columns}
              rows={items}
              keyOf={row => row.householdId}
              nothing={t('names.none')}
            />
            {(next !== null || after !== undefined) && (
              <Pager limit={50} next={next} turned={after !== undefined} onTurn={setAfter} />
            )}
          </>
        )}
      </QueryView>
    </>
  )
}
