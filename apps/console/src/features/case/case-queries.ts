/** The questions of the case page. All stand below one key, so that an act brings the whole page up to date. */
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { at, post, read, useAct } from '../../api.ts'
import type { CaseDetail, Household, Page } from '../../views.ts'
import type {
  Assessment,
  Consents,
  Fact,
  Letter,
  LineEntry,
  Notice,
  Verification,
  Visit,
  VisitConflict,
} from './case-views.ts'

export const caseKey = (caseId: string) => ['case', caseId] as const

/** `GET /cases/:id/<part>`; the part is also the last word of its key. */
function part<T>(caseId: string, name: string) {
  return queryOptions({
    queryKey: [...caseKey(caseId), name],
    queryFn: () => read<T>(at(`/cases/:caseId/${name}`, { caseId })),
  })
}

export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'detail'],
    queryFn: () => read<CaseDetail>(at('/cases/:caseId', { caseId })),
  })
export const factsQuery = (caseId: string) => part<Page<Fact>>(caseId, 'facts')
export const assessmentsQuery = (caseId: string) => part<Page<Assessment>>(caseId, 'assessments')
export const consentsQuery = (caseId: string) => part<Consents>(caseId, 'consents')
export const visitsQuery = (caseId: string) => part<Page<Visit>>(caseId, 'visits')
export const noticesQuery = (caseId: string) => part<Page<Notice>>(caseId, 'notices')
export const lettersQuery = (caseId: string) => part<Page<Letter>>(caseId, 'letters')

/** Answers of departments come in by themselves while a round runs. */
export const verificationQuery = (caseId: string) =>
  queryOptions({
    ...part<Verification>(caseId, 'verification'),
    refetchInterval: query => (query.state.data?.round && !query.state.data.completedAt ? 4_000 : false),
  })

export const conflictQuery = (visitId: string) =>
  queryOptions({
    queryKey: ['visit', visitId, 'conflict'],
    queryFn: () => read<VisitConflict>(at('/visits/:visitId/conflict', { visitId })),
  })

export const householdQuery = (householdId: string) =>
  queryOptions({
    queryKey: ['household', householdId],
    queryFn: () => read<Household>(at('/households/:householdId', { householdId })),
  })

export const lineQuery = (householdId: string) =>
  queryOptions({
    queryKey: ['household', householdId, 'line'],
    queryFn: () => read<Page<LineEntry>>(at('/households/:householdId/line', { householdId })),
  })

interface CaseActInput {
  /** The last part of the act's address. */
  readonly act: string
  readonly body?: Readonly<Record<string, unknown>>
}

/** Acts on a case; afterwards everything about the case is read again, so the page shows what became of it. */
export function useCaseAct({ id, version }: Pick<CaseDetail, 'id' | 'version'>) {
  const queries = useQueryClient()
  return useAct(
    async ({ act, body }: CaseActInput, key: string) => {
      await post(at(`/cases/:id/${act}`, { id }), { version, ...body }, key)
      await queries.invalidateQueries({ queryKey: caseKey(id) })
    },
    [['cases'], ['household'], ['notices']],
  )
}
