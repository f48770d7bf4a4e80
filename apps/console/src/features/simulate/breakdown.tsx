/** The bill by category, by area and by both, for a month or a year, and how far each draft moves it. */
import { useState } from 'react'
import { Choice } from '../../parts/choice.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import { Field } from '../../parts/field.tsx'
import { yuan } from '../../parts/money.tsx'
import { count, sumOf, type Tally, type VariantRow, VariantTable } from './bill-tables.tsx'
import { signedYuan } from './signed-yuan.ts'
import type { Comparison, Result, Variant } from './simulate-queries.ts'
import { useSimulateNames, useSimulateWords } from './words.ts'

type Period = 'month' | 'year'
const monthsIn: Readonly<Record<Period, number>> = { month: 1, year: 12 }

interface BreakdownProps {
  readonly result: Result
  readonly category: (id: string) => string
  readonly area: (code: string) => string
}

export function Breakdown({ result, category, area }: BreakdownProps) {
  const t = useSimulateWords()
  const name = useSimulateNames()
  const [period, setPeriod] = useState<Period>('month')
  const isMonthly = result.variants.every(({ paid }) => paid === 'monthly')
  const times = isMonthly ? monthsIn[period] : 1
  const tallies = result.variants.flatMap(variant => variant.tallies)
  const categories = [...new Set(tallies.map(tally => tally.category))]
  const areas = [...new Set(tallies.map(tally => tally.area))]
  const row = (title: string, belongs: (tally: Tally) => boolean): VariantRow => ({
    title,
    cell: variant => <Cost tallies={variant.tallies.filter(belongs)} times={times} />,
  })
  const both = areas.flatMap(code =>
    categories
      .filter(id => tallies.some(tally => tally.area === code && tally.category === id))
      .map(id => row(`${area(code)} · ${category(id)}`, tally => tally.area === code && tally.category === id)),
  )
  return (
    <>
      <h3>{t('breakdown.title')}</h3>
      {isMonthly && (
        <div className="filters">
          <Field label={t('breakdown.period')}>
            <Choice
              value={period}
              options={(['month', 'year'] as const).map(each => [each, name('period', each)] as const)}
              onChoose={setPeriod}
            />
          </Field>
        </div>
      )}
      <h4>{t('category.title')}</h4>
      <VariantTable
        title={t('category.title')}
        first={t('category.name')}
        rows={categories.map(id => row(category(id), tally => tally.category === id))}
        variants={result.variants}
      />
      <h4>{t('area.title')}</h4>
      <AreaTable {...{ result, areas, area, times }} />
      <details className="moves">
        <summary>{t('breakdown.both')}</summary>
        <VariantTable title={t('breakdown.both')} first={t('breakdown.both')} rows={both} variants={result.variants} />
      </details>
    </>
  )
}

/** Households in two lines with their money, so that three sets of rules fit beside each other on a phone. */
function Cost({ tallies, times }: { tallies: readonly Tally[]; times: number }) {
  const t = useSimulateWords()
  return (
    <span className="cost">
      <span>{t('cost.yuan', { amount: yuan(times * sumOf(tallies, 'fen')) })}</span>{' '}
      <span className="small-print">{t('cost.households', { count: count(sumOf(tallies, 'households')) })}</span>
    </span>
  )
}

interface AreaTableProps {
  readonly result: Result
  readonly areas: readonly string[]
  readonly area: (code: string) => string
  readonly times: number
}

/** Each area's bill, and how far it moves and how many families it touches there, for every draft against today. */
function AreaTable({ result: { variants, comparisons }, areas, area, times }: AreaTableProps) {
  const t = useSimulateWords()
  const name = useSimulateNames()
  const drafts = comparisons.filter(({ before }) => before === variants[0]?.name)
  const moved = (comparison: Comparison, code: string) => times * movedFen(comparison, code)
  const most = Math.max(1, ...drafts.flatMap(draft => areas.map(code => Math.abs(moved(draft, code)))))
  const bill = (variant: Variant): Column<string> => ({
    id: variant.name,
    title: name('variant', variant.name),
    figures: true,
    cell: code => <Cost tallies={variant.tallies.filter(tally => tally.area === code)} times={times} />,
  })
  const effect = (draft: Comparison): Column<string> => ({
    id: `moved-${draft.after}`,
    title: t('area.moved', { variant: name('variant', draft.after) }),
    figures: true,
    cell: code => (
      <span className="bar-cell">
        <Bar fen={moved(draft, code)} most={most} />
        <span className="small-print">{t('area.touched', { count: count(touchedIn(draft, code)) })}</span>
      </span>
    ),
  })
  const columns: Column<string>[] = [
    { id: 'area', title: t('area.name'), wraps: true, cell: area },
    ...variants.map(bill),
    ...drafts.map(effect),
  ]
  return <DataTable caption={t('area.title')} columns={columns} rows={areas} keyOf={code => code} />
}

const inArea = ({ changes }: Comparison, code: string) => changes.filter(({ area }) => area === code)

function movedFen(comparison: Comparison, code: string): number {
  return inArea(comparison, code).reduce((sum, { fenBefore, fenAfter }) => sum + fenAfter - fenBefore, 0)
}

function touchedIn(comparison: Comparison, code: string): number {
  const touched = inArea(comparison, code).filter(({ change }) => change !== 'unchanged')
  return touched.reduce((sum, { households }) => sum + households, 0)
}

/** The figure says it; the bar only lets the eye compare. */
function Bar({ fen, most }: { fen: number; most: number }) {
  return (
    <>
      <span className="figure">{signedYuan(fen)}</span>
      <span
        className={`bar ${fen < 0 ? 'bar-less' : ''}`}
        style={{ width: `${(100 * Math.abs(fen)) / most}%` }}
        aria-hidden="true"
      />
    </>
  )
}
