/** The door of the funds module: what other modules and `compose.ts` may use. */
import type { Module } from '#platform/module.ts'
import { problems } from './problems.ts'
import { routes } from './routes.ts'

export const funds: Module = { name: 'funds', routes, problems: problems.catalogue }
