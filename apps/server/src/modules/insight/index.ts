/** The door of the insight module: what rules would do, over a register. */
import type { Module } from '#platform/module.ts'
import { problems } from './problems.ts'
import { routes } from './routes.ts'
import { runSimulationJob } from './run-simulation.ts'

export const insight: Module = { name: 'insight', routes, jobs: [runSimulationJob], problems: problems.catalogue }
