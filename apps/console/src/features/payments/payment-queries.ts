/** The questions of the payment screens. */
import { queryOptions } from '@tanstack/react-query'
import { read } from '../../api.ts'
import type { Line } from './payment-views.ts'

export const budgetsQuery = queryOptions({ queryKey: ['budgets'], queryFn: () => read('/budgets') })
export const batchesQuery = queryOptions({
  queryKey: ['batches'],
  queryFn: () => read('/batches', { limit: 50 }),
})

export const batchKey = (id: string) => ['batches', id] as const
export const batchQuery = (id: string) =>
  queryOptions({ queryKey: [...batchKey(id), 'detail'], queryFn: () => read('/batches/:id', { id }) })
export const linesQuery = (id: string, status: Line['status'] | '', after: string | undefined) =>
  queryOptions({
    queryKey: [...batchKey(id), 'lines', status, after],
    queryFn: () =>
      read('/batches/:id/lines', {
        id,
        limit: 200,
        ...(status ? { status } : {}),
        ...(after ? { after } : {}),
      }),
  })
