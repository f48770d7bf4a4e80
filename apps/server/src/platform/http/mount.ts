/**
 * Puts routes on the web. For each request, in this order: size and media type → same site → who is it →
 * may they → rate → shapes → one transaction in their scope (key, use case, journal, answer) → reply parsed
 * through its schema, so that an undeclared field cannot leak.
 */
import { type Issue, invalid, isId, Problem } from '@doudi/kernel'
import { type Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import type { z } from 'zod'
import type { Caller, WorkDependencies } from '../database/work.ts'
import { inWork, type Work } from '../database/work.ts'
import { newId } from '../ids.ts'
import type { Log } from '../log.ts'
import { problems } from '../problems.ts'
import { claimKey, storeReply } from './idempotency.ts'
import { bugResponse, fromConstraint, problemResponse } from './problem-response.ts'
import { RateLimit } from './rate-limit.ts'
import type { Method, Reply, Route, SessionDoor } from './route.ts'
import { escaped, toIssues } from './schema-issues.ts'
import { parseStrictJson } from './strict-json.ts'

/** Finds out who calls and whether they hold the route's permission. The identity module stands behind it. */
export type Authenticate = (
  token: string | null,
  need: { permission: string; stepUp: boolean; method: Method },
) => Promise<Caller>

/** Notes in the journal that somebody was told no, in a unit of work of its own: the refused one was rolled back. */
export type NoteRefusal = (
  work: Work,
  call: { route: string; params: Record<string, string> },
  problem: Problem,
) => void

export interface MountDependencies extends WorkDependencies {
  readonly authenticate: Authenticate
  readonly constraints: Readonly<Record<string, { kind: Problem['kind']; code: string }>>
  readonly noteRefusal: NoteRefusal
  readonly log: Log
  readonly demo: boolean
}

const MAX_JSON = 1_000_000
export const COOKIE = '__Host-doudi'
/** On plain HTTP from another machine a Secure cookie is never sent back; only the demo may be used that way. */
const PLAIN_COOKIE = 'doudi'

export function mount(routes: readonly Route[], deps: MountDependencies): Hono {
  const app = new Hono()
  const limits = new RateLimit()
  for (const route of routes) app.on(route.method.toUpperCase(), route.path, c => answer(c, route, deps, limits))
  for (const [path, there] of Map.groupBy(routes, route => route.path)) {
    const allow = there.map(({ method }) => method.toUpperCase()).join(', ')
    app.all(path, c => problemResponse(problems.of('http.method', { allow }), requestIdOf(c)))
  }
  app.all('*', c => problemResponse(problems.of('http.not-found'), requestIdOf(c)))
  return app
}

export const requestIdOf = (c: Context): string => (c.get('requestId') as string | undefined) ?? newId()

async function answer(c: Context, route: Route, deps: MountDependencies, limits: RateLimit): Promise<Response> {
  const requestId = requestIdOf(c)
  let caller: Caller | undefined
  try {
    const mutating = route.method !== 'get'
    if (mutating) refuseCrossSite(c)
    const { body, upload, text } = await readBody(c, route)
    const session = sessionDoor(c, deps.demo)
    caller = await deps.authenticate(session.token, {
      permission: route.permission,
      stepUp: route.stepUp ?? false,
      method: route.method,
    })
    const from = c.env?.incoming?.socket?.remoteAddress ?? 'local'
    const wait = limits.take(
      `${caller.accountId ?? from} ${route.method} ${route.path}`,
      route.perMinute ?? 600,
      Date.parse(deps.clock.wall()),
    )
    if (wait > 0) throw problems.of('http.too-many', { retryAfterSeconds: wait })
    const input = shapes(c, route, body)
    const key = mutating && !route.withoutKey ? readKey(c) : undefined
    const result = await inWork(deps, caller, requestId, async work => {
      if (key) {
        const bodyHash = deps.crypto.digest(
          `${c.req.path}\0${new URL(c.req.url).search}\0${upload ? deps.crypto.digest(upload.bytes) : text}`,
        )
        const before = await claimKey(work, { key, route: `${route.method} ${route.path}`, bodyHash })
        if (before) return before.reply
      }
      const reply = await route.handle({
        work,
        ...input,
        upload: upload ?? { bytes: new Uint8Array(), mediaType: '' },
        session,
        header: name => c.req.header(name),
        from,
      })
      const shaped = route.reply === 'document' ? reply : parseReply(route.reply, reply)
      if (key) await storeReply(work, key, { status: route.status ?? 200, reply: shaped })
      return shaped
    })
    return withCookie(respond(route, result), session.cookie())
  } catch (error) {
    const problem = error instanceof Problem ? error : fromConstraint(error, deps.constraints)
    if (problem) {
      if (caller)
        await noteRefusal(
          deps,
          caller,
          requestId,
          { route: `${route.method.toUpperCase()} ${route.path}`, params: c.req.param() },
          problem,
        )
      return problemResponse(problem, requestId)
    }
    deps.log.error({ err: error, requestId, route: `${route.method} ${route.path}` }, 'bug')
    return bugResponse(requestId)
  }
}

/** A refusal that cannot be noted is still a refusal; the log keeps what the journal could not. */
async function noteRefusal(
  deps: MountDependencies,
  caller: Caller,
  requestId: string,
  call: { route: string; params: Record<string, string> },
  problem: Problem,
): Promise<void> {
  if (caller.kind === 'public' || problem.kind === 'unavailable' || problem.kind === 'invalid') return
  try {
    await inWork(deps, caller, requestId, async work => deps.noteRefusal(work, call, problem))
  } catch (error) {
    deps.log.error({ err: error, requestId, code: problem.code }, 'refusal not noted')
  }
}

function respond(route: Route, result: unknown): Response {
  if (route.reply === 'document') {
    const { bytes, mediaType, fileName } = result as Reply
    const headers = new Headers({ 'content-type': mediaType, 'cache-control': 'private, no-store' })
    if (fileName) headers.set('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    return new Response(bytes as BodyInit, { headers })
  }
  const status = route.status ?? 200
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private, no-store' }
  return status === 204 ? new Response(null, { status }) : new Response(JSON.stringify(result), { status, headers })
}

/** A reply that does not fit its declared shape is a bug, not an answer. */
function parseReply(schema: z.ZodType, reply: unknown): unknown {
  const parsed = schema.safeParse(reply)
  if (!parsed.success) throw new Error(`reply does not fit its shape: ${parsed.error.message}`)
  return parsed.data
}

/** A browser always says where a form or a fetch comes from; a request without either header is not a browser's. */
function refuseCrossSite(c: Context): void {
  const site = c.req.header('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') throw problems.of('http.cross-site')
  const origin = c.req.header('origin')
  if (origin && new URL(c.req.url).host !== hostOf(origin)) throw problems.of('http.cross-site')
}

function hostOf(origin: string): string {
  try {
    return new URL(origin).host
  } catch {
    return ''
  }
}

async function readBody(c: Context, route: Route) {
  if (route.method === 'get') return { body: undefined, upload: undefined, text: '' }
  const mediaType = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  const maxBytes = route.upload?.maxBytes ?? MAX_JSON
  if (Number(c.req.header('content-length') ?? '0') > maxBytes) throw problems.of('http.too-large', { maxBytes })
  const bytes = await readUpTo(maxBytes, c.req.raw.body)
  if (route.upload) {
    if (!route.upload.mediaTypes.includes(mediaType))
      throw problems.of('http.media-type', { accepted: [...route.upload.mediaTypes] })
    return { body: undefined, upload: { bytes, mediaType }, text: '' }
  }
  // An empty body is no body: a shape that needs one says so, one that is optional takes it.
  if (bytes.length === 0) return { body: undefined, upload: undefined, text: '' }
  if (mediaType !== 'application/json') throw problems.of('http.media-type', { accepted: ['application/json'] })
  const text = decodeUtf8(bytes)
  return { body: parseStrictJson(text), upload: undefined, text }
}

/** A body in pieces says nowhere how long it is: reading stops where it becomes too long. */
async function readUpTo(maxBytes: number, body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of body ?? []) {
    length += piece.length
    if (length > maxBytes) throw problems.of('http.too-large', { maxBytes })
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw invalid([{ in: 'body', pointer: '', code: 'json.not-utf8' }])
  }
}

function readKey(c: Context): string {
  const key = c.req.header('idempotency-key') ?? ''
  if (!isId(key) && !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(key))
    throw problems.of('http.key-missing')
  return key
}

function shapes(c: Context, route: Route, body: unknown) {
  const issues: Issue[] = []
  const params = route.params ? shape(route.params, c.req.param(), 'path', issues) : {}
  const query = route.query ? shape(route.query, singleValues(c, issues), 'query', issues) : {}
  const shaped = route.body ? shape(route.body, body, 'body', issues) : undefined
  if (issues.length > 0) throw invalid(issues)
  return { params, query, body: shaped }
}

function singleValues(c: Context, issues: Issue[]): Record<string, string> {
  const values = c.req.queries()
  for (const [name, given] of Object.entries(values)) {
    if (given.length > 1) issues.push({ in: 'query', pointer: `/${name}`, code: 'query.repeated' })
  }
  return c.req.query()
}

function shape(schema: z.ZodType, value: unknown, place: Issue['in'], issues: Issue[]): unknown {
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) {
    issues.push(...nulIn(parsed.data, place))
    return parsed.data
  }
  for (const issue of parsed.error.issues) issues.push(...toIssues(issue, place))
  return undefined
}

/** NUL is a character to JSON and to us, and an error to the database: a shape that let it through is made up for here. */
function nulIn(value: unknown, place: Issue['in'], pointer = ''): Issue[] {
  if (typeof value === 'string') return value.includes('\u0000') ? [{ in: place, pointer, code: 'text.nul' }] : []
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, one]) => nulIn(one, place, `${pointer}/${escaped(key)}`))
}

interface CookieDoor extends SessionDoor {
  cookie(): string | undefined
}

function sessionDoor(c: Context, demo: boolean): CookieDoor {
  const { hostname } = new URL(c.req.url)
  const secure = !demo || hostname === 'localhost' || hostname === '127.0.0.1'
  const name = secure ? COOKIE : PLAIN_COOKIE
  let cookie: string | undefined
  return {
    token: getCookie(c, name) ?? null,
    start: token => {
      cookie = `${name}=${token}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
    },
    end: () => {
      cookie = `${name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? '; Secure' : ''}`
    },
    cookie: () => cookie,
  }
}

function withCookie(response: Response, cookie: string | undefined): Response {
  if (cookie) response.headers.append('set-cookie', cookie)
  return response
}
