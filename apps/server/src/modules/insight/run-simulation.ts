/**
 * The job that works a simulation out, some households at a time: each step is a unit of work of its own, says how far
 * it has come and gives way to whoever waits. Each step keeps its sums with its names, so an interrupted run goes on from there.
 */
import { setImmediate } from 'node:timers/promises'
import { Problem } from '@doudi/kernel'
import { type Changed, decideAll, Simulation, SyntheticHouseholds } from '@doudi/policy'
import { packOf } from '#modules/places/index.ts'
import type { Work } from '#platform/database/work.ts'
import type { Job, OpenWork } from '#platform/jobs/jobs.ts'
import { insertChanges, type SimulationRow, selectSimulation, updateSimulation } from './insight.sql.ts'
import { openRegister, type Step } from './register-steps.ts'
import { type Reached, type SimulationRequest, variantNames } from './simulation.ts'
import { type Tried, triedIn, variantsFor } from './tried-rules.ts'

export const runSimulationJob: Job = {
  name: 'insight.simulate',
  long: true,
  handle: async (open, { simulationId }) => {
    const id = String(simulationId)
    try {
      await run(open, id)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const problem = JSON.stringify({ code: error.code, details: error.details })
      await open(work => updateSimulation(work.db, id, { status: 'failed', problem }))
    }
  },
}

async function run(open: OpenWork, id: string): Promise<void> {
  const begun = await open(work => begin(work, id))
  if (!begun) return
  const { row, tried } = begun
  const result = row.over === 'synthetic' ? await overInvented(open, row, tried) : await overRegister(open, row, tried)
  await open(work => updateSimulation(work.db, id, { status: 'done', result: JSON.stringify(result), reached: null }))
}

/** Null when somebody has worked it out already. */
async function begin(work: Work, id: string): Promise<{ row: SimulationRow; tried: Tried } | null> {
  const row = await selectSimulation(work.db, id)
  if (!row || row.status === 'done' || row.status === 'failed') return null
  await updateSimulation(work.db, id, { status: 'running' })
  return { row, tried: await triedIn(work, row) }
}

const reachedBy = (row: SimulationRow) => row.reached as unknown as Reached | null
const requestOf = (row: SimulationRow) => row.request as unknown as SimulationRequest
const namesFor = ({ drafts }: Tried) => variantNames.slice(0, drafts.length + 1)

/** Small enough that nobody waits for a step, large enough that steps cost nothing by themselves. */
const INVENTED_STEP = 5000
const INVENTED_AREAS = 8

async function overInvented(open: OpenWork, row: SimulationRow, tried: Tried) {
  const { households, seed } = requestOf(row).synthetic!
  const pack = await open(work => packOf(work, row.division))
  const variants = variantsFor(tried, pack)
  const register = { seed, year: Number(row.assessed_for.slice(0, 4)), areas: INVENTED_AREAS }
  const areas = Array.from({ length: INVENTED_AREAS }, (_, i) => String(i + 1))
  const reached = reachedBy(row)
  const simulation = new Simulation(namesFor(tried), areas, reached?.sums)
  const keep = (done: number) =>
    open(work =>
      updateSimulation(work.db, row.id, { done, ...kept({ sums: simulation.sums(), after: null, listed: 0 }) }),
    )
  for (let from = reached?.sums.households ?? 0; from < households; from += INVENTED_STEP) {
    if (from % (20 * INVENTED_STEP) === 0) await keep(from)
    const some = new SyntheticHouseholds(register, from, Math.min(INVENTED_STEP, households - from))
    const batches = variants.map(({ kernel }) => some.batch(kernel.lowered))
    simulation.add({ decisions: decideAll(variants, batches), areaOf: some.areaOf })
    await setImmediate()
  }
  await open(work => updateSimulation(work.db, row.id, { done: households }))
  return simulation.result()
}

async function overRegister(open: OpenWork, row: SimulationRow, tried: Tried) {
  const reached = reachedBy(row)
  const register = await open(work => openRegister(work, row, tried, reached))
  await open(work => updateSimulation(work.db, row.id, { total: register.total }))
  const simulation = new Simulation(namesFor(tried), register.areas, reached?.sums)
  let listed = reached?.listed ?? 0
  for (;;) {
    const step = await open(async work => {
      const next = await register.next(work)
      if (!next) return null
      const changed = changesIn(simulation, next, row, listed)
      await insertChanges(work.db, changed)
      const sums = simulation.sums()
      const { after } = next
      const so = kept({ sums, after, listed: listed + changed.length })
      await updateSimulation(work.db, row.id, { done: sums.households, ...so })
      return changed.length
    })
    if (step === null) return simulation.result()
    listed += step
    await setImmediate()
  }
}

const kept = (reached: Reached) => ({ reached: JSON.stringify(reached) })

/** Adds the step to the sums and says to whom something happens. */
function changesIn(simulation: Simulation, step: Step, { county, id }: SimulationRow, found: number) {
  const rows: Parameters<typeof insertChanges>[1][number][] = []
  simulation.add(step, (comparison, changed: Changed) => {
    const { householdId, division } = step.households[changed.household]!
    rows.push({
      ...{ county, simulation_id: id, position: found + rows.length, division, household_id: householdId },
      ...{ comparison, change: changed.change },
      ...{ fen_before: BigInt(changed.fenBefore), fen_after: BigInt(changed.fenAfter) },
      ...{ category_before: changed.categoryBefore, category_after: changed.categoryAfter },
    })
  })
  return rows
}
