/** The door of the policies module: what other modules and `compose.ts` may use. */
import type { Module } from '#platform/module.ts'
import { problems } from './problems.ts'
import { routes } from './routes.ts'

export const policies: Module = { name: 'policies', routes, problems: problems.catalogue }
