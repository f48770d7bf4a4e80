/** An amount with the way to it: standard × people − income = what is paid each month. Never a bare result. */
import type { ComponentChildren, JSX } from 'preact'

export interface SumRow {
  readonly sign?: '+' | '−' | '×' | '='
  readonly label: ComponentChildren
  /** Already written for the reader: `1,234.50 元`, `3 人`. */
  readonly amount: string
}

interface Props {
  readonly caption: ComponentChildren
  readonly rows: readonly SumRow[]
  readonly total: SumRow
}

export function WorkedSum({ caption, rows, total }: Props): JSX.Element {
  return (
    <table class="sum">
      <caption>{caption}</caption>
      <tbody>
        {rows.map((row, i) => (
          <Row key={`${i}-${row.amount}`} {...row} />
        ))}
      </tbody>
      <tfoot>
        <Row sign="=" {...total} />
      </tfoot>
    </table>
  )
}

function Row({ sign, label, amount }: SumRow) {
  return (
    <tr>
      <td class="sum-sign">{sign ?? ''}</td>
      <th scope="row">{label}</th>
      <td class="sum-amount">{amount}</td>
    </tr>
  )
}
