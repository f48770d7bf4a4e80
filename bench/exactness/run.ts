/**
 * The proof that one formula means one thing: W1 over random and adversarial households, and random policies over three
 * data sets each, read by everybody. Anything but 0 differences fails.
 */
import type { CompiledProgramme } from '@doudi/policy'
import { fuzz } from '../../packages/policy/test/fuzz/fuzz.ts'
import type { SqlDatabase } from '../../packages/policy/test/sql-database.ts'
import type { Line } from '../line.ts'
import type { Population } from '../policy/population.ts'
import { compileW1 } from '../policy/w1.ts'
import { outsideFound } from './outside.ts'
import { adversarial, halfInWholeYuan } from './populations.ts'
import { byColumns, byHand, byInterpreter, bySql } from './readers.ts'
import { type Engine, load, openEngine } from './register.ts'
import { compareVerdicts, type Part, type Verdicts } from './verdicts.ts'

export interface ExactnessOptions {
  readonly households: number
  readonly adversarial: number
  readonly policies: number
  readonly seed: number
}

type Say = (text: string) => void

/** In each of the three data sets of a random policy. */
const HOUSEHOLDS_OF_A_POLICY = 20

export async function benchExactness(options: ExactnessOptions, say: Say): Promise<Line[]> {
  const { seed } = options
  const programme = compileW1()
  const engine = await openEngine(Math.max(options.households, options.adversarial))
  try {
    return [
      ...(await readByAll('random', halfInWholeYuan(options.households, seed), programme, engine, seed, say)),
      ...(await readByAll('adversarial', adversarial(options.adversarial, seed), programme, engine, seed, say)),
      ...(await outsideLines(programme, engine, seed)),
      ...(await fuzzLines(options, say)),
    ]
  } finally {
    await engine.close()
  }
}

/** The exact interpreter decides every household; the others are held against it. */
async function readByAll(
  name: string,
  population: Population,
  programme: CompiledProgramme,
  engine: Engine,
  seed: number,
  say: Say,
): Promise<Line[]> {
  const { households, members } = population
  say(`   ${name}: ${households} households, ${members} members, from seed ${seed}`)
  const exact = byInterpreter(programme, population)
  say('   the interpreter is done; hand-written code, columns and SQL follow…')
  const readers: readonly (readonly [string, Verdicts, (readonly Part[])?])[] = [
    ['hand', byHand(population), ['category', 'amountFen']],
    ['columns', byColumns(programme, population)],
    ['sql', await bySql(programme, await load(engine, population))],
  ]
  return readers.map(([reader, verdicts, parts]) => {
    const { different, left, first } = compareVerdicts(exact, verdicts, parts)
    return {
      ...{ name: `exactness.${name}.${reader}`, value: different, unit: 'households' },
      spread: {
        ...{ 'compared with the interpreter': households - left, left, seed },
        ...(reader === 'sql' ? { postgres: engine.name } : {}),
        ...(first === null ? {} : { first }),
      },
      ...{ goal: '= 0', ok: different === 0 && left === 0 },
    }
  })
}

async function outsideLines(programme: CompiledProgramme, engine: Engine, seed: number): Promise<Line[]> {
  const found = await outsideFound(programme, engine, seed)
  return (['columns', 'sql'] as const).map(reader => ({
    ...{ name: `exactness.outside.${reader}`, value: found[reader], unit: 'households' },
    spread: { households: found.households, 'refused by the interpreter': found.refused },
    ...{ goal: '= 0', ok: found[reader] === 0 && found.refused > 0 },
  }))
}

async function fuzzLines({ policies, seed }: ExactnessOptions, say: Say): Promise<Line[]> {
  say(`   ${policies} random policies, seeds ${seed} to ${seed + policies - 1}`)
  const engine = await openEngine(0)
  const database = asText(engine)
  const { counts, failures } = await fuzz({ seed, policies, households: HOUSEHOLDS_OF_A_POLICY, database, say })
  await engine.close()
  for (const failure of failures) say(failure)
  const { differentInColumns, differentInSql, leftByColumns, leftBySql, ...others } = counts
  const line = (reader: string, value: number, left: number): Line => ({
    ...{ name: `exactness.policies.${reader}`, value, unit: 'policies' },
    spread: { ...others, 'data sets': 3 * policies, 'left to the interpreter': left, seed, postgres: engine.name },
    ...{ goal: '= 0', ok: value === 0 },
  })
  return [line('columns', differentInColumns, leftByColumns), line('sql', differentInSql, leftBySql)]
}

function asText({ rows, close }: Engine): SqlDatabase {
  return { rows: async text => (await rows(text)) as never, close }
}
