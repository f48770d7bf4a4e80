/** The village board as a list in pages; drawn by the server and again by the screen's own script. */
import { type CalendarDate, formatDate } from '@doudi/kernel/calendar-date'
import type { JSX } from 'preact'

export interface BoardRow {
  readonly id: string
  readonly applicantMasked: string
  readonly villageName: string
  readonly householdSize: number
  readonly amount: string
  readonly endsOn: CalendarDate
}

export interface BoardWords {
  readonly applicant: string
  readonly village: string
  readonly size: string
  readonly amount: string
  readonly until: string
  readonly none: string
}

/** Rows of 36 px type that fit a screen of 1080 lines. */
export const ROWS_PER_PAGE = 8

export const pagesOf = (rows: readonly BoardRow[]): number => Math.max(1, Math.ceil(rows.length / ROWS_PER_PAGE))

export function ScreenBoard({
  rows,
  words,
  page,
}: {
  rows: readonly BoardRow[]
  words: BoardWords
  page: number
}): JSX.Element {
  const shown = rows.slice(page * ROWS_PER_PAGE, (page + 1) * ROWS_PER_PAGE)
  if (shown.length === 0) return <p class="board-none">{words.none}</p>
  return (
    <table class="board">
      <thead>
        <tr>
          <th scope="col">{words.applicant}</th>
          <th scope="col">{words.village}</th>
          <th scope="col" class="board-figure">
            {words.size}
          </th>
          <th scope="col" class="board-figure">
            {words.amount}
          </th>
          <th scope="col">{words.until}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(row => (
          <tr key={row.id}>
            <th scope="row" class="name">
              {row.applicantMasked}
            </th>
            <td>{row.villageName}</td>
            <td class="board-figure">{row.householdSize}</td>
            <td class="board-figure">{row.amount}</td>
            <td>{formatDate(row.endsOn, 'zh-CN', { year: false })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
