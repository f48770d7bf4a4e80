/** Everything that happened to the household, one line each. */
import { useQuery } from '@tanstack/react-query'
import { QueryView } from '../../parts/query-view.tsx'
import type { CaseDetail } from '../../views.ts'
import { LineEntries } from '../household/line-entries.tsx'
import { lineQuery } from './case-queries.ts'

export function CaseJournal({ item }: { item: CaseDetail }) {
  const question = useQuery(lineQuery(item.householdId))
  return <QueryView of={question}>{({ items }) => <LineEntries items={items} />}</QueryView>
}
