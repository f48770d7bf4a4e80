/** The questions of the screens about standards and policy. */
import { queryOptions } from '@tanstack/react-query'
import { read } from '../../api.ts'

export const packsKey = ['policies', 'packs'] as const
export const draftsKey = ['policies', 'drafts'] as const

export const packsQuery = queryOptions({ queryKey: packsKey, queryFn: () => read('/policies/packs') })
export const packQuery = (pack: string, date?: string) =>
  queryOptions({
    queryKey: [...packsKey, pack, date],
    queryFn: () => read('/policies/packs/:pack', { pack, ...(date ? { date } : {}) }),
  })
export const rulesQuery = (pack: string, programme: string, date?: string) =>
  queryOptions({
    queryKey: [...packsKey, pack, 'rules', programme, date],
    queryFn: () => read('/policies/packs/:pack/programmes/:programme', { pack, programme, ...(date ? { date } : {}) }),
  })
export const historyQuery = (pack: string, parameter: string) =>
  queryOptions({
    queryKey: [...packsKey, pack, 'history', parameter],
    queryFn: () => read('/policies/packs/:pack/parameters/:parameter/history', { pack, parameter }),
  })
export const ruleHistoryQuery = (pack: string, programme: string, rule: string) =>
  queryOptions({
    queryKey: [...packsKey, pack, 'history', programme, rule],
    queryFn: () => read('/policies/packs/:pack/programmes/:programme/rules/:rule/history', { pack, programme, rule }),
  })
export const namesQuery = (pack: string, programme: string, date: string) =>
  queryOptions({
    queryKey: [...packsKey, pack, 'names', programme, date],
    queryFn: () => read('/policies/packs/:pack/programmes/:programme/names', { pack, programme, date }),
  })
export const draftsQuery = queryOptions({
  queryKey: draftsKey,
  queryFn: () => read('/policies/drafts', { limit: 50 }),
})
export const draftQuery = (id: string) =>
  queryOptions({ queryKey: [...draftsKey, id], queryFn: () => read('/policies/drafts/:id', { id }) })
