/** Relations that the levels above set between values, with their verdict of the day. */
import { useLanguage } from '../../language.tsx'
import { type Column, DataTable } from '../../parts/data-table.tsx'
import type { Check, PackPageView } from './policy-views.ts'
import { Clause } from './value-text.tsx'
import { usePolicyNames, usePolicyWords } from './words.ts'

const marks = { holds: '●', fails: '▲', open: '○' } as const

export function Checks({ page: { checks, line } }: { page: PackPageView }) {
  const t = usePolicyWords()
  const name = usePolicyNames()
  const { locale } = useLanguage()
  const columns: Column<Check>[] = [
    {
      id: 'name',
      title: t('check.name'),
      wraps: true,
      cell: check => (
        <>
          <strong>{check.name}</strong>
          {check.soft && <span className="flag value-flag">{t('check.soft')}</span>}
          <span className="microline" lang="zh-CN">
            {check.formula}
          </span>
        </>
      ),
    },
    {
      id: 'verdict',
      title: t('check.verdict'),
      wraps: true,
      cell: ({ verdict, missing, message }) => (
        <>
          <span className={`verdict verdict-${verdict}`}>
            <span aria-hidden="true">{marks[verdict]}</span> {name('verdict', verdict)}
          </span>
          {verdict === 'fails' && <span className="microline">{message[locale]}</span>}
          {missing.length > 0 && (
            <span className="microline">{t('check.missing', { missing: missing.join('、') })}</span>
          )}
        </>
      ),
    },
    {
      id: 'by',
      title: t('value.by'),
      extra: true,
      wraps: true,
      cell: check => line.find(above => above.name === check.pack)?.title[locale] ?? check.pack,
    },
    { id: 'clause', title: t('value.clause'), wraps: true, extra: true, cell: check => <Clause {...check} /> },
  ]
  return (
    <div className="policy-checks">
      <DataTable
        caption={t('page.checks')}
        columns={columns}
        rows={checks}
        keyOf={check => `${check.pack} ${check.name}`}
        nothing={t('check.none')}
      />
    </div>
  )
}
