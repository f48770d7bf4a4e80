/**
 * The service. A query is answered once: the same request number asking about the same person gets the first answer
 * again, byte for byte. A department that is down has not answered, so asking again is a second attempt.
 */
import { Hono } from 'hono'
import { type Answer, answerFor } from './scenarios.ts'
import { isSource, type SourceId } from './sources.ts'

export interface Query {
  readonly requestNumber: string
  readonly name: string
  readonly identityNumber: string
  readonly periodFrom: string
  readonly periodTo: string
}

export interface Departments extends Hono {
  /** Scripts what one department says about one person: one answer for always, or one for each attempt (the last stays). */
  script(identityNumber: string, source: SourceId, answer: Answer | readonly Answer[]): void
}

export interface DepartmentOptions {
  readonly seed: number
  /** How time passes while a department thinks. */
  readonly wait?: (ms: number) => Promise<void>
  readonly now?: () => string
}

const REMEMBERED = 50_000

export function createDepartments({
  seed,
  wait = sleep,
  now = () => new Date().toISOString(),
}: DepartmentOptions): Departments {
  const scripts = new Map<string, readonly Answer[]>()
  const attempts = new Map<string, number>()
  const answered = new Map<string, string>()

  const script: Departments['script'] = (identityNumber, source, answer) => {
    scripts.set(`${source} ${identityNumber}`, Array.isArray(answer) ? answer : [answer as Answer])
  }

  const app = new Hono()
  app.get('/healthz', c => c.json({ ok: true }))
  app.post('/scenarios', async c => {
    const { identityNumber, source, answers } = await c.req.json()
    if (typeof identityNumber !== 'string' || !isSource(source) || !Array.isArray(answers) || answers.length === 0) {
      return c.json({ error: 'identityNumber, source and answers[] are needed' }, 422)
    }
    script(identityNumber, source, answers)
    return c.body(null, 204)
  })
  app.post('/:source/query', async c => {
    const source = c.req.param('source')
    if (!isSource(source)) return c.json({ error: 'no such department' }, 404)
    const query = readQuery(await c.req.json().catch(() => null))
    if (!query) return c.json({ error: 'the query is incomplete' }, 422)
    const key = `${source} ${query.requestNumber} ${query.identityNumber}`
    const before = answered.get(key)
    if (before) return c.body(before, 200, JSON_TYPE)
    const attempt = (attempts.get(key) ?? 0) + 1
    remember(attempts, key, attempt)
    const scripted = scripts.get(`${source} ${query.identityNumber}`)
    const answer =
      scripted?.[Math.min(attempt, scripted.length) - 1] ??
      answerFor({ seed, source, identityNumber: query.identityNumber, attempt })
    if (answer.afterMs) await wait(answer.afterMs)
    if ('status' in answer) return c.json({ error: 'the department does not answer' }, 503)
    const rows = answer.rows.map(row => ({ name: query.name, identityNumber: query.identityNumber, ...row }))
    const text = JSON.stringify({ rows, queriedAt: now() })
    remember(answered, key, text)
    return c.body(text, 200, JSON_TYPE)
  })
  return Object.assign(app, { script })
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }

function readQuery(body: unknown): Query | undefined {
  const fields = ['requestNumber', 'name', 'identityNumber', 'periodFrom', 'periodTo'] as const
  const given = (body ?? {}) as Record<string, unknown>
  return fields.every(field => typeof given[field] === 'string' && given[field] !== '')
    ? (given as unknown as Query)
    : undefined
}

function remember<T>(memory: Map<string, T>, key: string, value: T): void {
  memory.delete(key)
  memory.set(key, value)
  const [oldest] = memory.keys()
  if (memory.size > REMEMBERED && oldest !== undefined) memory.delete(oldest)
}

function sleep(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
