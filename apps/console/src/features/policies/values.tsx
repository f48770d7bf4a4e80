/** The values of a pack in groups, each with its bounds, who set it, since when, on which clause, and what is coming. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useLanguage } from '../../language.tsx'
import { Choice } from '../../parts/choice.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import type { PackPageView, Parameter } from './policy-views.ts'
import { Clause, useBounds, ValueText } from './value-text.tsx'
import { usePolicyNames, usePolicyWords } from './words.ts'

const filters = {
  all: () => true,
  own: ({ open }: Parameter) => open,
  unset: ({ current }: Parameter) => current?.value === null,
  coming: ({ coming }: Parameter) => coming.length > 0,
  overdue: ({ reviewPast }: Parameter) => reviewPast,
} as const
type Filter = keyof typeof filters

const first = ['standard', 'standard-basis', 'tekun']
const placeOf = (group: string) => (first.includes(group) ? first.indexOf(group) : first.length)

export function Values({ page }: { page: PackPageView }) {
  const t = usePolicyWords()
  const name = usePolicyNames()
  const { locale } = useLanguage()
  const columns = useColumns(page)
  const [filter, setFilter] = useState<Filter>('all')
  const shown = page.parameters.filter(filters[filter])
  const groups = [...Map.groupBy(shown, ({ group }) => group)].sort(([a], [b]) => placeOf(a) - placeOf(b))
  const titleOf = (group: string) =>
    page.programmes.find(({ id }) => id === group)?.title[locale] ?? name('group', group)
  return (
    <>
      <div className="filters">
        <Choice<Filter>
          aria-label={t('page.filter')}
          value={filter}
          options={(Object.keys(filters) as Filter[]).map(each => [each, t(`filter.${each}`)] as const)}
          onChoose={setFilter}
        />
      </div>
      {groups.length === 0 && <p className="nothing">{t('filter.nothing')}</p>}
      {groups.map(([group, parameters]) => (
        // Folded but for what is changed most; whoever looks for something of one kind sees all of it.
        <details key={`${filter} ${group}`} className="policy-group" open={filter !== 'all' || placeOf(group) === 0}>
          <summary>
            <h3>{titleOf(group)}</h3>
            <span className="small-print">
              {t('group.count', { count: parameters.length })}
              {parameters.some(filters.unset) &&
                ` · ${t('page.unset', { count: parameters.filter(filters.unset).length })}`}
            </span>
          </summary>
          <DataTable caption={titleOf(group)} columns={columns} rows={parameters} keyOf={parameter => parameter.name} />
        </details>
      ))}
    </>
  )
}

function useColumns(page: PackPageView): Column<Parameter>[] {
  const t = usePolicyWords()
  const { locale } = useLanguage()
  const { boundsOf, since } = useBounds()
  const packTitle = (pack: string) => page.line.find(({ name }) => name === pack)?.title[locale] ?? pack
  return [
    {
      id: 'name',
      title: t('value.name'),
      wraps: true,
      width: '24%',
      cell: parameter => (
        <>
          <Link to="/policies/packs/$pack/history/$parameter" params={{ pack: page.name, parameter: parameter.name }}>
            {parameter.label[locale]}
          </Link>
          {!parameter.open && <span className="microline">{t('bounds.closed')}</span>}
        </>
      ),
    },
    { id: 'now', title: t('value.now'), wraps: true, width: '18%', cell: parameter => <Now parameter={parameter} /> },
    { id: 'bounds', title: t('value.bounds'), wraps: true, extra: true, width: '17%', cell: boundsOf },
    {
      id: 'since',
      title: t('value.since'),
      extra: true,
      width: '11%',
      cell: ({ current }) => (current ? <span className="figures">{since(current.from)}</span> : '—'),
    },
    {
      id: 'by',
      title: t('value.by'),
      wraps: true,
      extra: true,
      width: '11%',
      cell: ({ current }) => (current ? packTitle(current.pack) : '—'),
    },
    {
      id: 'clause',
      title: t('value.clause'),
      wraps: true,
      cell: ({ current }) => (current ? <Clause {...current} /> : '—'),
    },
  ]
}

function Now({ parameter: { current, coming, reviewBy, reviewPast } }: { parameter: Parameter }) {
  const t = usePolicyWords()
  const { locale } = useLanguage()
  const { since } = useBounds()
  return (
    <>
      <ValueText value={current} />
      {coming.map(value => (
        <span key={value.from} className="microline">
          ▸ {t('value.coming', { from: since(value.from), value: value.display?.[locale] ?? t('value.unset') })}
        </span>
      ))}
      {reviewBy && (
        <span className={reviewPast ? 'review-past' : 'microline'}>
          {t(reviewPast ? 'value.review-past' : 'value.review', { by: since(reviewBy) })}
        </span>
      )}
    </>
  )
}
