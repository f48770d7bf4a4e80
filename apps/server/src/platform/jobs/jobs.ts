/**
 * Work for later. A job is enqueued in the transaction of the act that causes it (pg-boss stores it in the
 * same database), runs in a unit of work of its own with the scope written into its payload, at least once,
 * and is therefore written to be repeated. A job that fails three times is set aside, visible, and blocks nobody.
 */
import { fromKysely, type JobResult, PgBoss } from 'pg-boss'
import type { Database } from '../database/open.ts'
import {
  type Caller,
  inWork,
  noScope,
  systemCaller,
  type Tx,
  type Work,
  type WorkDependencies,
} from '../database/work.ts'
import { newId } from '../ids.ts'
import type { Log } from '../log.ts'

export interface Job {
  readonly name: string
  /** Seconds between attempts and how many; default 3 attempts. */
  readonly retryLimit?: number
  readonly retryDelaySeconds?: number
  /** May run for hours. It shows that it lives, so that after its process has ended another takes it over soon. */
  readonly long?: boolean
  /** Enqueued each morning for each county, with the county as its area. */
  readonly daily?: boolean
  /** Payload carries `area` (division prefix): the job sees that area and nothing else. */
  readonly handle: (open: OpenWork, payload: Record<string, unknown>) => Promise<void>
}

/** Opens a unit of work in the job's area. A job that talks to the outside does so between two of them. */
export type OpenWork = <T>(act: (work: Work) => Promise<T>) => Promise<T>

export interface Jobs {
  readonly enqueue: WorkDependencies['enqueue']
  /** Creates the queues; nothing runs yet. */
  start(jobs: readonly Job[]): Promise<void>
  /** From now on jobs run by themselves. */
  work(): Promise<void>
  /** Runs everything that waits now, also what these jobs enqueue, ignoring delays. For tests and `kill` drills. */
  drain(): Promise<number>
  stop(): Promise<void>
}

const NOBODY = '00000000-0000-7000-8000-000000000000'

const long = { heartbeatSeconds: 60, expireInSeconds: 12 * 3600 } as const

/** A full handful is followed by the next at once; taken one by one, a queue would move two jobs a second. */
const handful = { pollingIntervalSeconds: 0.5, batchSize: 25, burstWhenBatchFull: true, perJobResults: true } as const

/** Enqueueing happens in a use case's own transaction, as the least-privileged role. */
const GRANTS = `
  grant usage on schema pgboss to doudi_app;
  grant select, insert, update on all tables in schema pgboss to doudi_app;
  alter default privileges in schema pgboss grant select, insert, update on tables to doudi_app;`

export function createJobs(database: Database, deps: () => WorkDependencies, log: Log): Jobs {
  const boss = new PgBoss({
    db: database.jobs,
    schema: 'pgboss',
    supervise: database.engine === 'postgresql',
    schedule: false,
    ...(database.engine === 'pglite' ? { backend: 'pglite' as const } : {}),
  })
  boss.on('error', error => log.warn({ err: error }, 'job queue'))
  let known: readonly Job[] = []

  const run = async (job: Job, payload: Record<string, unknown>) => {
    const caller = jobCaller(payload)
    await job.handle(act => inWork(deps(), caller, newId(), act), payload)
  }

  /** One handful of a queue; returns how many there were. */
  const drainQueue = async (job: Job) => {
    const taken = await boss.fetch<Record<string, unknown>>(job.name, { batchSize: 25, ignoreStartAfter: true })
    const finished: string[] = []
    for (const { id, data } of taken) {
      try {
        await run(job, data)
        finished.push(id)
      } catch (error) {
        log.warn({ err: error, job: job.name }, 'job failed')
        await boss.fail(job.name, id)
      }
    }
    if (finished.length > 0) await boss.complete(job.name, finished)
    return taken.length
  }

  /** The embedded database has one process at a time: what is under way when it opens was lost with the one before. */
  const takeBackLost = async () => {
    const lost = await database.jobs.executeSql(`select name, id from pgboss.job where state = 'active'`, [])
    for (const { name, id } of lost.rows as { name: string; id: string }[])
      await boss.fail(name, id, { message: 'the process ended' })
  }

  /** One after the other: the last of several that wait for each other has to see the others done. */
  const settle = async (job: Job, { id, data }: { id: string; data: Record<string, unknown> }): Promise<JobResult> => {
    try {
      await run(job, data)
      return { id, status: 'completed' }
    } catch (error) {
      log.warn({ err: error, job: job.name }, 'job failed')
      return { id, status: 'failed', output: { message: (error as Error).message } }
    }
  }

  return {
    enqueue: async (db: Tx, name, payload, enqueueOptions) => {
      if (!('area' in payload)) throw new Error(`job ${name} carries no area`)
      await boss.send(name, payload, {
        db: fromKysely(db),
        ...(enqueueOptions?.startAfterSeconds ? { startAfter: enqueueOptions.startAfterSeconds } : {}),
      })
    },
    async start(jobs) {
      known = jobs
      await boss.start()
      await database.exec(GRANTS)
      for (const job of jobs) {
        await boss.createQueue(job.name, {
          retryLimit: job.retryLimit ?? 2,
          retryDelay: job.retryDelaySeconds ?? 5,
          retryBackoff: true,
        })
        if (job.long) await boss.updateQueue(job.name, long)
        // The queue's definition is read on first use, outside our transaction, which the embedded database's
        // single connection would wait for forever; so it is read now.
        await boss.findJobs(job.name, { id: NOBODY })
      }
    },
    async work() {
      if (database.engine === 'pglite') await takeBackLost()
      for (const job of known) {
        await boss.work<Record<string, unknown>, unknown, typeof handful>(job.name, handful, async taken => {
          const results: JobResult[] = []
          for (const one of taken) results.push(await settle(job, one))
          return results
        })
      }
    },
    async drain() {
      let done = 0
      for (let found = 1; found > 0; ) {
        found = 0
        for (const job of known) found += await drainQueue(job)
        done += found
      }
      return done
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}

function jobCaller(payload: Record<string, unknown>): Caller {
  const area = String(payload.area)
  return { ...systemCaller, scope: { ...noScope, areas: [area], adminAreas: [area] } }
}
