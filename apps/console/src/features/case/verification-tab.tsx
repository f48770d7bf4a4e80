/** What the departments said: found, nothing found, failed and pending kept apart. Failed is never “nothing”. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { post, useAct } from '../../api.ts'
import { useDates } from '../../dates.ts'
import { QueryView } from '../../parts/query-view.tsx'
import { ProblemNotice } from '../../problems.tsx'
import { useMay } from '../../session.ts'
import type { CaseDetail } from '../../views.ts'
import { useNames } from '../../words.ts'
import { caseKey, verificationQuery } from './case-queries.ts'
import type { Query, Verification } from './case-views.ts'
import { Consents } from './consents.tsx'
import { Differences } from './differences.tsx'
import { useCaseWords } from './words.ts'

const groups = [
  ['failed', 'verification.failed'],
  ['pending', 'verification.pending'],
  ['mismatch', 'verification.mismatch'],
  ['no-consent', 'verification.no-consent'],
  ['answered', 'verification.answered'],
  ['nothing-found', 'verification.nothing'],
] as const

export function VerificationTab({ item }: { item: CaseDetail }) {
  const t = useCaseWords()
  const question = useQuery(verificationQuery(item.id))
  return (
    <div className="verification">
      <Consents item={item} />
      <QueryView of={question}>
        {report =>
          report.round === 0 ? (
            <p className="nothing">{t('verification.none')}</p>
          ) : (
            <Report item={item} report={report} />
          )
        }
      </QueryView>
    </div>
  )
}

function Report({ item, report }: { item: CaseDetail; report: Verification }) {
  const t = useCaseWords()
  const { moment } = useDates()
  return (
    <>
      <Differences item={item} differences={report.differences} />
      <h3>{t('verification.round', { round: report.round, at: moment(report.requestedAt) })}</h3>
      {groups.map(([status, word]) => {
        const queries = report.queries.filter(query => groupOf(query) === status)
        return queries.length === 0 ? null : (
          <section key={status} className={`queries queries-${status}`}>
            <h4>
              {t(word)} <span className="rail-count">{queries.length}</span>
            </h4>
            {status === 'failed' && <Retry item={item} queries={queries} />}
            <ul>
              {queries.map(query => (
                <QueryRow key={query.id} query={query} />
              ))}
            </ul>
          </section>
        )
      })}
      {report.notAsked.length > 0 && (
        <p className="small-print">
          {t('verification.not-asked', { list: report.notAsked.map(each => each.sourceName).join('、') })}
        </p>
      )}
    </>
  )
}

function groupOf({ status }: Query) {
  return groups.find(([group]) => group === status)?.[0] ?? 'pending'
}

function QueryRow({ query }: { query: Query }) {
  const t = useCaseWords()
  const name = useNames()
  const { moment } = useDates()
  return (
    <li>
      <span>
        <strong>{name('department', query.source)}</strong> · <span className="name">{query.personName}</span>
        {query.mandatory && <span className="small-print"> · {t('verification.mandatory')}</span>}
      </span>
      {query.findings.map(finding => (
        <span key={finding.label}>
          {finding.label}：<span className="figures">{finding.display}</span>
        </span>
      ))}
      <span className="microline">
        {query.queriedAt && moment(query.queriedAt)}
        {query.attempts > 1 && ` · ${t('verification.attempts', { count: query.attempts })}`}
        {query.lastError && ` · ${name('error', query.lastError)}`}
      </span>
    </li>
  )
}

function Retry({ item, queries }: { item: CaseDetail; queries: readonly Query[] }) {
  const t = useCaseWords()
  const may = useMay()
  const retry = useAct(
    (queryIds: string[], key) => post('/cases/:id/verification/retry', item, { queryIds }, key),
    [caseKey(item.id)],
  )
  return (
    <>
      <p>
        {t('verification.failed-note')}{' '}
        {may('verification.request') && (
          <Button size="small" loading={retry.isPending} onClick={() => retry.mutate(queries.map(({ id }) => id))}>
            {t('verification.retry', { count: queries.length })}
          </Button>
        )}
      </p>
      <ProblemNotice problem={retry.error} />
    </>
  )
}
