/** The bill of each set of rules beside the others: in all, by category, by area; and who changes category. */
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { yuan } from '../../parts/money.tsx'
import { signedYuan } from './signed-yuan.ts'
import type { Comparison, Result, Variant } from './simulate-queries.ts'
import { useSimulateNames, useSimulateWords } from './words.ts'

interface Row {
  readonly title: string
  readonly cell: (variant: Variant) => string
}

/** One row an item, one column a set of rules. */
function VariantTable({
  title,
  first,
  rows,
  variants,
}: {
  title: string
  first: string
  rows: readonly Row[]
  variants: readonly Variant[]
}) {
  const name = useSimulateNames()
  const columns: Column<Row>[] = [
    { id: 'item', title: first, wraps: true, cell: row => row.title },
    ...variants.map(variant => ({
      id: variant.name,
      title: name('variant', variant.name),
      figures: true,
      cell: (row: Row) => <span className="figure">{row.cell(variant)}</span>,
    })),
  ]
  return <DataTable caption={title} columns={columns} rows={rows} keyOf={row => row.title} />
}

type Tally = Variant['tallies'][number]
const sumOf = (tallies: readonly Tally[], of: 'households' | 'helped' | 'people' | 'fen') =>
  tallies.reduce((sum, tally) => sum + tally[of], 0)
const count = (value: number) => value.toLocaleString('en')

export function BillTable({ result: { variants } }: { result: Result }) {
  const t = useSimulateWords()
  const isMonthly = variants.every(({ paid }) => paid === 'monthly')
  const refused = (variant: Variant) => Object.values(variant.refused).reduce((sum, each) => sum + each, 0)
  const rows: Row[] = [
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
  return <VariantTable title={t('bill.title')} first={t('bill.item')} rows={rows} variants={variants} />
}

export function CategoryTable({
  result: { variants },
  category,
}: {
  result: Result
  category: (id: string) => string
}) {
  const t = useSimulateWords()
  const ids = [...new Set(variants.flatMap(({ tallies }) => tallies.map(tally => tally.category)))]
  const rows = ids.map((id): Row => {
    const own = ({ tallies }: Variant) => tallies.filter(tally => tally.category === id)
    return {
      title: category(id),
      cell: variant =>
        t('category.cell', {
          count: count(sumOf(own(variant), 'households')),
          amount: yuan(sumOf(own(variant), 'fen')),
        }),
    }
  })
  return (
    <>
      <h3>{t('category.title')}</h3>
      <VariantTable title={t('category.title')} first={t('category.name')} rows={rows} variants={variants} />
    </>
  )
}

/** How far each area's bill moves, and how many families it touches there, for every draft against today. */
export function AreaTable({
  result: { variants, comparisons },
  area,
}: {
  result: Result
  area: (code: string) => string
}) {
  const t = useSimulateWords()
  const name = useSimulateNames()
  const drafts = comparisons.filter(({ before }) => before === variants[0]?.name)
  const codes = [...new Set(comparisons.flatMap(({ changes }) => changes.map(change => change.area)))]
  const ownOf = ({ changes }: Comparison, code: string) => changes.filter(change => change.area === code)
  const difference = (comparison: Comparison, code: string) =>
    ownOf(comparison, code).reduce((sum, { fenBefore, fenAfter }) => sum + fenAfter - fenBefore, 0)
  const touched = (comparison: Comparison, code: string) =>
    ownOf(comparison, code)
      .filter(({ change }) => change !== 'unchanged')
      .reduce((sum, { households }) => sum + households, 0)
  const most = Math.max(1, ...drafts.flatMap(draft => codes.map(code => Math.abs(difference(draft, code)))))
  const columns: Column<string>[] = [
    { id: 'area', title: t('area.name'), cell: area },
    ...drafts.flatMap((draft): Column<string>[] => [
      {
        id: `touched-${draft.after}`,
        title: `${name('variant', draft.after)} · ${t('area.affected')}`,
        figures: true,
        extra: true,
        cell: code => count(touched(draft, code)),
      },
      {
        id: draft.after,
        title: `${name('variant', draft.after)} · ${t('change.difference')}`,
        figures: true,
        cell: code => <Bar fen={difference(draft, code)} most={most} />,
      },
    ]),
  ]
  return (
    <>
      <h3>{t('area.title')}</h3>
      <DataTable caption={t('area.title')} columns={columns} rows={codes} keyOf={code => code} />
    </>
  )
}

/** The figure says it; the bar only lets the eye compare. */
function Bar({ fen, most }: { fen: number; most: number }) {
  return (
    <span className="bar-cell">
      <span className="figure">{signedYuan(fen)}</span>
      <span
        className={`bar ${fen < 0 ? 'bar-less' : ''}`}
        style={{ width: `${(100 * Math.abs(fen)) / most}%` }}
        aria-hidden="true"
      />
    </span>
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
