/** A caller of our own API, in-process, with its session cookie and a fresh key for each changing request: the demo’s desks, and tests. */
import { randomUUID } from 'node:crypto'

// biome-ignore lint/suspicious/noExplicitAny: callers look into answers of every shape; the API has checked them
export interface Answer<T = any> {
  readonly status: number
  readonly body: T
  readonly headers: Headers
  readonly text: string
}

export interface CallOptions {
  readonly key?: string
  readonly headers?: Record<string, string>
  /** Raw bytes instead of JSON. */
  readonly raw?: { bytes: Uint8Array | string; mediaType: string }
}

type Fetch = (request: Request) => Promise<Response>

export class Client {
  readonly #fetch: Fetch
  readonly #origin: string
  cookie: string | undefined

  constructor(fetch: Fetch, cookie?: string, origin = 'http://localhost:8080') {
    this.#fetch = fetch
    this.cookie = cookie
    this.#origin = origin
  }

  get = (path: string, options?: CallOptions) => this.call('GET', path, undefined, options)
  post = (path: string, body?: unknown, options?: CallOptions) => this.call('POST', path, body, options)
  put = (path: string, body?: unknown, options?: CallOptions) => this.call('PUT', path, body, options)
  delete = (path: string, options?: CallOptions) => this.call('DELETE', path, undefined, options)

  /** The same calls, returning the body and failing with the problem unless the answer is 2xx. */
  readonly ok = {
    get: async (path: string, options?: CallOptions) => this.#expectOk(await this.get(path, options), `GET ${path}`),
    post: async (path: string, body?: unknown, options?: CallOptions) =>
      this.#expectOk(await this.post(path, body, options), `POST ${path}`),
    put: async (path: string, body?: unknown, options?: CallOptions) =>
      this.#expectOk(await this.put(path, body, options), `PUT ${path}`),
    delete: async (path: string, options?: CallOptions) =>
      this.#expectOk(await this.delete(path, options), `DELETE ${path}`),
  }

  // biome-ignore lint/suspicious/noExplicitAny: as above
  #expectOk(answer: Answer, call: string): any {
    if (answer.status < 200 || answer.status > 299) throw new Error(`${call} → ${answer.status} ${answer.text}`)
    return answer.body
  }

  async call(method: string, path: string, body?: unknown, options: CallOptions = {}): Promise<Answer> {
    const headers = new Headers(options.headers)
    if (this.cookie) headers.set('cookie', this.cookie)
    if (method !== 'GET') headers.set('idempotency-key', options.key ?? randomUUID())
    const payload = options.raw?.bytes ?? (body === undefined ? undefined : JSON.stringify(body))
    if (payload !== undefined) headers.set('content-type', options.raw?.mediaType ?? 'application/json')
    const request = new Request(`${this.#origin}/api/v1${path}`, {
      method,
      headers,
      ...(payload === undefined ? {} : { body: payload as BodyInit }),
    })
    const response = await this.#fetch(request)
    const cookie = response.headers.get('set-cookie')
    if (cookie) this.cookie = cookie.split(';')[0]
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json') && text ? JSON.parse(text) : undefined
    return { status: response.status, body: json ?? text, headers: response.headers, text }
  }
}
