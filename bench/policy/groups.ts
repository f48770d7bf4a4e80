/** Who can be measured: groups with a name for `--only`, each of which opens its contestants when it is asked for. */
import type { Contestant } from './contestant.ts'
import type { Database } from './database.ts'
import { exactly } from './exact.ts'
import { byHand } from './hand.ts'
import { evaluator, inColumns } from './ours.ts'
import { duckDb } from './peers/duckdb.ts'
import { feelin } from './peers/feelin.ts'
import { jsonRules } from './peers/json-rules.ts'
import { zen } from './peers/zen.ts'
import type { Population } from './population.ts'
import { endToEnd, inPostgres } from './postgres.ts'
import { onThreads } from './threads.ts'

export interface Stage {
  readonly population: Population
  /** Opened by whoever needs it first. */
  readonly database: () => Promise<Database>
}

interface Group {
  readonly needsPeers: boolean
  open(stage: Stage): Contestant[] | Promise<Contestant[]>
}

/** Slow ones assess the first few thousand: what they need for one household does not depend on how many there are. */
const few = ({ households }: Population) => Math.min(households, 2_000)

export const groups = {
  columns: { needsPeers: false, open: ({ population }) => inColumns(population) },
  threads: { needsPeers: false, open: async ({ population }) => [await onThreads(population, 2)] },
  interpreter: { needsPeers: false, open: ({ population }) => exactly(population, few(population)) },
  feelin: { needsPeers: true, open: async ({ population }) => [await feelin(population, few(population))] },
  zen: { needsPeers: true, open: async ({ population }) => [await zen(population, few(population))] },
  'json-rules': { needsPeers: true, open: async ({ population }) => [await jsonRules(population, few(population))] },
  duckdb: { needsPeers: true, open: async ({ population }) => [await duckDb(population)] },
  postgres: {
    needsPeers: true,
    open: async ({ population, database }) => inPostgres(await database(), population.households),
  },
  'end-to-end': {
    needsPeers: true,
    open: async ({ population: { households }, database }) => [
      endToEnd('end-to-end', await database(), households, evaluator()),
      endToEnd('hand-end-to-end', await database(), households, byHand),
    ],
  },
} satisfies Readonly<Record<string, Group>>

export type GroupName = keyof typeof groups

/** `ours` is short for everything that needs no peers. */
export function groupsNamed(text: string): GroupName[] {
  const names = Object.keys(groups) as GroupName[]
  const meant = text.split(',').flatMap(wanted => {
    if (wanted === 'all') return names
    if (wanted === 'ours') return names.filter(name => !groups[name].needsPeers)
    const found = names.find(name => name === wanted)
    if (!found) throw new Error(`--only knows all, ours, ${names.join(', ')}; found "${wanted}"`)
    return [found]
  })
  return [...new Set(meant)]
}
