/**
 * A route is plain data: address, permission, shapes, and the use case it calls. `mount.ts` gives it
 * authentication, scope, the transaction, idempotency and the reply's shape; `openapi.ts` describes it.
 */
import type { z } from 'zod'
import type { Work } from '../database/work.ts'

export type Method = 'get' | 'post' | 'put' | 'delete'

/** What kind of access a route gives, for the generated permission matrix. */
export type Access = 'list' | 'count' | 'read' | 'search' | 'export' | 'history' | 'attachment' | 'print' | 'act'

export interface Reply {
  readonly bytes: Uint8Array | string
  readonly mediaType: string
  readonly fileName?: string
}

export interface RouteInput<P, Q, B> {
  readonly work: Work
  readonly params: P
  readonly query: Q
  readonly body: B
  /** Raw upload, for routes with `upload`. */
  readonly upload: { bytes: Uint8Array; mediaType: string }
  readonly session: SessionDoor
  /** A header of the request, for keys that must not stand in an address. */
  readonly header: (name: string) => string | undefined
  /** Where the request came from, for rate limits and sign-in records. */
  readonly from: string
}

/** What a route may do to the caller's session; only sign-in routes use it. */
export interface SessionDoor {
  readonly token: string | null
  start(token: string): void
  end(): void
}

export interface Route<P = unknown, Q = unknown, B = unknown, R = unknown> {
  readonly method: Method
  /** Below `/api/v1`, with `:name` places. */
  readonly path: string
  readonly summary: string
  readonly tag: string
  /** Who may: a permission of the role table, `public` (nobody signed in), or `signed-in` (any account, own data only). */
  readonly permission: string
  readonly access: Access
  readonly params?: z.ZodType<P>
  readonly query?: z.ZodType<Q>
  readonly body?: z.ZodType<B>
  /** Accepts raw bytes of these media types up to `maxBytes` instead of a JSON body. */
  readonly upload?: { mediaTypes: readonly string[]; maxBytes: number }
  /** JSON reply, or `document` for bytes with their own media type. */
  readonly reply: z.ZodType<R> | 'document'
  readonly status?: 200 | 201 | 202 | 204
  /** Mutating routes take an `Idempotency-Key` unless this says why not. */
  readonly withoutKey?: string
  /** Needs a second factor given in the last five minutes. */
  readonly stepUp?: boolean
  /** Requests a minute for one caller; default 600. */
  readonly perMinute?: number
  readonly handle: (input: RouteInput<P, Q, B>) => Promise<R | Reply>
}

/** Declares a route; only fixes the types. */
export function route<P = Record<string, never>, Q = Record<string, never>, B = undefined, R = unknown>(
  definition: Route<P, Q, B, R>,
): Route {
  return definition as unknown as Route
}
