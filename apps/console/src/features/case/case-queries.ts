/** The questions of the case page. All stand below one key, so that an act brings the whole page up to date. */
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { type Body, post, read, useAct } from '../../api.ts'
import type { CaseDetail } from '../../views.ts'
import type { Act } from './acts.ts'

export const caseKey = (caseId: string) => ['case', caseId] as const

/** While departments answer, the case moves by itself; what is shown must be what an act is measured against. */
export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: [...caseKey(id), 'detail'],
    queryFn: () => read('/cases/:id', { id }),
    refetchInterval: query => {
      const round = query.state.data?.state.verification
      return round && !round.completedOn ? 4_000 : false
    },
  })
export const factsQuery = (id: string) =>
  queryOptions({ queryKey: [...caseKey(id), 'facts'], queryFn: () => read('/cases/:id/facts', { id }) })
export const assessmentsQuery = (id: string) =>
  queryOptions({ queryKey: [...caseKey(id), 'assessments'], queryFn: () => read('/cases/:id/assessments', { id }) })
export const consentsQuery = (id: string) =>
  queryOptions({ queryKey: [...caseKey(id), 'consents'], queryFn: () => read('/cases/:id/consents', { id }) })
export const visitsQuery = (id: string) =>
  queryOptions({ queryKey: [...caseKey(id), 'visits'], queryFn: () => read('/cases/:id/visits', { id }) })
export const noticesQuery = (id: string) =>
  queryOptions({ queryKey: [...caseKey(id), 'notices'], queryFn: () => read('/cases/:id/notices', { id }) })
export const lettersQuery = (id: string) =>
  queryOptions({ queryKey: [...caseKey(id), 'letters'], queryFn: () => read('/cases/:id/letters', { id }) })

export const objectionsQuery = (id: string) =>
  queryOptions({ queryKey: [...caseKey(id), 'objections'], queryFn: () => read('/objections', { case: id }) })

/** Answers of departments come in by themselves while a round runs. */
export const verificationQuery = (id: string) =>
  queryOptions({
    queryKey: [...caseKey(id), 'verification'],
    queryFn: () => read('/cases/:id/verification', { id }),
    refetchInterval: query => (query.state.data?.round && !query.state.data.completedAt ? 4_000 : false),
  })

export const conflictQuery = (id: string) =>
  queryOptions({ queryKey: ['visit', id, 'conflict'], queryFn: () => read('/visits/:id/conflict', { id }) })

export const householdQuery = (id: string) =>
  queryOptions({ queryKey: ['household', id], queryFn: () => read('/households/:id', { id }) })

export const lineQuery = (id: string) =>
  queryOptions({ queryKey: ['household', id, 'line'], queryFn: () => read('/households/:id/line', { id }) })

/** The acts with an address of their own below the case. */
type CaseActAddress = `/cases/:id/${Act}`

interface CaseActInput {
  readonly act: Act
  /** What the act needs besides the version; its form knows. */
  readonly body?: Readonly<Record<string, unknown>>
}

/** Acts on a case; afterwards everything about the case is read again, so the page shows what became of it. */
export function useCaseAct({ id, version }: Pick<CaseDetail, 'id' | 'version'>) {
  const queries = useQueryClient()
  return useAct(
    async ({ act, body }: CaseActInput, key: string) => {
      const address: CaseActAddress = `/cases/:id/${act}`
      const whole = act === 'assess' ? {} : { version, ...body }
      try {
        await post(address, { id }, whole as Body<CaseActAddress>, key)
      } finally {
        // Also after a refusal: somebody may have acted meanwhile, and the next try must see what they did.
        await queries.invalidateQueries({ queryKey: caseKey(id) })
      }
    },
    [['cases'], ['household'], ['notices']],
  )
}
