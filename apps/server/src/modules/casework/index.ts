/** The door of the casework module: what other modules and `compose.ts` may use. */
import type { Module } from '#platform/module.ts'
import { problems } from './problems.ts'
import { routes } from './routes.ts'

export const casework: Module = { name: 'casework', routes, problems: problems.catalogue }
