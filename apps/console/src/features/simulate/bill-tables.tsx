/** The bill of each set of rules beside the others, in all; and who changes category. */
import type { ReactNode } from 'react'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { yuan } from '../../parts/money.tsx'
import { useProblemWords } from '../../problems.tsx'
import type { Comparison, Result, Variant } from './simulate-queries.ts'
import { useSimulateNames, useSimulateWords } from './words.ts'

export interface VariantRow {
  readonly title: string
  readonly cell: (variant: Variant) => ReactNode
}

/** One row an item, one column a set of rules. */
export function VariantTable({
  title,
  first,
  rows,
  variants,
}: {
  title: string
  first: string
  rows: readonly VariantRow[]
  variants: readonly Variant[]
}) {
  const name = useSimulateNames()
  const columns: Column<VariantRow>[] = [
    { id: 'item', title: first, wraps: true, cell: row => row.title },
    ...variants.map(variant => ({
      id: variant.name,
      title: name('variant', variant.name),
      figures: true,
      cell: (row: VariantRow) => <span className="figure">{row.cell(variant)}</span>,
    })),
  ]
  return <DataTable caption={title} columns={columns} rows={rows} keyOf={row => row.title} />
}

export type Tally = Variant['tallies'][number]
export const sumOf = (tallies: readonly Tally[], of: 'households' | 'helped' | 'people' | 'fen') =>
  tallies.reduce((sum, tally) => sum + tally[of], 0)
export const count = (value: number) => value.toLocaleString('en')

export function BillTable({ result: { variants } }: { result: Result }) {
  const t = useSimulateWords()
  const isMonthly = variants.every(({ paid }) => paid === 'monthly')
  const refused = (variant: Variant) => Object.values(variant.refused).reduce((sum, each) => sum + each, 0)
  const rows: VariantRow[] = [
    { title: t('bill.helped'), cell: ({ tallies }) => count(sumOf(tallies, 'helped')) },
    { title: t('bill.people'), cell: ({ tallies }) => count(sumOf(tallies, 'people')) },
    ...(isMonthly
      ? [
          { title: t('bill.month'), cell: ({ tallies }: Variant) => yuan(sumOf(tallies, 'fen')) },
          { title: t('bill.year'), cell: ({ tallies }: Variant) => yuan(12 * sumOf(tallies, 'fen')) },
        ]
      : [{ title: t('bill.once'), cell: ({ tallies }: Variant) => yuan(sumOf(tallies, 'fen')) }]),
    { title: t('bill.refused'), cell: variant => count(refused(variant)) },
  ]
  return (
    <>
      <VariantTable title={t('bill.title')} first={t('bill.item')} rows={rows} variants={variants} />
      <WhyRefused variants={variants} />
    </>
  )
}

/** Nobody disappears from the sums without a reason. */
function WhyRefused({ variants }: { variants: readonly Variant[] }) {
  const t = useSimulateWords()
  const name = useSimulateNames()
  const { say } = useProblemWords()
  const reasons = variants.flatMap(({ name: variant, refused }) =>
    Object.entries(refused).map(([code, households]) => ({ variant, code, households })),
  )
  if (reasons.length === 0) return null
  return (
    <details className="moves">
      <summary>{t('bill.why-refused')}</summary>
      <ul>
        {reasons.map(({ variant, code, households }) => (
          <li key={`${variant} ${code}`}>
            {t('bill.refused-line', { variant: name('variant', variant), count: count(households), why: say(code) })}
          </li>
        ))}
      </ul>
    </details>
  )
}

export function Moves({ moves, category }: { moves: Comparison['moves']; category: (id: string) => string }) {
  const t = useSimulateWords()
  return (
    <details className="moves">
      <summary>{t('move.title')}</summary>
      <ul>
        {moves.length === 0 && <li className="small-print">{t('move.none')}</li>}
        {moves.map(({ from, to, households }) => (
          <li key={`${from}-${to}`}>
            {t('move.line', { from: category(from), to: category(to), count: count(households) })}
          </li>
        ))}
      </ul>
    </details>
  )
}
