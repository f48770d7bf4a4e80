/**
 * Partner departments over HTTP. A department that is late, down or speaks nonsense throws, and the job tries again;
 * what it found is handed on as it came, because only the verification module may say whom a row is about.
 */
import { z } from 'zod'
import type { DepartmentAnswer, DepartmentQuery, Ports } from './ports.ts'

type Fetch = (request: Request) => Promise<Response>

export interface DepartmentsOptions {
  readonly url?: string
  readonly timeoutMs?: number
}

/** Why a department gave no answer: a short code that may be shown and logged, never the question itself. */
export class DepartmentSilent extends Error {
  override readonly name = 'DepartmentSilent'
  readonly why: 'timeout' | 'unreachable' | 'refused' | 'unreadable' | 'not-configured'

  constructor(why: DepartmentSilent['why']) {
    super(`a department gave no answer: ${why}`)
    this.why = why
  }
}

const answerShape = z.object({
  rows: z.array(z.record(z.string(), z.unknown())).max(500),
  queriedAt: z.string().max(40),
})

export function httpDepartments(url: string, timeoutMs = 10_000): Ports['departments'] {
  return departmentsOver(request => fetch(request), { url, timeoutMs })
}

/** The same over any way of fetching; tests pass the service itself. */
export function departmentsOver(
  fetch: Fetch,
  { url = 'http://departments', timeoutMs = 10_000 }: DepartmentsOptions = {},
): Ports['departments'] {
  return {
    async query({ source, ...query }: DepartmentQuery): Promise<DepartmentAnswer> {
      const request = new Request(`${url.replace(/\/$/, '')}/${encodeURIComponent(source)}/query`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(query),
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
      })
      const response = await fetch(request).catch(error => {
        throw new DepartmentSilent((error as Error).name === 'TimeoutError' ? 'timeout' : 'unreachable')
      })
      if (response.status === 204) return { status: 'nothing-found', rows: [], queriedAt: '' }
      if (!response.ok) throw new DepartmentSilent('refused')
      const answer = answerShape.safeParse(await response.json().catch(() => null))
      if (!answer.success) throw new DepartmentSilent('unreadable')
      return { status: answer.data.rows.length > 0 ? 'answered' : 'nothing-found', ...answer.data }
    },
  }
}

/** No department is connected: every query fails and says so. */
export const noDepartments: Ports['departments'] = {
  query: async () => {
    throw new DepartmentSilent('not-configured')
  },
}
