/** One thread of `threads.ts`: piece after piece of the households, until none is left. */
import { parentPort, workerData } from 'node:worker_threads'
import { reviveKernel, rowsFrom } from '@doudi/policy'
import type { WorkerTask } from './threads.ts'

const PIECE = 1 << 14

const { source, layout, households, offsets, values, rows, next } = workerData as WorkerTask
const run = reviveKernel(source)
const doubtful = new Int32Array(households)

function assess(): number {
  let doubts = 0
  for (let from = Atomics.add(next, 0, PIECE); from < households; from = Atomics.add(next, 0, PIECE))
    doubts += assessPiece(from, Math.min(from + PIECE, households))
  return doubts
}

function assessPiece(from: number, to: number): number {
  return run(from, to, offsets, values, rowsFrom(layout, rows, from, offsets[from]!), doubtful)
}

parentPort!.on('message', () => parentPort!.postMessage(assess()))
parentPort!.postMessage('ready')
