/** Person, amount and consequence of a decision, and a preview of its letter. */
import { useQuery } from '@tanstack/react-query'
import { useBilingual } from '../../language.tsx'
import { Monthly, yuan } from '../../parts/money.tsx'
import type { CaseDetail } from '../../views.ts'
import { useNames, useWords } from '../../words.ts'
import { householdQuery } from './case-queries.ts'
import type { Assessment } from './case-views.ts'
import { useCaseWords } from './words.ts'

interface SummaryProps {
  readonly item: CaseDetail
  readonly sum: Assessment
  readonly outcome: 'approve' | 'refuse'
}

export function DecisionSummary({ item, sum, outcome }: SummaryProps) {
  const t = useCaseWords()
  const common = useWords()
  const { data: household } = useQuery(householdQuery(item.householdId))
  const account = household?.bankAccount
  const proposal = item.state.proposal
  return (
    <dl className="pairs sheet decision-pairs">
      <dt>{t('decide.person')}</dt>
      <dd>
        <strong className="name">{item.applicantName}</strong>（{common('household.people', { count: item.members })}）{' '}
        {item.villageName}
      </dd>
      <dt>{t('decide.amount')}</dt>
      <dd>
        <strong>{outcome === 'approve' ? <Monthly fen={sum.result.amountFen} /> : t('decide.nothing-paid')}</strong>
      </dd>
      <dt>{t('decide.consequence')}</dt>
      <dd>
        {t(`decide.${outcome}.consequence`, {
          account: account ? `${account.holderName} ${account.bank} ${account.tail}` : t('decide.account'),
        })}
      </dd>
      {proposal && (
        <>
          <dt>{t('act.propose')}</dt>
          <dd>
            {t('decide.proposal', {
              name: proposal.name,
              what:
                proposal.recommendation === 'approve'
                  ? t('propose.approve', { amount: yuan(proposal.amountFen) })
                  : t('propose.refuse'),
            })}
            <span className="microline">{proposal.reason}</span>
          </dd>
        </>
      )}
    </dl>
  )
}

export function LetterPreview({
  item,
  sum,
  outcome,
  ground,
  reason,
}: SummaryProps & { ground: string; reason: string }) {
  const t = useCaseWords()
  const name = useNames()
  const say = useBilingual()
  const words = {
    name: item.applicantName,
    programme: name('programme', item.programme),
    amount: yuan(sum.result.amountFen),
    reason: ground || '……',
  }
  return (
    <section className="letter" aria-label={t('decide.letter')}>
      <h2>{t('decide.letter')}</h2>
      <p>{t(`decide.letter.${outcome}`, words)}</p>
      {reason.trim() && <p>{reason}</p>}
      <ol className="worked-sum">
        {sum.workedSum.map(line => (
          <li key={line.zh}>{say(line)}</li>
        ))}
      </ol>
      {say(sum.explanation).map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>{t('decide.letter.remedies', { phone: item.contactPhone ?? '—' })}</p>
    </section>
  )
}
