/** The households of `doudi simulate`: invented ones by the million, or situations from a file. */
import {
  type Changed,
  decideAll,
  Simulation,
  type SimulationResult,
  type Situation,
  SyntheticHouseholds,
  type SyntheticRegister,
  situationBatches,
  type Variant,
} from '@doudi/policy'

export interface NamedChange extends Omit<Changed, 'household'> {
  readonly before: string
  readonly after: string
  readonly id: string
  readonly area: string
}

export interface Simulated {
  readonly result: SimulationResult
  /** The first so many to which something happens. */
  readonly changed: readonly NamedChange[]
}

export interface SimulatedRegister {
  readonly synthetic: boolean
  simulate(variants: readonly Variant[], listed: number): Simulated
}

/** Small enough to stay in the cache of a processor, large enough that a batch costs nothing by itself. */
const BATCH = 20_000

export function syntheticRegister(households: number, register: SyntheticRegister): SimulatedRegister {
  const areas = Array.from({ length: register.areas }, (_, i) => String(i + 1).padStart(2, '0'))
  return {
    synthetic: true,
    simulate(variants) {
      const simulation = new Simulation(
        variants.map(({ name }) => name),
        areas,
      )
      for (let from = 0; from < households; from += BATCH) {
        const some = new SyntheticHouseholds(register, from, Math.min(BATCH, households - from))
        const batches = variants.map(({ kernel }) => some.batch(kernel.lowered))
        simulation.add({ decisions: decideAll(variants, batches), areaOf: some.areaOf })
      }
      return { result: simulation.result(), changed: [] }
    },
  }
}

interface Entry {
  readonly id: string
  readonly area: string
  readonly situation: Situation
}

/** One situation a line. A line that cannot be read is refused with its number. */
export function readRegister(text: string, file: string): SimulatedRegister {
  const entries = text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [readEntry(line, i + 1, file)]))
  const areas = [...new Set(entries.map(({ area }) => area))]
  return {
    synthetic: false,
    simulate(variants, listed) {
      const simulation = new Simulation(
        variants.map(({ name }) => name),
        areas,
      )
      const changed: NamedChange[] = []
      const pairs = simulation.result().comparisons
      for (let from = 0; from < entries.length; from += BATCH) {
        const some = entries.slice(from, from + BATCH)
        const batches = situationBatches(
          variants,
          some.map(({ situation }) => situation),
        )
        const areaOf = Int32Array.from(some, ({ area }) => areas.indexOf(area))
        simulation.add({ decisions: decideAll(variants, batches), areaOf }, (pair, { household, ...change }) => {
          if (changed.length >= listed) return
          const { before, after } = pairs[pair]!
          const { id, area } = some[household]!
          changed.push({ before, after, id, area, ...change })
        })
      }
      return { result: simulation.result(), changed }
    },
  }
}

function readEntry(line: string, number: number, file: string): Entry {
  try {
    const { id, area, household, members } = JSON.parse(line) as Partial<Situation> & { id?: unknown; area?: unknown }
    if (!Array.isArray(members)) throw new Error('members')
    const situation: Situation = { members, ...(household ? { household } : {}) }
    return { id: String(id ?? number), area: String(area ?? '—'), situation }
  } catch {
    throw new Error(`${file}:${number} is not a situation; one JSON object a line: { id, area, household, members }`)
  }
}
