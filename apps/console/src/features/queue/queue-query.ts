/** The cases of a queue, and the next one that waits for the same person. */
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { read } from '../../api.ts'
import type { QueueSearch } from '../../search-params.ts'
import type { CaseSummary } from '../../views.ts'

export const queueQuery = ({ view, limit = 50, ...filters }: QueueSearch) =>
  queryOptions({
    queryKey: ['cases', 'list', view ?? 'mine', limit, filters],
    queryFn: () => read('/cases', { queue: view ?? 'mine', sort: 'due', limit, ...filters }),
  })

/** What waits for me after this case, the nearest deadline first. */
export async function nextCase(queries: QueryClient, after: string): Promise<CaseSummary | undefined> {
  const { items } = await queries.fetchQuery({ ...queueQuery({}), staleTime: 0 })
  return items.find(item => item.id !== after)
}
