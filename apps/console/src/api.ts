/**
 * The console's way to the server: reads and acts. An act's key is made before it is sent and kept until an answer
 * came, so that pressing again after a broken line does nothing twice.
 */
import { ApiProblem, createApi, keyed, type operations } from '@doudi/api-client'
import { uuidV7 } from '@doudi/kernel'
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'

export { ApiProblem }

type Verb = 'get' | 'post' | 'put' | 'delete'
type AddressOf<V extends Verb> = keyof operations extends infer K ? (K extends `${V} ${infer A}` ? A : never) : never
type Operation<V extends Verb, A> = operations[`${V} ${A & string}` & keyof operations]
type Json<R> = R extends { content: { 'application/json': infer T } } ? T : never
type Parameters<O, K extends 'path' | 'query'> = O extends { parameters: { [P in K]?: infer T } }
  ? [NonNullable<T>] extends [never]
    ? object
    : NonNullable<T>
  : object
type BodyOf<V extends Verb, A> = Operation<V, A> extends { requestBody: infer B } ? Json<B> : undefined

/** What an address answers: `Answer<'/cases/:id'>`; with `'post'` what an act answers. */
export type Answer<A extends AddressOf<V>, V extends Verb = 'get'> =
  Operation<V, A> extends { responses: infer R } ? Json<R[keyof R & (200 | 201 | 202)]> : never
/** One row of a list: `Item<'/cases'>`. */
export type Item<A extends AddressOf<'get'>> = Answer<A> extends { items: readonly (infer T)[] } ? T : never
/** What an address takes, places and query together. */
type Given<V extends Verb, A> = Parameters<Operation<V, A>, 'path'> & Parameters<Operation<V, A>, 'query'>
/** What an act takes: `Body<'/delegations'>`, `Body<'/policies/drafts/:id', 'put'>`. */
export type Body<A extends AddressOf<V>, V extends 'post' | 'put' = 'post'> = BodyOf<V, A>
type Optional<T> = object extends T ? [given?: T] : [given: T]

const client = createApi()

type Values = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Fills the `:places` of an address; what is left is the query. */
function addressed(address: string, given: Values = {}): { filled: string; query: Values } {
  const query = { ...given }
  const filled = address.replace(/:(\w+)/g, (_, name: string) => {
    delete query[name]
    return encodeURIComponent(String(given[name]))
  })
  return { filled, query }
}

type Door = (address: never, options: never) => Promise<{ data?: unknown }>

/** The client knows addresses as they are declared; here they are already filled, and typed by the functions below. */
async function call(door: unknown, address: string, options: object): Promise<unknown> {
  const { data } = await (door as Door)(address as never, options as never)
  return data
}

/** Reads: `read('/batches/:id/lines', { id, limit: 200 })`. */
export async function read<A extends AddressOf<'get'>>(
  address: A,
  ...[given]: Optional<Given<'get', A>>
): Promise<Answer<A>> {
  const { filled, query } = addressed(address, given as Values)
  return (await call(client.GET, filled, { params: { query } })) as Answer<A>
}

/** Acts: `post('/cases/:id/accept', item, { version }, key)`. */
export async function post<A extends AddressOf<'post'>>(
  address: A,
  places: Parameters<Operation<'post', A>, 'path'>,
  body: BodyOf<'post', A>,
  key: string,
): Promise<Answer<A, 'post'>> {
  const { filled } = addressed(address, places as Values)
  return (await call(client.POST, filled, { ...(body === undefined ? {} : { body }), headers: keyed(key) })) as Answer<
    A,
    'post'
  >
}

/** Writes a whole thing anew: `put('/policies/drafts/:id', draft, text, key)`. */
export async function put<A extends AddressOf<'put'>>(
  address: A,
  places: Parameters<Operation<'put', A>, 'path'>,
  body: BodyOf<'put', A>,
  key: string,
): Promise<Answer<A, 'put'>> {
  const { filled } = addressed(address, places as Values)
  return (await call(client.PUT, filled, { body, headers: keyed(key) })) as Answer<A, 'put'>
}

/** Takes a thing away: `remove('/policies/drafts/:id', { id, version }, key)`. */
export async function remove<A extends AddressOf<'delete'>>(
  address: A,
  given: Given<'delete', A>,
  key: string,
): Promise<void> {
  const { filled, query } = addressed(address, given as Values)
  await call(client.DELETE, filled, { params: { query }, headers: keyed(key) })
}

/** Sends bytes as they are, for photos and bank files. */
export async function upload<A extends AddressOf<'post'>>(
  address: A,
  given: Given<'post', A>,
  bytes: Blob,
  mediaType: string,
  key: string,
): Promise<Answer<A, 'post'>> {
  const { filled, query } = addressed(address, given as Values)
  const headers = { ...keyed(key), 'content-type': mediaType }
  const options = { params: { query }, body: bytes, bodySerializer: (body: Blob) => body, headers }
  return (await call(client.POST, filled, options)) as Answer<A, 'post'>
}

export async function endSession(): Promise<void> {
  await call(client.DELETE, '/session', {}).catch(() => undefined)
}

/** Where a document, a letter or a bank file is read by the browser itself. */
export const fileAddress = (address: string) => `/api/v1${address}`

export function newKey(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}

/** The same words sent again keep their key; after an answer, or with other words, there is a new one. */
function useKeptKey() {
  const kept = useRef<{ words: string; key: string }>(undefined)
  return {
    keyFor(input: unknown): string {
      const words = JSON.stringify(input) ?? ''
      if (kept.current?.words !== words) kept.current = { words, key: newKey() }
      return kept.current.key
    },
    answered(problem?: unknown): void {
      const unanswered = problem instanceof ApiProblem && (problem.status === 0 || problem.status >= 500)
      if (!unanswered) kept.current = undefined
    },
  }
}

/** One act on a screen. `touches` names what must be read again afterwards. */
export function useAct<I, O>(act: (input: I, key: string) => Promise<O>, touches: readonly QueryKey[] = []) {
  const queries = useQueryClient()
  const { keyFor, answered } = useKeptKey()
  return useMutation<O, ApiProblem, I>({
    mutationFn: input => act(input, keyFor(input)),
    onSuccess: async () => {
      answered()
      await Promise.all(touches.map(queryKey => queries.invalidateQueries({ queryKey })))
    },
    onError: answered,
  })
}
