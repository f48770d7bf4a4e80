/**
 * The one way in which the front ends speak to the server: addresses and shapes generated from openapi.json, the
 * idempotency key its caller made and kept, and every refusal as an `ApiProblem` with a code that has words.
 */
import createClient, { type Client } from 'openapi-fetch'
import type { paths } from './schema.gen.ts'

export { problemMessages } from './problem-messages.gen.ts'
export type { components, operations, paths } from './schema.gen.ts'

export interface ApiIssue {
  readonly in: string
  readonly pointer: string
  readonly code: string
  readonly details?: Readonly<Record<string, unknown>>
}

/** What came instead of an answer. `status` 0: nothing came at all, and the same key may be sent again. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly status: number
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>
  readonly issues: readonly ApiIssue[]
  readonly requestId: string

  constructor(status: number, body: Partial<Pick<ApiProblem, 'code' | 'details' | 'issues' | 'requestId'>>) {
    super(body.code ?? 'internal')
    this.status = status
    this.code = body.code ?? 'internal'
    this.details = body.details ?? {}
    this.issues = body.issues ?? []
    this.requestId = body.requestId ?? ''
  }
}

export interface ApiOptions {
  readonly baseUrl?: string
  readonly fetch?: (request: Request) => Promise<Response>
}

/** A client whose calls give their answer or throw an `ApiProblem`. A key goes with a call as `headers: keyed(key)`. */
export function createApi({ baseUrl = '/api/v1', fetch }: ApiOptions = {}): Client<paths> {
  const client = createClient<paths>({ baseUrl, credentials: 'same-origin', ...(fetch ? { fetch } : {}) })
  client.use({
    onResponse: async ({ response }) => {
      if (response.ok) return undefined
      throw new ApiProblem(response.status, await response.json().catch(() => ({ code: 'internal' })))
    },
    onError: ({ error }) => (error instanceof ApiProblem ? error : new ApiProblem(0, { code: 'network.unreachable' })),
  })
  return client
}

/** The header of a key that the caller made before sending and keeps until an answer came. */
export function keyed(key: string): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': key }
}
