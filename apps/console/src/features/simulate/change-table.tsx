/** Who enters, leaves, gains, loses, and by how much; a kind opens its list of names where one may see them. */
import { Button } from 'antd'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { signedYuan } from './signed-yuan.ts'
import type { Change, Comparison, NamedChange, Variant } from './simulate-queries.ts'
import { useSimulateNames, useSimulateWords } from './words.ts'

interface Row {
  readonly change: Change
  readonly households: number
  readonly fen: number
}

const order: readonly Change[] = ['enters', 'leaves', 'gains', 'loses', 'undecided', 'unchanged']

function rowsOf({ changes }: Comparison): Row[] {
  return order.flatMap(change => {
    const own = changes.filter(each => each.change === change)
    const households = own.reduce((sum, each) => sum + each.households, 0)
    return households === 0
      ? []
      : [{ change, households, fen: own.reduce((sum, each) => sum + each.fenAfter - each.fenBefore, 0) }]
  })
}

interface ChangeTableProps {
  readonly comparison: Comparison
  readonly paid: Variant['paid']
  readonly onList?: (change: NamedChange) => void
}

export function ChangeTable({ comparison, paid, onList }: ChangeTableProps) {
  const t = useSimulateWords()
  const name = useSimulateNames()
  const columns: Column<Row>[] = [
    { id: 'kind', title: t('change.kind'), cell: row => <strong>{name('change', row.change)}</strong> },
    {
      id: 'households',
      title: t('change.households'),
      figures: true,
      cell: row => <span className="figure">{row.households.toLocaleString('en')}</span>,
    },
    {
      id: 'difference',
      title: t(paid === 'once' ? 'change.difference-once' : 'change.difference'),
      figures: true,
      cell: row => <span className="figure">{signedYuan(row.fen)}</span>,
    },
    ...(onList
      ? [
          {
            id: 'list',
            title: t('change.list'),
            cell: ({ change }: Row) =>
              change === 'unchanged' ? null : (
                <Button
                  size="small"
                  aria-label={t('names.title', { change: name('change', change) })}
                  onClick={() => onList(change)}
                >
                  {t('change.list')}
                </Button>
              ),
          },
        ]
      : []),
  ]
  return <DataTable caption={t('change.kind')} columns={columns} rows={rowsOf(comparison)} keyOf={row => row.change} />
}
