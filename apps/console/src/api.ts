/**
 * The console's way to the server: reads and acts. An act's key is made before it is sent and kept until an answer
 * came, so that pressing again after a broken line does nothing twice.
 */
import { ApiProblem, createApi, keyed } from '@doudi/api-client'
import { uuidV7 } from '@doudi/kernel'
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'

export { ApiProblem }

type Values = Readonly<Record<string, string | number | boolean | undefined>>
type Door = (address: never, options: never) => Promise<{ data?: unknown }>

const client = createApi()

async function call<T>(door: unknown, address: string, options: object): Promise<T> {
  const { data } = await (door as Door)(address as never, options as never)
  return data as T
}

/** The names of an address's places: `/cases/:id/letters` has `id`. */
type PlaceNames<A extends string> = A extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PlaceNames<`/${Rest}`>
  : A extends `${string}:${infer Name}`
    ? Name
    : never

/** Fills the `:places` of an address, each encoded: `at('/cases/:id', item)`. */
export function at<const A extends string>(address: A, places: { readonly [Name in PlaceNames<A>]: string }): string {
  const values = places as Readonly<Record<string, string>>
  return address.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
}

export function read<T>(address: string, query: Values = {}): Promise<T> {
  return call(client.GET, address, { params: { query } })
}

export function post<T>(address: string, body: unknown, key: string): Promise<T> {
  return call(client.POST, address, { ...(body === undefined ? {} : { body }), headers: keyed(key) })
}

export function remove(address: string): Promise<unknown> {
  return call(client.DELETE, address, {})
}

/** Bytes as they are, for photos and bank files. */
export function upload<T>(
  address: string,
  bytes: Blob,
  mediaType: string,
  key: string,
  query: Values = {},
): Promise<T> {
  return call(client.POST, address, {
    params: { query },
    body: bytes,
    bodySerializer: (body: Blob) => body,
    headers: { ...keyed(key), 'content-type': mediaType },
  })
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
