/** The questions of the payment screens. */
import { queryOptions } from '@tanstack/react-query'
import { at, read } from '../../api.ts'
import type { Page } from '../../views.ts'
import type { Batch, BatchDetail, Budget, Line } from './payment-views.ts'

export const budgetsQuery = queryOptions({ queryKey: ['budgets'], queryFn: () => read<Page<Budget>>('/budgets') })
export const batchesQuery = queryOptions({
  queryKey: ['batches'],
  queryFn: () => read<Page<Batch>>('/batches', { limit: 50 }),
})

export const batchKey = (id: string) => ['batches', id] as const
export const batchQuery = (id: string) =>
  queryOptions({ queryKey: [...batchKey(id), 'detail'], queryFn: () => read<BatchDetail>(at('/batches/:id', { id })) })
export const linesQuery = (id: string, status: string, after: string | undefined) =>
  queryOptions({
    queryKey: [...batchKey(id), 'lines', status, after],
    queryFn: () =>
      read<Page<Line>>(at('/batches/:id/lines', { id }), {
        limit: 200,
        ...(status ? { status } : {}),
        ...(after ? { after } : {}),
      }),
  })
