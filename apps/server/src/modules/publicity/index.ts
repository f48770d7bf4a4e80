/** The door of the publicity module: what other modules and `compose.ts` may use. */
import type { Module } from '#platform/module.ts'
import { problems } from './problems.ts'
import { routes } from './routes.ts'

export const publicity: Module = { name: 'publicity', routes, problems: problems.catalogue }
