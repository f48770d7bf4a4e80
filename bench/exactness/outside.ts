/** Facts that the form does not allow: columns and query must put aside exactly the households that the interpreter refuses. */
import { type CompiledProgramme, decideOnly } from '@doudi/policy'
import { type Population, populate } from '../policy/population.ts'
import { drawsFrom } from '../policy/random.ts'
import { situationOf } from '../policy/w1.ts'
import { byColumns, bySql } from './readers.ts'
import { type Engine, load } from './register.ts'

export interface OutsideFound {
  readonly households: number
  readonly refused: number
  /** Households put aside by one of them and not by the other. */
  readonly columns: number
  readonly sql: number
}

const HOUSEHOLDS = 3_000

export async function outsideFound(programme: CompiledProgramme, engine: Engine, seed: number): Promise<OutsideFound> {
  const population = spoiled(populate(HOUSEHOLDS, seed), seed)
  const refused = Uint8Array.from({ length: HOUSEHOLDS }, (_, h) => isRefused(programme, population, h))
  const columns = byColumns(programme, population).left
  const sql = (await bySql(programme, await load(engine, population))).left
  const unlike = (left: Uint8Array) => refused.reduce((many, one, h) => many + (one === left[h] ? 0 : 1), 0)
  return {
    ...{ households: HOUSEHOLDS, refused: refused.reduce((a, b) => a + b, 0) },
    ...{ columns: unlike(columns), sql: unlike(sql) },
  }
}

/** In every third household one fact is just past the end of its range. */
function spoiled(population: Population, seed: number): Population {
  const draw = drawsFrom(seed ^ 0x07)
  for (let h = 0; h < population.households; h += 3) {
    const m = draw.whole(population.offsets[h]!, population.offsets[h + 1]! - 1)
    const spoil = [
      () => (population.wage[m] = 5_000_001),
      () => (population.pension[m] = 3_000_001),
      () => (population.age[m] = 121),
      () => (population.grade[m] = 5),
      () => (population.deposits[h] = 1_000_000_001),
      () => (population.vehicles[h] = 10),
    ]
    spoil[draw.whole(0, spoil.length - 1)]!()
  }
  return population
}

function isRefused(programme: CompiledProgramme, population: Population, h: number): 0 | 1 {
  try {
    decideOnly(programme, situationOf(population, h))
    return 0
  } catch {
    return 1
  }
}
