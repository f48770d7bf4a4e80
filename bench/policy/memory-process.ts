/** The process that `memory.ts` looks at: ready and warm first, then the households, then their decisions. */
import { readFileSync } from 'node:fs'
import { decideMany, decisionKernel } from '@doudi/policy'
import { batchFor } from './columns.ts'
import type { MemoryUse } from './memory.ts'
import { type Population, populate } from './population.ts'
import { compileW1 } from './w1.ts'

const [households, seed] = process.argv.slice(2).map(Number)
const programme = compileW1()
const kernel = decisionKernel(programme)

const decide = (population: Population) => decideMany(programme, kernel, batchFor(kernel, population))

decide(populate(5_000, seed!))
const before = largest()
const population = populate(households!, seed!)
decide(population)
const use: MemoryUse = { columns: bytesOf(population), before, after: largest() }
process.send?.(use)
process.disconnect?.()

function bytesOf(all: Population): number {
  return Object.values(all).reduce(
    (sum: number, values) => sum + (ArrayBuffer.isView(values) ? values.byteLength : 0),
    0,
  )
}

/** The largest resident set so far. The system's own count for a child begins with what its parent had. */
function largest(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024
  const [, kibibytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Number(kibibytes) * 1024
}
