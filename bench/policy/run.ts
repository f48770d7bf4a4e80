/** The measurement from end to end: households, contestants, rounds, and the lines that tell what came out. */
import { availableParallelism, loadavg } from 'node:os'
import { type Line, rounded } from '../line.ts'
import { installPeers, pinned } from '../peers/install.ts'
import { checksum } from './answers.ts'
import type { Contestant } from './contestant.ts'
import { type Database, openDatabase } from './database.ts'
import { type GroupName, groups, type Stage } from './groups.ts'
import { handWritten } from './hand.ts'
import { agreement, notMeasured, ratioLines, timeLine } from './lines.ts'
import { memoryLine } from './memory.ts'
import { type Population, populate } from './population.ts'
import { interleave } from './rounds.ts'

export interface BenchOptions {
  readonly households: number
  readonly rounds: number
  readonly seed: number
  readonly only: readonly GroupName[]
}

export async function benchPolicy(options: BenchOptions, say: (text: string) => void): Promise<Line[]> {
  const { households, rounds, seed, only } = options
  if (only.some(name => groups[name].needsPeers)) installPeers(say)
  say(`   ${households} households from seed ${seed}…`)
  const population = populate(households, seed)
  const stage = new OpenStage(population, say)
  const contestants = [...handWritten(population)]
  try {
    for (const name of only) contestants.push(...(await groups[name].open(stage)))
    const times = await interleave(contestants, rounds, say)
    const wrong = await whoDisagrees(contestants)
    return [
      ...contestants.map(contestant => timeLine(contestant, times.get(contestant.name)!, !wrong.has(contestant.name))),
      ...ratioLines(times, wrong),
      ...(only.includes('columns') ? [await memoryLine(households, seed)] : []),
      agreement(contestants, wrong),
      notMeasured(
        times,
        Object.keys(groups).every(name => only.some(one => one === name)),
      ),
      await settingLine(options, stage),
    ]
  } finally {
    for (const contestant of contestants) await contestant.close?.()
    await stage.close()
  }
}

class OpenStage implements Stage {
  readonly population: Population
  readonly #say: (text: string) => void
  #database: Promise<Database> | undefined

  constructor(population: Population, say: (text: string) => void) {
    this.population = population
    this.#say = say
  }

  readonly database = (): Promise<Database> => {
    if (!this.#database) this.#say('   starting PostgreSQL from npm and loading it…')
    this.#database ??= openDatabase(this.population)
    return this.#database
  }

  async version(): Promise<string> {
    return this.#database ? (await this.#database).version : 'not started'
  }

  async close(): Promise<void> {
    await (await this.#database)?.close()
  }
}

/** Everybody is compared with ordinary code, over the households that they assessed. */
async function whoDisagrees(contestants: readonly Contestant[]): Promise<ReadonlySet<string>> {
  const reference = await contestants[0]!.answers()
  const wrong = new Set<string>()
  for (const { name, households, answers } of contestants)
    if (checksum(await answers(), households) !== checksum(reference, households)) wrong.add(name)
  return wrong
}

async function settingLine(options: BenchOptions, stage: OpenStage): Promise<Line> {
  const { population } = stage
  return {
    ...{ name: 'policy.households', value: population.households, unit: 'households' },
    spread: {
      ...{ members: population.members, seed: options.seed, rounds: options.rounds },
      ...{ node: process.version, processors: availableParallelism(), load1: rounded(loadavg()[0] ?? 0) },
      ...{ postgres: await stage.version() },
      ...(options.only.some(name => groups[name].needsPeers) ? pinned() : {}),
    },
    ...{ goal: null, ok: true },
  }
}
