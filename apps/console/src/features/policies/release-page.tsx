/** The interruption before values become law: before and after, from when, what was found, and the second factor. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { post, useAct } from '../../api.ts'
import { useDates } from '../../dates.ts'
import { PageTitle } from '../../parts/page-title.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { StepUp } from '../../parts/step-up.tsx'
import { ProblemNotice, useProblemWords } from '../../problems.tsx'
import { useMay, useMe } from '../../session.ts'
import { useWords } from '../../words.ts'
import { Compare } from './compare.tsx'
import { Reject } from './draft-acts.tsx'
import { Findings } from './findings.tsx'
import { draftQuery } from './policy-queries.ts'
import type { Draft } from './policy-views.ts'
import { usePolicyWords } from './words.ts'
import './policies.css'

export function ReleasePage() {
  const { draftId } = useParams({ from: '/shell/policies/drafts/$draftId/release' })
  const question = useQuery(draftQuery(draftId))
  return (
    <div className="page">
      <QueryView of={question} rows={8}>
        {draft => <Interruption draft={draft} />}
      </QueryView>
    </div>
  )
}

function Interruption({ draft }: { draft: Draft }) {
  const t = usePolicyWords()
  const common = useWords()
  const may = useMay()
  const { say } = useProblemWords()
  const { fullDay } = useDates()
  const navigate = useNavigate()
  const release = useAct(
    (word: 'release' | 'release-backdated', key) =>
      post(`/policies/drafts/:id/${word}`, draft, { version: draft.version }, key),
    [['policies']],
  )
  const proved = () =>
    release.mutate(draft.backdated ? 'release-backdated' : 'release', {
      onSuccess: () =>
        void navigate({
          to: '/policies/drafts/$draftId',
          params: { draftId: draft.id },
          state: { said: t('said.released', { from: fullDay(draft.startsOn) }) },
        }),
    })
  const lacksRight = draft.backdated && !may('policies.backdate')
  const errors = draft.findings.some(({ severity }) => severity === 'error')
  return (
    <>
      <PageTitle title={t('release.title', { title: draft.title })} />
      <p className="notice notice-warning">
        {t('release.warning')} <Start draft={draft} />
      </p>
      {draft.can.release && <p className="notice notice-problem">{say(draft.can.release)}</p>}
      {lacksRight && <p className="notice notice-problem">{t('release.chief')}</p>}
      <dl className="pairs sheet">
        <dt>{t('release.author')}</dt>
        <dd className="name">{draft.author}</dd>
        <dt>{t('release.submitted')}</dt>
        <dd>{fullDay(draft.submittedAt)}</dd>
      </dl>
      <Compare draft={draft} />
      <Findings findings={draft.findings} />
      <ProblemNotice problem={release.error} />
      <StepUp
        word={t('release.do')}
        sending={release.isPending}
        disabled={Boolean(draft.can.release) || lacksRight || errors}
        onProved={proved}
      />
      <div className="form-acts">
        {draft.can.reject === null && <Reject draft={draft} />}
        <Link to="/policies/drafts/$draftId" params={{ draftId: draft.id }}>
          {common('action.back')}
        </Link>
      </div>
    </>
  )
}

function Start({ draft: { startsOn, backdated } }: { draft: Draft }) {
  const t = usePolicyWords()
  const { today } = useMe()
  const { fullDay } = useDates()
  if (backdated) return t('release.past')
  return startsOn === today ? t('release.today') : t('release.future', { from: fullDay(startsOn) })
}
