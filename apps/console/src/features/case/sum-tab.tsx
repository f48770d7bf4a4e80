/** The amount as a worked sum, the rules it rests on, and the whole way down to clause, fact and source. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { post, useAct } from '../../api.ts'
import { useDates } from '../../dates.ts'
import { useBilingual, useLanguage } from '../../language.tsx'
import { yuan } from '../../parts/money.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { ProblemNotice } from '../../problems.tsx'
import type { CaseDetail } from '../../views.ts'
import { useNames } from '../../words.ts'
import { assessmentsQuery } from './case-queries.ts'
import type { Assessment } from './case-views.ts'
import { isTrace, TraceTree } from './trace-tree.tsx'
import { WhatWouldChange } from './what-would-change.tsx'
import { useCaseWords } from './words.ts'

export function SumTab({ item }: { item: CaseDetail }) {
  const t = useCaseWords()
  const question = useQuery(assessmentsQuery(item.id))
  return (
    <QueryView of={question}>
      {({ items }) => {
        const latest = latestOf(items)
        return latest ? <Sum item={item} of={latest} /> : <p className="nothing">{t('sum.none')}</p>
      }}
    </QueryView>
  )
}

export function latestOf(items: readonly Assessment[]): Assessment | undefined {
  return [...items].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0]
}

/** Whether something was found out after this computation. */
export function isStale({ state }: CaseDetail, { id }: Assessment): boolean {
  const known = state.assessments.find(each => each.assessmentId === id)
  return known !== undefined && known.version <= state.evidenceVersion
}

function Sum({ item, of }: { item: CaseDetail; of: Assessment }) {
  const t = useCaseWords()
  const { moment, fullDay } = useDates()
  const say = useBilingual()
  const members = item.state.members.map(member => member.name)
  return (
    <div className="sum">
      {isStale(item, of) && <p className="notice notice-warning">{t('sum.stale')}</p>}
      {of.unresolved.length > 0 && (
        <p className="notice notice-warning">
          {t('sum.unresolved')}：
          {of.unresolved.map(({ label, personName }) => `${personName ?? ''}${say(label)}`).join('、')}
        </p>
      )}
      <Result of={of} />
      <section>
        <h3>{t('sum.worked')}</h3>
        <ol className="worked-sum">
          {of.workedSum.map(line => (
            <li key={line.zh}>{say(line)}</li>
          ))}
        </ol>
      </section>
      <section>
        <h3>{t('sum.why')}</h3>
        <ul className="explanation">
          {say(of.explanation).map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      {of.missing.length > 0 && (
        <section>
          <h3>{t('sum.missing')}</h3>
          <ul className="explanation">
            {of.missing.map(line => (
              <li key={line.zh}>{say(line)}</li>
            ))}
          </ul>
        </section>
      )}
      {isTrace(of.trace) && (
        <>
          <WhatWouldChange root={of.trace} members={members} />
          <TraceTree root={of.trace} members={members} />
        </>
      )}
      <Edition of={of} />
      <p className="small-print">
        {t('sum.for', { on: fullDay(of.assessedFor) })} ·{' '}
        {t('sum.by', { name: of.createdBy ?? '—', at: moment(of.createdAt) })}
      </p>
    </div>
  )
}

export function Result({ of: { result } }: { of: Assessment }) {
  const t = useCaseWords()
  const name = useNames()
  const amount = yuan(result.amountFen)
  const headline = result.eligible
    ? t('sum.amount', { amount })
    : result.amountFen > 0
      ? t('sum.kept', { amount })
      : t('sum.not-eligible')
  return (
    <p className={`sum-result ${result.eligible ? '' : 'sum-refused'}`}>
      <strong>{headline}</strong>
      <span>{t('sum.covered', { count: result.coveredPeople, category: name('category', result.category) })}</span>
    </p>
  )
}

function Edition({ of }: { of: Assessment }) {
  const t = useCaseWords()
  const { locale } = useLanguage()
  const again = useAct((_: null, key) => post('/assessments/:id/recompute', of, undefined, key))
  const { contentHash = '' } = (of.versions ?? {}) as { contentHash?: string }
  const pack = isTrace(of.trace) ? of.trace.pack : ''
  return (
    <section lang={locale}>
      <h3>{t('sum.rule')}</h3>
      <p>
        {t('sum.edition', { pack, hash: contentHash.slice(0, 12) })}{' '}
        <Button size="small" loading={again.isPending} onClick={() => again.mutate(null)}>
          {t('sum.recompute')}
        </Button>
      </p>
      <div role="status">
        {again.data && (
          <p>{again.data.same ? t('sum.same', { hash: again.data.resultHash.slice(0, 12) }) : t('sum.not-same')}</p>
        )}
      </div>
      <ProblemNotice problem={again.error} />
    </section>
  )
}
