/** Before and after, side by side; on a narrow screen one under the other. */
import type { ComponentProps } from 'react'
import { useDates } from '../../dates.ts'
import { useLanguage } from '../../language.tsx'
import type { Draft } from './policy-views.ts'
import { FormulaText } from './rule-fields.tsx'
import { Clause, ValueText } from './value-text.tsx'
import { usePolicyWords } from './words.ts'

export function Compare({ draft }: { draft: Draft }) {
  return (
    <ul className="compare">
      {draft.changes.map(change => (
        <Row
          key={`${'rule' in change ? `${change.programme} ${change.rule}` : change.parameter} ${change.from}`}
          draft={draft}
          change={change}
        />
      ))}
    </ul>
  )
}

function Row({ draft, change }: { draft: Draft; change: Draft['changes'][number] }) {
  const t = usePolicyWords()
  const { locale } = useLanguage()
  const { fullDay } = useDates()
  const listed = draft.documents.find(({ id }) => id === change.document)
  return (
    <li className={`sheet ${'rule' in change ? 'compare-rule' : ''}`}>
      <h3 className="compare-name">{change.label[locale]}</h3>
      <dl className="compare-values">
        <div>
          <dt>{t('compare.before')}</dt>
          <dd>
            <Said said={'rule' in change ? change.before : { value: change.before }} />
            {change.before && <Clause {...change.before} />}
          </dd>
        </div>
        <div className="compare-after">
          <dt>{t('compare.after')}</dt>
          <dd>
            <Said said={'rule' in change ? change : { value: change }} />
            <span lang="zh-CN">
              《{listed?.title ?? change.documentTitle}》{change.clause}
            </span>
            {change.reason && <span className="microline">{t('value.reason', { reason: change.reason })}</span>}
          </dd>
        </div>
        <div>
          <dt>{t('compare.from')}</dt>
          <dd>
            <strong className="figures">{fullDay(change.from)}</strong>
          </dd>
        </div>
      </dl>
    </li>
  )
}

/** A value, or a formula as it is written. */
function Said({ said }: { said: { formula: string } | { value: ComponentProps<typeof ValueText>['value'] } | null }) {
  if (said && 'formula' in said) return <FormulaText text={said.formula} />
  return <ValueText value={said?.value ?? null} />
}
