/** One draft: written by its author with everything that is wrong beside its field; read, before and after, by everybody else. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useLanguage } from '../../language.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { useMay } from '../../session.ts'
import { Compare } from './compare.tsx'
import { DraftActs } from './draft-acts.tsx'
import { DraftEditor } from './draft-editor.tsx'
import { Findings } from './findings.tsx'
import { draftQuery } from './policy-queries.ts'
import type { Draft } from './policy-views.ts'
import { usePolicyNames, usePolicyWords } from './words.ts'
import './policies.css'

export function DraftPage() {
  const { draftId } = useParams({ from: '/shell/policies/drafts/$draftId' })
  const question = useQuery(draftQuery(draftId))
  return (
    <div className="page">
      <QueryView of={question} rows={8}>
        {draft => <Whole draft={draft} />}
      </QueryView>
    </div>
  )
}

function Whole({ draft }: { draft: Draft }) {
  const t = usePolicyWords()
  const name = usePolicyNames()
  const may = useMay()
  const { locale } = useLanguage()
  const mayWrite = may('policies.draft') && draft.can.change === null
  return (
    <>
      <PageTitle title={draft.title}>
        <strong>{name('status', draft.status)}</strong>
      </PageTitle>
      <p>
        <Link to="/policies/packs/$pack" params={{ pack: draft.pack }}>
          {draft.packTitle[locale]}
        </Link>
        {' · '}
        {t('drafts.author')} <span className="name">{draft.author}</span>
        {draft.decided && ` · ${t('drafts.decided')} ${draft.decided.name}`}
      </p>
      {draft.reason && draft.decided && (
        <p className="notice notice-warning">
          {t('draft.rejected', { name: draft.decided.name, reason: draft.reason })}
        </p>
      )}
      {mayWrite ? (
        // A draft saved anew is a new text under the fields.
        <DraftEditor key={`${draft.id} ${draft.version}`} draft={draft} />
      ) : (
        <>
          <Findings findings={draft.findings} />
          <Compare draft={draft} />
          <DraftActs draft={draft} />
        </>
      )}
    </>
  )
}
