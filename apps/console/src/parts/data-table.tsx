/** A table on white with hairlines: real headers, sticky head and first column, J/K/Enter to walk and open rows. */
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useWords } from '../words.ts'
import { useRowKeys } from './row-keys.ts'

export interface Column<T> {
  readonly id: string
  readonly title: string
  readonly figures?: boolean
  readonly width?: number | string
  /** Long text that may take several lines. */
  readonly wraps?: boolean
  /** Hidden on a narrow screen. */
  readonly extra?: boolean
  readonly cell: (row: T) => ReactNode
}

interface DataTableProps<T> {
  readonly caption: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string
  readonly onOpen?: (row: T) => void
  readonly nothing?: ReactNode
}

export function DataTable<T>({ caption, columns, rows, keyOf, onOpen, nothing }: DataTableProps<T>) {
  const t = useWords()
  const body = useRef<HTMLTableSectionElement>(null)
  useRowKeys(body, onOpen !== undefined)
  if (rows.length === 0) return <p className="nothing">{nothing ?? t('state.nothing')}</p>
  const openOnEnter = (row: T) => (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target === event.currentTarget) onOpen?.(row)
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
    <section className="table-frame" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="hidden-words">{caption}</caption>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column.id} scope="col" className={cellClass(column)} style={{ width: column.width }}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, place) => (
            <tr
              key={keyOf(row)}
              {...(onOpen
                ? {
                    tabIndex: place === 0 ? 0 : -1,
                    onClick: () => onOpen(row),
                    onKeyDown: openOnEnter(row),
                    className: 'row-opens',
                  }
                : {})}
            >
              {columns.map(column => (
                <td key={column.id} className={cellClass(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function cellClass<T>({ figures, wraps, extra }: Column<T>): string {
  return [figures && 'cell-figures', wraps && 'cell-wraps', extra && 'cell-extra'].filter(Boolean).join(' ')
}
