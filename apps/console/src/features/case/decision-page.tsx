/** The interruption before a decision: whom it is about, how much, what follows, and the letter as it will go out. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useBilingual } from '../../language.tsx'
import { Choice } from '../../parts/choice.tsx'
import { Field } from '../../parts/field.tsx'
import { yuan } from '../../parts/money.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { ProblemNotice, useProblemWords } from '../../problems.tsx'
import type { CaseDetail } from '../../views.ts'
import { useWords } from '../../words.ts'
import { nextCase } from '../queue/queue-query.ts'
import { assessmentsQuery, caseQuery, useCaseAct } from './case-queries.ts'
import type { Assessment } from './case-views.ts'
import { DecisionSummary, LetterPreview } from './decision-summary.tsx'
import { isStale, latestOf } from './sum-tab.tsx'
import { useCaseWords } from './words.ts'
import './case.css'

export function DecisionPage() {
  const { caseId, outcome } = useParams({ from: '/shell/cases/$caseId/decide/$outcome' })
  const t = useCaseWords()
  const question = useQuery(caseQuery(caseId))
  const sums = useQuery(assessmentsQuery(caseId))
  return (
    <QueryView of={question}>
      {item => (
        <QueryView of={sums}>
          {({ items }) => {
            const sum = latestOf(items.filter(each => !isStale(item, each)))
            return sum ? (
              <Interruption item={item} sum={sum} outcome={outcome === 'refuse' ? 'refuse' : 'approve'} />
            ) : (
              <p className="notice notice-warning">{t('decide.no-sum')}</p>
            )
          }}
        </QueryView>
      )}
    </QueryView>
  )
}

interface InterruptionProps {
  readonly item: CaseDetail
  readonly sum: Assessment
  readonly outcome: 'approve' | 'refuse'
}

function Interruption({ item, sum, outcome }: InterruptionProps) {
  const t = useCaseWords()
  const common = useWords()
  const say = useBilingual()
  const { say: sayCode } = useProblemWords()
  const act = useCaseAct(item)
  const toNext = useToNextCase(item)
  const [reason, setReason] = useState('')
  const [reasonCode, setReasonCode] = useState('')
  const refusing = outcome === 'refuse'
  const ground = item.choices.refusalReasons.find(each => each.id === reasonCode)
  const incomplete = refusing && (reasonCode === '' || reason.trim() === '')
  const notNow = item.can[outcome]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = { assessmentId: sum.id, ...(reason.trim() ? { reason } : {}), ...(refusing ? { reasonCode } : {}) }
    act.mutate(
      { act: outcome, body },
      { onSuccess: () => void toNext(t(`said.${outcome}`, { name: item.applicantName })) },
    )
  }
  return (
    <form className={`page decision decision-${outcome}`} onSubmit={submit}>
      <PageTitle title={t(`decide.${outcome}.title`, { name: item.applicantName })} />
      <p className="notice notice-warning">{t(`decide.${outcome}.warning`)}</p>
      {notNow && <p className="notice notice-problem">{sayCode(notNow)}</p>}
      {!refusing && item.state.proposal && item.state.proposal.amountFen !== sum.result.amountFen && (
        <p className="notice notice-warning">{t('decide.differs', { amount: yuan(item.state.proposal.amountFen) })}</p>
      )}
      {refusing && sum.result.eligible && <p className="notice notice-warning">{t('decide.against')}</p>}
      <div className="decision-split">
        <div>
          <DecisionSummary item={item} sum={sum} outcome={outcome} />
          {refusing && (
            <Field label={t('decide.reason-code')}>
              <Choice
                value={reasonCode}
                empty=""
                options={item.choices.refusalReasons.map(each => [each.id, say(each.name)] as const)}
                onChoose={setReasonCode}
              />
            </Field>
          )}
          <Field label={t(refusing ? 'decide.reason' : 'decide.reason-optional')} optional={!refusing}>
            <Input.TextArea
              rows={3}
              maxLength={1000}
              value={reason}
              onChange={event => setReason(event.target.value)}
            />
          </Field>
        </div>
        <LetterPreview
          item={item}
          sum={sum}
          outcome={outcome}
          ground={ground ? say(ground.name) : ''}
          reason={reason}
        />
      </div>
      <ProblemNotice problem={act.error} />
      <div className="form-acts">
        <Button
          type="primary"
          danger={refusing}
          htmlType="submit"
          disabled={incomplete || Boolean(notNow)}
          loading={act.isPending}
        >
          {t(`decide.${outcome}.do`)}
        </Button>
        <Link to="/cases/$caseId" params={{ caseId: item.id }}>
          {common('action.back')}
        </Link>
      </div>
    </form>
  )
}

/** After a decision the next case that waits opens by itself; without one, the queue. */
function useToNextCase(item: CaseDetail) {
  const t = useCaseWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  return async (said: string) => {
    const next = await nextCase(queries, item.id)
    if (!next) return navigate({ to: '/queue', state: { said } })
    const onward = t('said.next-case', { name: next.applicantName })
    return navigate({ to: '/cases/$caseId', params: { caseId: next.id }, state: { said: `${said}。${onward}` } })
  }
}
