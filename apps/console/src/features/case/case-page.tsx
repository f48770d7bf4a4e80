/** One case: its line on top, facts on the left, evidence and work on the right, what may be done at the foot. */
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { QueryView } from '../../parts/query-view.tsx'
import type { CaseDetail } from '../../views.ts'
import { CaseHead } from './case-head.tsx'
import { caseQuery } from './case-queries.ts'
import { CaseTabs } from './case-tabs.tsx'
import { DecisionBar } from './decision-bar.tsx'
import { Facts } from './facts.tsx'
import './case.css'

export function CasePage() {
  const { caseId } = useParams({ from: '/shell/cases/$caseId' })
  const question = useQuery(caseQuery(caseId))
  return (
    <div className="case-page">
      <QueryView of={question} rows={10}>
        {item => <Case key={item.id} item={item} />}
      </QueryView>
    </div>
  )
}

function Case({ item }: { item: CaseDetail }) {
  return (
    <>
      <CaseHead item={item} />
      <div className="case-split">
        <Facts item={item} />
        <CaseTabs item={item} />
      </div>
      <DecisionBar item={item} />
    </>
  )
}
