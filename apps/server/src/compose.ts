/** Puts the house together: the only file that knows every module and every adapter. */
import { Hono } from 'hono'
import { modules } from '#modules'
import { createAuthenticate } from '#modules/identity/index.ts'
import { isWorthNoting, recordRefusal } from '#modules/journal/index.ts'
import { refuseBrokenPacks } from '#modules/policies/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { CryptoProvider } from '#platform/crypto/provider.ts'
import type { Database } from '#platform/database/open.ts'
import { type Caller, inWork, systemCaller, type Work, type WorkDependencies } from '#platform/database/work.ts'
import type { FileStore } from '#platform/files/store.ts'
import { mount } from '#platform/http/mount.ts'
import { setSecurityHeaders } from '#platform/http/security-headers.ts'
import { newId } from '#platform/ids.ts'
import { createJobs, type Jobs } from '#platform/jobs/jobs.ts'
import type { Log } from '#platform/log.ts'
import { type Ports, setPorts } from '#platform/ports.ts'
import { describeServer } from './describe.ts'
import { turnDay } from './turn-day.ts'

export interface Parts {
  readonly database: Database
  readonly clock: Clock
  readonly crypto: CryptoProvider
  readonly files: FileStore
  readonly log: Log
  readonly demo: boolean
  readonly ports: Ports
}

export interface House {
  /** `/api/v1`, health and metrics. Front ends are mounted beside it by `main.ts`. */
  readonly app: Hono
  readonly jobs: Jobs
  /** A unit of work outside HTTP, for the command line, the demo and the jobs. */
  inWork<T>(caller: Caller, act: (work: Work) => Promise<T>): Promise<T>
  /** Enqueues what every morning brings, in each county. */
  turnDay(): Promise<void>
  close(): Promise<void>
}

export async function compose(parts: Parts): Promise<House> {
  const { database, clock, crypto, files, log } = parts
  setPorts(parts.ports)
  const deps: WorkDependencies = {
    kysely: database.kysely,
    clock,
    crypto,
    files,
    enqueue: (db, ...rest) => jobs.enqueue(db, ...rest),
  }
  const jobs = createJobs(database, () => deps, log)
  await inWork(deps, systemCaller, newId(), refuseBrokenPacks)
  const allJobs = modules.flatMap(module => module.jobs ?? [])
  await jobs.start(allJobs)

  const routes = modules.flatMap(module => module.routes)
  const app = new Hono()
  app.use(async (c, next) => {
    c.set('requestId' as never, newId() as never)
    await next()
    setSecurityHeaders(c.res.headers)
  })
  const document = JSON.stringify(describeServer().openapi)
  app.get('/api/v1/openapi.json', c => c.body(document, 200, { 'content-type': 'application/json; charset=utf-8' }))
  app.route(
    '/api/v1',
    mount(routes, {
      ...deps,
      authenticate: createAuthenticate(deps, parts.demo),
      constraints: constraintTable(),
      noteRefusal: (work, call, problem) => {
        if (isWorthNoting(problem, call)) recordRefusal(work, call, problem)
      },
      log,
      demo: parts.demo,
    }),
  )
  return {
    app,
    jobs,
    inWork: (caller, act) => inWork(deps, caller, newId(), act),
    turnDay: () => turnDay((caller, act) => inWork(deps, caller, newId(), act), allJobs),
    close: async () => {
      await jobs.stop()
      await database.close()
    },
  }
}

function constraintTable() {
  return Object.fromEntries(
    modules.flatMap(({ constraints = {}, problems }) =>
      Object.entries(constraints).map(([constraint, code]) => {
        const definition = problems[code]
        if (!definition) throw new Error(`constraint ${constraint} names the undeclared problem ${code}`)
        return [constraint, { kind: definition.kind, code }] as const
      }),
    ),
  )
}
