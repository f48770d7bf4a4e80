/** One thread of `threads.ts`: piece after piece of the households, until none is left. */
import { parentPort, workerData } from 'node:worker_threads'
import { reviveKernel } from '@doudi/policy'
import type { WorkerTask } from './threads.ts'

const PIECE = 1 << 14

const { source, households, offsets, values, kept, next } = workerData as WorkerTask
const run = reviveKernel(source)
const doubtful = new Int32Array(households)

function assess(): number {
  let doubts = 0
  for (let from = Atomics.add(next, 0, PIECE); from < households; from = Atomics.add(next, 0, PIECE))
    doubts += run(from, Math.min(from + PIECE, households), offsets, values, kept, doubtful)
  return doubts
}

parentPort!.on('message', () => parentPort!.postMessage(assess()))
parentPort!.postMessage('ready')
