/** The server as a source, and the sign-in that only it can answer. Every refusal arrives as an `ApiProblem`. */
import { ApiProblem, createApi, keyed } from '@doudi/api-client'
import type { SyncEntry } from '@doudi/sync'
import type { Source } from './source.ts'
import type { DemoAccount, FieldPack, Me, VisitConflict, WaitingEntry } from './wire.ts'

export { ApiProblem }

const SLOW = 45_000

/** A line that hangs is a line that is cut; the same key is sent again later. */
async function fetchInTime(request: Request): Promise<Response> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), SLOW)
  try {
    return await fetch(request, { signal: stop.signal })
  } finally {
    clearTimeout(timer)
  }
}

function given<T>({ data }: { data?: unknown }): T {
  if (data === undefined) throw new ApiProblem(0, { code: 'network.unreachable' })
  return data as T
}

export interface Remote extends Source {
  pack(): Promise<FieldPack>
  conflict(visitId: string): Promise<VisitConflict>
  /** Entries of this and other phones that wait for a person on the server. */
  waiting(): Promise<readonly WaitingEntry[]>
  retry(submissionId: string, key: string): Promise<{ status: string; problem?: string }>
  firstStep(login: string, password: string): Promise<string>
  secondStep(ticket: string, code: string): Promise<Me>
  signOut(): Promise<void>
  demoAccounts(): Promise<readonly DemoAccount[]>
}

export function createRemote(device: () => string): Remote {
  const api = createApi({ fetch: fetchInTime })
  return {
    pack: async () => given<FieldPack>(await api.GET('/field-pack')),
    conflict: async id => given<VisitConflict>(await api.GET('/visits/{id}/conflict', { params: { path: { id } } })),
    waiting: async () => given<{ items: WaitingEntry[] }>(await api.GET('/submissions')).items,
    hand: async entry => {
      const body = { device: device(), entries: [entry] as SyncEntry[] }
      const { results } = given<{ results: { status: 'applied'; problem?: string }[] }>(
        await api.POST('/sync', { body: body as never }),
      )
      if (!results[0]) throw new ApiProblem(0, { code: 'network.unreachable' })
      return results[0]
    },
    decide: async ({ visitId, submissionId, take }, key) => {
      await api.POST('/visits/{id}/resolve', {
        params: { path: { id: visitId }, header: keyed(key) },
        body: { submissionId, take },
      })
      return 'done'
    },
    document: async (photo, { householdId, caseId }, key, bytes) => {
      const { digest: capturedDigest, capturedAt, kind, mediaType } = photo
      const query = { householdId, ...(caseId ? { caseId } : {}), kind, capturedDigest, capturedAt }
      const answer = await api.POST('/documents', {
        params: { query, header: keyed(key) },
        body: bytes as never,
        bodySerializer: (body: unknown) => body as Uint8Array<ArrayBuffer>,
        headers: { 'content-type': mediaType },
      })
      return given<{ id: string }>(answer).id
    },
    retry: async (id, key) =>
      given(await api.POST('/submissions/{id}/retry', { params: { path: { id }, header: keyed(key) } })),
    firstStep: async (login, password) =>
      given<{ ticket: string }>(await api.POST('/session', { body: { login, password } })).ticket,
    secondStep: async (ticket, code) => given<Me>(await api.POST('/session/second-factor', { body: { ticket, code } })),
    signOut: async () => {
      await api.DELETE('/session')
    },
    demoAccounts: async () => given<DemoAccount[]>(await api.GET('/demo/accounts')),
  }
}
