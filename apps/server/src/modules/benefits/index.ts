/** The door of the benefits module: what other modules and `compose.ts` may use. */
import type { Module } from '#platform/module.ts'
import { problems } from './problems.ts'
import { routes } from './routes.ts'
import { startAwardJob } from './start-award.ts'

export type { Award } from './award.ts'
export { awardsForMonth, awardsNotRunning } from './awards-for-month.ts'

export const benefits: Module = { name: 'benefits', routes, jobs: [startAwardJob], problems: problems.catalogue }
