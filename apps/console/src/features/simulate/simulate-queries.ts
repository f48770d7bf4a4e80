/** The questions of trying out rules. */
import { queryOptions } from '@tanstack/react-query'
import { type Answer, type Body, type Item, read } from '../../api.ts'

export type Simulation = Answer<'/simulations/:id'>
export type SimulationHead = Item<'/simulations'>
export type Result = NonNullable<Simulation['result']>
export type Variant = Result['variants'][number]
export type Comparison = Result['comparisons'][number]
export type Change = Comparison['changes'][number]['change']
export type NamedChange = Exclude<Change, 'unchanged'>
export type Options = Answer<'/simulations/options'>
export type Parameter = Options['parameters'][number]
export type AskedDraft = Body<'/simulations'>['drafts'][number]
export type ShownDraft = SimulationHead['drafts'][number]
export type WrittenHead = Item<'/policies/drafts'>

const isDone = (simulation: Pick<Simulation, 'status'> | undefined) =>
  simulation !== undefined && (simulation.status === 'done' || simulation.status === 'failed')

export const latestKey = ['simulations', 'latest'] as const
/** Looked at again while one of them is being worked out. */
export const latestQuery = queryOptions({
  queryKey: latestKey,
  queryFn: () => read('/simulations'),
  refetchInterval: query => (query.state.data?.items.every(isDone) === false ? 1500 : false),
})

export const optionsQuery = (division: string, programme: string, date: string) =>
  queryOptions({
    queryKey: ['simulations', 'options', division, programme, date],
    queryFn: () => read('/simulations/options', { division, date, ...(programme ? { programme } : {}) }),
  })

/** Looked at again and again until it is done. */
export const simulationQuery = (id: string) =>
  queryOptions({
    queryKey: ['simulations', id],
    queryFn: () => read('/simulations/:id', { id }),
    refetchInterval: query => (isDone(query.state.data) ? false : 700),
  })

/** What is being written for release: tried as if it were released. */
export const writtenDraftsQuery = queryOptions({
  queryKey: ['policies', 'drafts', 'to-try'],
  queryFn: () => read('/policies/drafts', { limit: 100 }),
  select: ({ items }): readonly WrittenHead[] => items.filter(({ status }) => status !== 'released'),
})

export const writtenDraftQuery = (id: string) =>
  queryOptions({ queryKey: ['policies', 'drafts', id, 'tried'], queryFn: () => read('/policies/drafts/:id', { id }) })

export const namesQuery = (id: string, comparison: number, change: NamedChange, after: number | undefined) =>
  queryOptions({
    queryKey: ['simulations', id, 'names', comparison, change, after],
    queryFn: () =>
      read('/simulations/:id/changes', {
        ...{ id, comparison, change, limit: 50 },
        ...(after === undefined ? {} : { after }),
      }),
  })
