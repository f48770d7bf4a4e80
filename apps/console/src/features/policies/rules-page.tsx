/** The rules of a programme: what each formula says in Chinese, its clause, the formula itself, and what is coming. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useDates } from '../../dates.ts'
import { useLanguage } from '../../language.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { packQuery, rulesQuery } from './policy-queries.ts'
import type { RuleView } from './policy-views.ts'
import { FormulaText } from './rule-fields.tsx'
import { Clause } from './value-text.tsx'
import { usePolicyWords } from './words.ts'
import './policies.css'

export function RulesPage() {
  const t = usePolicyWords()
  const { locale } = useLanguage()
  const { pack, programme } = useParams({ from: '/shell/policies/packs/$pack/rules/$programme' })
  const question = useQuery(rulesQuery(pack, programme))
  const { data: page } = useQuery(packQuery(pack))
  return (
    <div className="page">
      <QueryView of={question} rows={10}>
        {({ title, items }) => (
          <>
            <PageTitle title={t('rules.title', { pack: page?.title[locale] ?? pack, programme: title[locale] })} />
            <p>
              <Link to="/policies/packs/$pack" params={{ pack }}>
                {t('draft.back')}
              </Link>{' '}
              <span className="small-print">{t('rules.intro')}</span>
            </p>
            <ol className="rule-list">
              {items.map(rule => (
                <Rule key={rule.name} rule={rule} pack={pack} programme={programme} />
              ))}
            </ol>
          </>
        )}
      </QueryView>
    </div>
  )
}

function Rule({ rule, pack, programme }: { rule: RuleView; pack: string; programme: string }) {
  const t = usePolicyWords()
  const { locale } = useLanguage()
  const { fullDay } = useDates()
  return (
    <li className="sheet rule">
      <h2>
        <Link to="/policies/packs/$pack/rules/$programme/$rule" params={{ pack, programme, rule: rule.name }}>
          {rule.name}
        </Link>
        {rule.unit && <span className="rule-unit">{rule.unit}</span>}
      </h2>
      {rule.label[locale] !== rule.name && <p className="small-print">{rule.label[locale]}</p>}
      <p lang="zh-CN">{rule.words}</p>
      <p className="microline">
        <Clause citation={rule.citation} /> · {t('rules.since', { from: fullDay(rule.from) })}
      </p>
      {rule.open && <p className="microline">{t('rules.open')}</p>}
      {rule.coming.map(({ from, formula }) => (
        <div key={from}>
          <p className="microline">▸ {t('rules.coming', { from: fullDay(from) })}</p>
          <FormulaText text={formula} />
        </div>
      ))}
      {rule.reads.length > 0 && (
        <p className="microline" lang="zh-CN">
          {t('rules.reads')}：{rule.reads.join('、')}
        </p>
      )}
      <details>
        <summary>{t('rules.source')}</summary>
        <FormulaText text={rule.formula} />
      </details>
    </li>
  )
}
