/** Memory in a process of its own: what deciding all households adds to the process, measured in their columns. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { type Line, threeDigits } from '../line.ts'

export interface MemoryUse {
  readonly columns: number
  /** Largest resident set before there were any households, and at the end. */
  readonly before: number
  readonly after: number
}

const GOAL = 2
const MIB = 2 ** 20

export async function memoryLine(households: number, seed: number): Promise<Line> {
  const child = fork(new URL('memory-process.ts', import.meta.url), [String(households), String(seed)])
  const [{ columns, before, after }] = (await once(child, 'message')) as [MemoryUse]
  const ratio = (after - before) / columns
  return {
    ...{ name: 'policy.memory', value: threeDigits(ratio), unit: '× the columns' },
    spread: {
      ...{ 'columns MiB': threeDigits(columns / MIB), 'added MiB': threeDigits((after - before) / MIB) },
      ...{ 'process MiB': threeDigits(after / MIB), households },
    },
    ...{ goal: `<= ${GOAL}`, ok: ratio <= GOAL },
  }
}
