/**
 * The kernel on worker threads over shared columns: each takes the next piece of the households until none is left, so
 * that a slower core gets fewer of them.
 */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type Batch, type ColumnValues, type Kernel, type Rows, runKernel } from '@doudi/policy'
import { batchFor } from './columns.ts'
import type { Contestant } from './contestant.ts'
import { answersOf, keptBy, workloadKernel } from './ours.ts'
import type { Population } from './population.ts'

/** What a worker is given once; everything large in it is shared memory. */
export interface WorkerTask {
  readonly source: string
  readonly layout: Kernel['layout']
  readonly households: number
  readonly offsets: Int32Array
  readonly values: readonly ColumnValues[]
  readonly rows: Rows
  /** One number: the first household that nobody has taken yet. */
  readonly next: Int32Array
}

export async function onThreads(population: Population, threads: number): Promise<Contestant> {
  const kernel = workloadKernel()
  const task = sharedTask(kernel, batchFor(kernel, population))
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL('assess-worker.ts', import.meta.url), { workerData: task }),
  )
  await Promise.all(workers.map(worker => once(worker, 'message')))
  return {
    ...{ name: 'threads', households: population.households, repeats: 3 },
    async run() {
      task.next[0] = 0
      const doubts = await Promise.all(workers.map(assess))
      if (doubts.some(count => count > 0))
        throw new Error('a worker was in doubt; this workload gives no reason for it')
    },
    answers: () => answersOf(kernel, keptBy(kernel, task.rows, population.households)),
    close: async () => void (await Promise.all(workers.map(worker => worker.terminate()))),
  }
}

/** How many households this worker doubts. */
async function assess(worker: Worker): Promise<number> {
  worker.postMessage('go')
  const [doubts] = (await once(worker, 'message')) as [number]
  return doubts
}

function sharedTask(kernel: Kernel, batch: Batch): WorkerTask {
  const { rows } = runKernel(kernel, batch)
  return {
    source: kernel.source,
    layout: kernel.layout,
    households: batch.households,
    offsets: shared(batch.offsets),
    values: batch.values.map(shared),
    rows: {
      householdInts: shared(rows.householdInts),
      householdDoubles: shared(rows.householdDoubles),
      memberInts: shared(rows.memberInts),
      memberDoubles: shared(rows.memberDoubles),
    },
    next: new Int32Array(new SharedArrayBuffer(4)),
  }
}

function shared<T extends ColumnValues>(values: T): T {
  const Values = values.constructor as new (buffer: SharedArrayBuffer) => T
  const copy = new Values(new SharedArrayBuffer(values.byteLength))
  copy.set(values)
  return copy
}
