/** What every morning brings: each daily job, once for each county. */
import { countyCodes } from '#modules/places/index.ts'
import { systemCaller, type Work } from '#platform/database/work.ts'
import type { Job } from '#platform/jobs/jobs.ts'

type InWork = (caller: typeof systemCaller, act: (work: Work) => Promise<void>) => Promise<void>

export async function turnDay(inWork: InWork, jobs: readonly Job[]): Promise<void> {
  const daily = jobs.filter(job => job.daily)
  await inWork(systemCaller, async work => {
    for (const area of await countyCodes(work)) {
      for (const { name } of daily) await work.enqueue(name, { area })
    }
  })
}
