/** The API as a page calls it: in the same process, with the visitor's cookies there and the API's cookies back. */
import { ApiProblem } from '@doudi/api-client'
import type { Context } from 'hono'

/** `env` carries the connection, so that limits count for each visitor and not for all of them together. */
export type Api = (request: Request, env?: object) => Promise<Response>

export interface CallOptions {
  /** The key made when the form was rendered; without one the call makes its own. */
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly raw?: { readonly bytes: Uint8Array; readonly mediaType: string }
}

export class ApiDoor {
  readonly #api: Api
  readonly #c: Context

  constructor(api: Api, c: Context) {
    this.#api = api
    this.#c = c
  }

  /** Answers, or throws an `ApiProblem`. What the answer looks like is written in `replies.ts`. */
  get<T>(path: string, options?: CallOptions): Promise<T> {
    return this.#call<T>('GET', path, undefined, options)
  }

  post<T>(path: string, body?: unknown, options?: CallOptions): Promise<T> {
    return this.#call<T>('POST', path, body, options)
  }

  put<T>(path: string, body: unknown, options?: CallOptions): Promise<T> {
    return this.#call<T>('PUT', path, body, options)
  }

  delete<T>(path: string): Promise<T> {
    return this.#call<T>('DELETE', path)
  }

  /** The answer as it is: for letters that the API writes as whole documents. */
  async document(path: string): Promise<Response> {
    const response = await this.#send('GET', path)
    if (!response.ok) throw await problemOf(response)
    return response
  }

  async #call<T>(method: string, path: string, body?: unknown, options?: CallOptions): Promise<T> {
    const response = await this.#send(method, path, body, options)
    for (const cookie of response.headers.getSetCookie()) this.#c.header('set-cookie', cookie, { append: true })
    if (!response.ok) throw await problemOf(response)
    return (response.status === 204 ? undefined : await response.json()) as T
  }

  #send(method: string, path: string, body?: unknown, { key, headers: more, raw }: CallOptions = {}) {
    const headers = new Headers(more)
    const cookie = this.#c.req.header('cookie')
    if (cookie) headers.set('cookie', cookie)
    if (method !== 'GET') headers.set('idempotency-key', key ?? crypto.randomUUID())
    const payload = raw?.bytes ?? (body === undefined ? undefined : JSON.stringify(body))
    if (payload !== undefined) headers.set('content-type', raw?.mediaType ?? 'application/json')
    const url = `${new URL(this.#c.req.url).origin}/api/v1${path}`
    const init = { method, headers, ...(payload === undefined ? {} : { body: payload as BodyInit }) }
    return this.#api(new Request(url, init), this.#c.env)
  }
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const body = await response.json().catch(() => ({ code: 'internal' }))
  return new ApiProblem(response.status, body as Partial<ApiProblem>)
}

/** The answer, or nothing where there is none for this visitor. */
export async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof ApiProblem && [401, 403, 404].includes(error.status)) return undefined
    throw error
  }
}
