/** From refusal to response: RFC 9457 `application/problem+json`. The only place that knows HTTP statuses of problems. */
import { Problem, type ProblemKind } from '@doudi/kernel'

const statusOf: Readonly<Record<ProblemKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
}

export function problemResponse(problem: Problem, requestId: string): Response {
  const wrongMethod = problem.code === 'http.method'
  const status = wrongMethod ? 405 : statusOf[problem.kind]
  const body = {
    type: `https://doudi.invalid/problems/${problem.code}`,
    title: problem.code,
    status,
    code: problem.code,
    details: problem.details,
    issues: problem.issues,
    requestId,
  }
  const headers = new Headers({
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  })
  if (wrongMethod) headers.set('allow', String(problem.details.allow))
  if (problem.kind === 'too-many' || problem.kind === 'unavailable')
    headers.set('retry-after', String(problem.details.retryAfterSeconds ?? 5))
  return new Response(JSON.stringify(body), { status, headers })
}

/** Anything that is not a `Problem` is a bug: the caller learns only the request's number. */
export function bugResponse(requestId: string): Response {
  return new Response(
    JSON.stringify({
      type: 'https://doudi.invalid/problems/internal',
      title: 'internal',
      status: 500,
      code: 'internal',
      details: {},
      issues: [],
      requestId,
    }),
    {
      status: 500,
      headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
    },
  )
}

/** Shut down, crashed, starting, full (SQLSTATE 57P01–03, 53300), or not to be reached over the network. */
const away = new Set([
  ...['57P01', '57P02', '57P03', '53300'],
  ...['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
])
const isAway = (code = '') => code.startsWith('08') || away.has(code)

/** Turns what the database refused into the module's own problem, by constraint name. */
export function fromConstraint(
  error: unknown,
  constraints: Readonly<Record<string, { kind: ProblemKind; code: string }>>,
): Problem | undefined {
  const { code, constraint, message } = error as { code?: string; constraint?: string; message?: string }
  if (code?.startsWith('23') && constraint && constraints[constraint]) {
    const { kind, code: problemCode } = constraints[constraint]
    return new Problem(kind, problemCode)
  }
  if (code === '55P03') return new Problem('unavailable', 'platform.busy')
  if (code === '57014') return new Problem('unavailable', 'platform.too-slow')
  if (
    isAway(code) ||
    /timeout exceeded when trying to connect|Connection terminated|is not queryable/.test(message ?? '')
  ) {
    return new Problem('unavailable', 'platform.database-unavailable')
  }
  return undefined
}
