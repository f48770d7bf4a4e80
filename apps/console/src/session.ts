/** Who is signed in, and what they may do. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { ApiProblem, read } from './api.ts'
import type { Me } from './views.ts'

/** `null` when nobody is signed in. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async (): Promise<Me | null> => {
    try {
      return await read('/me')
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 401) return null
      throw problem
    }
  },
  staleTime: 60_000,
})

/** The signed-in person; only used below the shell, which shows the sign-in page to everybody else. */
export function useMe(): Me {
  const { data } = useQuery(meQuery)
  if (!data) throw new Error('this screen stands behind the sign-in')
  return data
}

/** Whether the signed-in person holds one of the permissions. */
export function useMay() {
  const { permissions } = useMe()
  return (...wanted: string[]) => wanted.some(permission => permissions.includes(permission))
}

/** True while somebody's session ran out and the page waits for them to sign in again. */
export const signedOutKey = ['signed-out'] as const
